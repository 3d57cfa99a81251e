import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {errorCodes} from '../../src/errors.js';
import {addressWords} from '../../src/locales/en-addresses.js';
import {en} from '../../src/locales/en.js';

const page = readFileSync(new URL('../../demo/docs/troubleshooting.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| `(\w+)` *\|(.*)\|$/gm)];
const sentences: Readonly<Record<string, string>> = {
  ...en.errors,
};

test('every code stands in a row of its own, and no other does', () => {
  const codes = rows.map(([, code]) => code);
  assert.deepEqual(codes.sort(), Object.values(errorCodes).sort());
});

test('what the customer reads is what the dialog says', () => {
  const quoted = rows.flatMap(([, code = '', rest = '']) =>
    [...rest.matchAll(/“([^”]+)”/g)].map(([, words]) => [code, words] as const),
  );
  assert.ok(quoted.length > 10);
  for (const [code, words] of quoted) {
    const said =
      code === errorCodes.incompleteAddress
        ? addressWords.incompleteAddress.city
        : (sentences[code] ?? en.somethingWrong);
    assert.equal(words, said, code);
  }
});

test('the button says what the page says that it says', () => {
  assert.ok(page.includes(`## The button says “${en.notSetUp}”`));
  assert.ok(page.includes(`## The button says “${en.notNow}”`));
});

test('codes of Stripe’s that it names are known to the dialog', () => {
  const [, others = ''] = page.split('## Any other code\n');
  const [named = ''] = others.split('\n## ');
  const codes = [...named.matchAll(/`([a-z]+_[a-z_]+)`/g)].map(([, code = '']) => code);
  assert.ok(codes.length > 2);
  for (const code of codes) assert.ok(Object.hasOwn(sentences, code), code);
});
