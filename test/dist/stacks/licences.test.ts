import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';

const root = new URL('../../../', import.meta.url);

function read(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

/** The licence that a package comes with, on one line: whoever hands it on may indent it otherwise. */
function licenceOf(name: string): string {
  const folder = `node_modules/${name}/`;
  const file = readdirSync(new URL(folder, root)).find(each => /^licen[cs]e/i.test(each));
  assert.ok(file, `${name} has no licence`);
  return onOneLine(read(folder + file));
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

test('each package that a part of is built into the sandbox is there with its licence', () => {
  const {sources} = JSON.parse(read('dist/sandbox/libraries.js.map')) as {sources: string[]};
  const inPackages = sources.map(source => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1]);
  const names = new Set(inPackages.filter(name => name !== undefined));
  assert.ok(['hono', '@hono/node-server', 'qs', 'side-channel'].every(name => names.has(name)));
  const handedOn = onOneLine(read('dist/sandbox/THIRD-PARTY-LICENSES.txt'));
  const missing = [...names].filter(name => !handedOn.includes(licenceOf(name)));
  assert.deepEqual(missing, []);
});

test('so are Lit’s packages beside the script', () => {
  const handedOn = onOneLine(read('dist/THIRD-PARTY-LICENSES.txt'));
  for (const name of ['lit-html', 'lit-element', '@lit/reactive-element']) {
    assert.ok(handedOn.includes(`Name: ${name} `) && handedOn.includes(licenceOf(name)), name);
  }
});
