import {fromPage} from './links.mjs';
import {pages, words} from './pages.mjs';

/** No inline script or style. The button's file needs the two policies of Trusted Types. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html pay-button 'allow-duplicates'",
].join('; ');

/**
 * A whole page of the site.
 * @param {import('./pages.mjs').SitePage} page
 * @param {{html: string, title: string, headings: {text: string, id: string}[]}} rendered
 * @returns {string}
 */
export function document(page, {html, title, headings}) {
  const to = target => fromPage(page, target);
  const {skip} = words[page.language];
  const isHome = /(^|\/)index\.html$/.test(page.path);
  return `<!doctype html>
<html lang="${page.language}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>${isHome ? `${title}: card payments in any HTML form` : `${title} · pay-button`}</title>
    <link rel="icon" href="${to('icon.svg')}">
    <link rel="stylesheet" href="${to('site.css')}">
    ${isHome ? `<script src="${to('pay-button.js')}" defer></script>\n    <script src="${to('try.js')}" defer></script>` : ''}
  </head>
  <body>
    <a class="skip" href="#text">${skip}</a>
    <header class="top">
      <a class="brand" href="${to('index.html')}"><img src="${to('icon.svg')}" width="32" height="32" alt="">pay-button</a>
      <div class="menus">${menus(page, headings)}</div>
    </header>
    <div class="columns">
      <div class="side">${navigation(page, headings)}</div>
      <main id="text" tabindex="-1">
${isHome ? withTry(html, page.language) : html}      </main>
    </div>
    <footer lang="en"><a href="${to('report.html')}">Report a hole</a> <a href="${to('contributing.html')}">Contributing</a> MIT licensed</footer>
  </body>
</html>
`;
}

/** On small screens: two lists, so that one long list does not push the other one far down. */
function menus(page, headings) {
  const {pages: label, here} = words[page.language];
  const menu = (label, content) =>
    `<details class="menu"><summary>${label}</summary>${content}</details>`;
  return (
    menu(label, navigation(page, [])) +
    (headings.length ? menu(here, `<nav aria-label="${here}">${chapters(headings)}</nav>`) : '')
  );
}

/** All pages, and below this one its chapters. */
function navigation(page, headings) {
  const {pages: label, here} = words[page.language];
  const links = pages.map(target => {
    const isHere = target === page;
    const attributes = `${isHere ? ' aria-current="page"' : ''}${target.language === page.language ? '' : ` lang="${target.language}" hreflang="${target.language}"`}`;
    return `<li><a href="${fromPage(page, target.path)}"${attributes}>${target.name}</a>${
      isHere && headings.length ? chapters(headings, here) : ''
    }</li>`;
  });
  return `<nav aria-label="${label}"><ul>${links.join('\n')}</ul></nav>`;
}

function chapters(headings, label) {
  const links = headings.map(({text, id}) => `<li><a href="#${id}">${text}</a></li>`);
  return `<ul${label ? ` aria-label="${label}"` : ''}>${links.join('')}</ul>`;
}

const tryWords = {
  en: {
    heading: 'Try it here',
    note: 'This button is live; Stripe is not. The test kit’s fake takes its place in this page: it needs no server, and nothing that you type leaves the page. Pay with 4242 4242 4242 4242, any future date and any code, and with no card of your own.',
    attributes:
      'data-name="Kiosk" data-description="Field notebook" data-currency="usd" data-amount="1800"',
    means: 'is what your form would post now. This page has no server, and ends here.',
    without: 'This needs JavaScript.',
  },
  ja: {
    heading: 'ここで試す',
    note: 'ボタンは本物ですが、Stripe にはつながりません。テストキットの偽の Stripe がこのページの中で動くので、サーバーは要らず、入力した内容がページの外へ出ることもありません。カード番号は 4242 4242 4242 4242、有効期限は未来の日付、セキュリティコードは任意の数字で試せます。ご自分のカード番号は入力しないでください。',
    attributes:
      'data-name="キオスク" data-description="フィールドノート" data-currency="jpy" data-amount="2400"',
    means: 'がフォームとともに送信されます。このページにはサーバーがないので、ここまでです。',
    without: 'JavaScript が必要です。',
  },
};

/** The live button, before the first chapter. */
function withTry(html, language) {
  const {heading, note, attributes, means, without} = tryWords[language];
  const section = `<section class="try" aria-labelledby="try">
<h2 id="try">${heading}</h2>
<p class="note">${note}</p>
<pay-button data-key="pk_test_site" data-locale="${language}" ${attributes}>${without}</pay-button>
<output data-means="${means}"></output>
</section>
`;
  return html.replace('<h2 ', `${section}<h2 `);
}
