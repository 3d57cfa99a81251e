import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {locales} from '../../src/locales/locale.js';

const root = new URL('../../', import.meta.url);

function read(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

function hashOf(file: string, algorithm = 'sha384'): string {
  return `${algorithm}-${createHash(algorithm)
    .update(read(`dist/${file}`))
    .digest('base64')}`;
}

const hashes = JSON.parse(read('dist/integrity.json')) as Record<string, string>;

/** All files that `script.ts` can ask for. Each needs a hash. */
const onDemand = [
  ...[...read('src/script.ts').matchAll(/loadPart\('([^']+)'\)/g)].map(([, name]) => name),
  ...locales.filter(locale => locale !== 'en').map(locale => `locales/${locale}.js`),
];

test('the release has the hash of each file that a page may load, and no other', () => {
  const files = ['pay-button.js', 'parts.js', ...onDemand];
  assert.deepEqual(Object.keys(hashes).toSorted(), files.toSorted());
  for (const [file, hash] of Object.entries(hashes)) assert.equal(hash, hashOf(file), file);
});

test('the file knows the hash of parts.js, and that one those of all parts', async () => {
  assert.ok(read('dist/pay-button.js').includes(`"${hashOf('parts.js', 'sha256')}"`));
  const parts = (await import(new URL('dist/parts.js', root).href)) as {hashes: object};
  assert.deepEqual(parts.hashes, Object.fromEntries(onDemand.map(name => [name, hashOf(name)])));
});

test('the README’s tag has the hash of this build (`npm run record` writes it)', () => {
  const tags = [...read('README.md').matchAll(/integrity="([^"]+)"\s+crossorigin="anonymous"/g)];
  assert.deepEqual(
    tags.map(([, hash]) => hash),
    [hashes['pay-button.js']],
  );
});
