import {posix} from 'node:path';
import {pages} from './pages.mjs';

/** What the site has of the repository beside its pages: where it lies here, and there. */
const copies = [
  ['demo/screenshots/', 'screenshots/'],
  ['demo/docs/how-it-works.svg', 'how-it-works.svg'],
];

/**
 * Where an address of a Markdown file leads in the site.
 * @param {string} href as it stands there
 * @param {import('./pages.mjs').SitePage} page the page that it stands on
 * @param {string} [repository] the address below which the repository's files can be read
 * @returns {string | undefined} nothing, where the site has no such file and the repository's address is not known
 */
export function siteAddress(href, page, repository) {
  if (/^[a-z]+:/i.test(href) || href.startsWith('#')) return href;
  const [path = '', anchor] = href.split('#');
  const file = posix.join(posix.dirname(page.source), path);
  const target = pages.find(({source}) => source === file)?.path ?? copied(file);
  if (target === undefined) return repository && `${repository}/${file}`;
  return fromPage(page, target) + (anchor === undefined ? '' : `#${anchor}`);
}

/**
 * The way from a page to a file of the site.
 * @param {import('./pages.mjs').SitePage} page
 * @param {string} target
 * @returns {string}
 */
export function fromPage(page, target) {
  return posix.relative(posix.dirname(page.path), target);
}

/**
 * @param {string} file
 * @returns {string | undefined}
 */
function copied(file) {
  const copy = copies.find(([from]) => file.startsWith(from));
  return copy && copy[1] + file.slice(copy[0].length);
}
