// `npm run site`: the Markdown files as a static site. REPOSITORY is the address below which the
// repository's files can be read; without it, what is no page of the site is named and not linked.
import {build} from 'esbuild';
import {cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {argv, env} from 'node:process';
import {fileURLToPath} from 'node:url';
import {render} from './markdown.mjs';
import {pages} from './pages.mjs';
import {document} from './template.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The parts of the button that its page may ask for, beside its file. */
const scripts = ['pay-button.js', 'addresses.js', 'checkoutjs.js', 'confirm.js', 'products.js'];

/**
 * Needs `npm run build` before.
 * @param {string} folder is emptied
 * @param {string} [repository]
 * @returns {Promise<void>}
 */
export async function buildSite(folder, repository) {
  rmSync(folder, {recursive: true, force: true});
  for (const page of pages) {
    const file = join(folder, page.path);
    mkdirSync(dirname(file), {recursive: true});
    const markdown = readFileSync(join(root, page.source), 'utf8');
    writeFileSync(file, document(page, render(markdown, page, repository)));
  }

  const copy = (from, to) => cpSync(join(root, from), join(folder, to), {recursive: true});
  copy('demo/site/site.css', 'site.css');
  copy('demo/public/images/kiosk.svg', 'icon.svg');
  copy('demo/docs/how-it-works.svg', 'how-it-works.svg');
  for (const script of [...scripts, 'parts.js']) copy(`dist/${script}`, script);
  for (const file of readdirSync(join(root, 'dist/locales'))) {
    if (file.endsWith('.js')) copy(`dist/locales/${file}`, `locales/${file}`);
  }
  for (const file of readdirSync(join(root, 'demo/screenshots'))) {
    if (file.endsWith('.webp')) copy(`demo/screenshots/${file}`, `screenshots/${file}`);
  }
  await build({
    entryPoints: [join(root, 'demo/site/try.js')],
    outfile: join(folder, 'try.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    logLevel: 'warning',
  });
}

if (argv[1] === fileURLToPath(import.meta.url)) await buildSite(join(root, 'site'), env.REPOSITORY);
