import {existsSync} from 'node:fs';

/**
 * A page of the site.
 * @typedef {object} SitePage
 * @property {string} source its Markdown, from the root of the repository
 * @property {string} path where it lies in the site
 * @property {string} name what the navigation calls it
 * @property {'en' | 'ja'} language
 */

const root = new URL('../../', import.meta.url);

/** @type {(source: string, path: string, name: string, language?: 'en' | 'ja') => SitePage} */
const page = (source, path, name, language = 'en') => {
  if (!existsSync(new URL(source, root))) {
    throw new Error(`demo/site/pages.mjs names the page ${source}, which is not there.`);
  }
  return {source, path, name, language};
};

/** Every page, in the order of the navigation. */
export const pages = [
  page('README.md', 'index.html', 'Overview'),
  page('README.ja.md', 'ja/index.html', '日本語', 'ja'),
  page('demo/docs/recipes.md', 'recipes.html', 'Recipes'),
  page('demo/docs/forms-by-scripts.md', 'forms-by-scripts.html', 'Forms by scripts'),
  page('demo/docs/sandbox.md', 'sandbox.html', 'Sandbox'),
  page('demo/docs/testing.md', 'testing.html', 'Test kit'),
  page('demo/docs/troubleshooting.md', 'troubleshooting.html', 'Troubleshooting'),
  page('demo/docs/security.md', 'security.html', 'Security'),
  page('demo/docs/accessibility.md', 'accessibility.html', 'Accessibility'),
  page('demo/docs/checkoutjs.md', 'checkoutjs.html', 'From checkout.js'),
  page('demo/docs/comparison.md', 'comparison.html', 'Comparison'),
  page('demo/docs/benchmarks.md', 'benchmarks.html', 'Benchmarks'),
  page('demo/docs/server-side-tokens.md', 'server-side-tokens.html', 'Server-side tokens'),
  page('demo/docs/hardening.md', 'hardening.html', 'Hardening'),
  page('CHANGELOG.md', 'changelog.html', 'Changelog'),
  page('CONTRIBUTING.md', 'contributing.html', 'Contributing'),
  page('.github/SECURITY.md', 'report.html', 'Report a hole'),
];

/** What the frame of a page says, in its language. */
export const words = {
  en: {skip: 'Skip to the text', pages: 'Pages', here: 'On this page'},
  ja: {skip: '本文へ移動', pages: 'ページ一覧', here: 'このページの内容'},
};
