import {spawnSync} from 'node:child_process';
import {apt, isDebianRoot} from './browsers.mjs';

/** What the recipes in other languages run with: where it may be, and what shows that it is whole. */
const interpreters = {
  php: {
    places: ['php'],
    probe: ['-r', 'exit(extension_loaded("curl") ? 0 : 1);'],
    packages: ['php-cli', 'php-curl'],
  },
  python: {
    // Debian's own has Debian's packages; another one may come first in PATH.
    places: ['python3', '/usr/bin/python3'],
    probe: ['-c', 'import flask, stripe'],
    packages: ['python3-flask', 'python3-stripe'],
  },
  ruby: {
    places: ['ruby'],
    probe: ['-e', 'require "sinatra/base"; require "webrick"'],
    packages: ['ruby', 'ruby-sinatra', 'ruby-webrick'],
  },
};

/**
 * The interpreters of this machine that have the libraries that the recipes need.
 * @returns {Record<'php' | 'python' | 'ruby', string | undefined>}
 */
export function findInterpreters() {
  const found = Object.entries(interpreters).map(([name, {places, probe}]) => [
    name,
    places.find(place => spawnSync(place, probe).status === 0),
  ]);
  return Object.fromEntries(found);
}

/** Installs what is missing where that can be done without asking: on Debian, as root. */
export function installInterpreters() {
  const found = findInterpreters();
  const missing = Object.keys(interpreters).filter(name => !found[name]);
  if (missing.length === 0 || !isDebianRoot()) return;
  console.log(`Installing ${missing.join(', ')} …`);
  apt(['update', '-q']);
  const packages = missing.flatMap(name => interpreters[name].packages);
  apt(['install', '-yq', '--no-install-recommends', ...packages]);
}

/** How a person gets what is missing. */
export function howToInstall(name) {
  return `apt-get install ${interpreters[name].packages.join(' ')}`;
}
