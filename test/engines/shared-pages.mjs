import {mkdirSync, writeFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {testFiles} from '../test-files.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Web Test Runner serves nothing from outside of the project. */
const cache = 'node_modules/.cache/pay-button-tests';

/** Of `test`: what is tested in pages, file by file. */
const folders = 'checkout compat delivery elements fuzz gateways locales testing'.split(' ');

/** Files that need a page to themselves, and why. */
const alone = [
  // What old pages load and are warned of happens once to a page.
  /^test\/compat\//,
  // It loads the widget once more, in a frame, and coverage keeps one count of a file.
  /^test\/elements\/pay-button-paying\.test\.ts$/,
  // A page that has loaded Stripe.js does not load it again.
  /^test\/gateways\/stripe-look-alikes\.test\.ts$/,
];

/**
 * Has the test files of a folder share a page: to load the widget and the tools anew takes longer than most
 * files' tests do.
 * @param {string} kind of the page: each has other files
 * @param {{leftOut?: readonly RegExp[], apart?: readonly string[]}} options files, by their paths from the root,
 *   that are not run, and more of those that need a page to themselves
 * @returns {string[]} paths from the root of files for Web Test Runner
 */
export function sharedPages(kind, {leftOut = [], apart = []} = {}) {
  const isAlone = file => apart.includes(file) || alone.some(pattern => pattern.test(file));
  return folders.flatMap(folder => {
    const files = testFiles(folder).filter(file => !leftOut.some(pattern => pattern.test(file)));
    const together = files.filter(file => !isAlone(file));
    return [
      ...files.filter(isAlone),
      ...(together.length ? [write(`${kind}/${folder}.js`, together)] : []),
    ];
  });
}

/** @returns {string} what a file that Web Test Runner ran is for, by its path: a test file, or a folder of them */
export function testsIn(path) {
  const file = relative(root, path).replaceAll('\\', '/');
  return file.startsWith(cache) ? `test/${file.match(/\w+(?=\.js$)/)[0]}` : file;
}

function write(name, files) {
  const path = join(cache, name);
  mkdirSync(join(root, path, '..'), {recursive: true});
  writeFileSync(join(root, path), files.map(file => `import '/${file}';\n`).join(''));
  return path;
}
