import GithubSlugger from 'github-slugger';
import {Marked, Renderer} from 'marked';
import {siteAddress} from './links.mjs';

/**
 * A page's Markdown as HTML. The anchors of its headings are those that GitHub gives them.
 * @param {string} markdown
 * @param {import('./pages.mjs').SitePage} page
 * @param {string} [repository] the address below which the repository's files can be read
 * @returns {{html: string, title: string, headings: {text: string, id: string}[]}} the headings are those of the second rank
 */
export function render(markdown, page, repository) {
  const slugger = new GithubSlugger();
  const plain = new Renderer();
  const headings = [];
  let title = '';
  let above = '';

  /** A box of its own, so that a wide thing scrolls and not the page; by keyboard as well. */
  const box = (kind, html) =>
    `<div class="${kind}" role="group" tabindex="0" aria-label="${above}">${html}</div>\n`;

  const renderer = {
    heading({tokens, depth}) {
      const html = this.parser.parseInline(tokens);
      const text = html.replace(/<[^>]*>/g, '');
      const id = slugger.slug(unescape(text));
      above = text.replaceAll('"', '&quot;');
      if (depth === 1) title ||= text;
      if (depth === 2) headings.push({text, id});
      return `<h${depth} id="${id}"><a href="#${id}">${html}</a></h${depth}>\n`;
    },
    link({href, tokens}) {
      const html = this.parser.parseInline(tokens);
      const address = siteAddress(href, page, repository);
      return address === undefined ? html : `<a href="${attribute(address)}">${html}</a>`;
    },
    html({text}) {
      return text.replace(
        /(<img [^>]*?src=")([^"]*)/g,
        (_, start, source) => start + attribute(siteAddress(source, page, repository) ?? source),
      );
    },
    code(token) {
      return box('code', plain.code(token));
    },
    table(token) {
      // A corner without a word is no heading.
      return box('table', plain.table.call(this, token).replaceAll('<th></th>', '<td></td>'));
    },
  };

  const html = new Marked({renderer}).parse(markdown, {async: false});
  return {html, title, headings};
}

/** @type {(text: string) => string} */
function attribute(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** @type {(html: string) => string} */
function unescape(html) {
  const signs = {'&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&'};
  return html.replace(/&(?:lt|gt|quot|#39|amp);/g, sign => signs[sign]);
}
