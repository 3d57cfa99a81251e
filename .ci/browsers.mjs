import {spawnSync} from 'node:child_process';
import {accessSync, constants, existsSync} from 'node:fs';
import {delimiter, join} from 'node:path';

/** Where each engine may be: names to look for in PATH, and full paths. */
const places = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: [
    'firefox-esr',
    'firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
  // WebKitGTK's own browser, which its driver needs. It has no headless mode, hence Xvfb.
  webkit: [
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  ],
};
/** Chromium's engine without its windows: it starts and opens pages in half the time. */
const headlessShells = ['chromium-headless-shell', 'chrome-headless-shell'];
const webkitTools = ['WebKitWebDriver', 'Xvfb', 'xdotool'];
const debianPackages = ['chromium', 'firefox-esr', 'webkit2gtk-driver', 'xvfb', 'xdotool'];

/**
 * The engines of this machine: each name with the path of its browser, or without one.
 * @returns {Record<'chromium' | 'firefox' | 'webkit', string | undefined>}
 */
export function findBrowsers() {
  const {chromium, firefox, webkit} = places;
  return {
    chromium: process.env.CHROMIUM ?? first(chromium),
    firefox: process.env.FIREFOX ?? first(firefox),
    webkit: webkitTools.every(inPath) ? first(webkit) : undefined,
  };
}

/**
 * What drives pages in Chromium where nothing of the whole browser is needed, as its back/forward cache is.
 * @returns {string | undefined} a path
 */
export function findHeadlessChromium() {
  return process.env.CHROMIUM ?? first(headlessShells) ?? first(places.chromium);
}

/** Installs what is missing where that can be done without asking: on Debian, as root. */
export function installBrowsers() {
  const found = [...Object.values(findBrowsers()), first(headlessShells)];
  if (found.every(Boolean) || !isDebianRoot()) return;
  console.log('Installing browsers …');
  // Without the update an older suite is offered.
  apt(['update', '-q']);
  apt(['install', '-yq', '--no-install-recommends', ...debianPackages]);
  // By itself: where there is no such package, the others are installed all the same.
  apt(['install', '-yq', '--no-install-recommends', 'chromium-headless-shell']);
}

/** Whether packages can be installed without asking. */
export function isDebianRoot() {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

export function apt(args) {
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  const {status, stdout, stderr} = spawnSync('apt-get', args, {env, encoding: 'utf8'});
  if (status !== 0) console.error(`apt-get ${args[0]} failed:\n${stdout}${stderr}`);
}

function first(candidates) {
  return candidates
    .map(name => (/[\\/]/.test(name) ? ifRunnable(name) : inPath(name)))
    .find(Boolean);
}

function inPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map(folder => ifRunnable(join(folder, name))).find(Boolean);
}

function ifRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return undefined;
  }
}
