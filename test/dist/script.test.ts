import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import vm from 'node:vm';

const script = readFileSync(new URL('../../dist/pay-button.js', import.meta.url), 'utf8');

test('the script-tag file is plain ASCII, so that a page without a charset shows it right', () => {
  const others = [...script].filter(character => character > '\x7f');
  assert.deepEqual(others, []);
});

test('it is one classic script, and what it loads on demand is there', async () => {
  assert.doesNotThrow(() => new vm.Script(script));
  const parts = [...script.matchAll(/"([\w-]+\.js)"/g)].map(([, name]) => name);
  assert.deepEqual(parts, ['addresses.js']);
  const part = new URL('../../dist/addresses.js', import.meta.url);
  const addresses = (await import(part.href)) as Record<string, unknown>;
  assert.deepEqual(Object.keys(addresses).sort(), ['addressBook', 'createAddressForm']);
});

test('it asks for parts of its own release', async () => {
  const {version} = (await import('../../src/version.js')) as {version: string};
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  assert.equal(version, (JSON.parse(manifest) as {version: string}).version);
});

test('what is loaded on demand brings no second Lit along', () => {
  const addresses = readFileSync(new URL('../../dist/addresses.js', import.meta.url), 'utf8');
  assert.doesNotMatch(addresses, /litElement|\bimport\b/i);
});

test('it knows no address but Stripe’s, and nothing of the sandbox', () => {
  assert.doesNotMatch(script, /sandbox|localhost:/i);
  const hosts = new Set(script.match(/https?:\/\/[\w.-]+/g));
  assert.deepEqual([...hosts].sort(), ['https://docs.stripe.com', 'https://js.stripe.com']);
});

test('the ES module leaves Lit and the loader to the bundler', () => {
  const dialog = readFileSync(
    new URL('../../dist/elements/pay-dialog.js', import.meta.url),
    'utf8',
  );
  assert.match(dialog, /from 'lit'/);
});
