import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import vm from 'node:vm';

const script = readFileSync(new URL('../../dist/pay-button.js', import.meta.url), 'utf8');

test('the script-tag file is plain ASCII, so that a page without a charset shows it right', () => {
  const others = [...script].filter(character => character > '\x7f');
  assert.deepEqual(others, []);
});

const parts: Readonly<Record<string, readonly string[]>> = {
  'addresses.js': ['createPart'],
  'checkoutjs.js': ['createPart'],
  'confirm.js': ['createPart'],
  'parts.js': ['hashes'],
  'products.js': ['createPart'],
};

test('it is one classic script, and what it loads on demand is there', async () => {
  assert.doesNotThrow(() => new vm.Script(script));
  const named = [...script.matchAll(/"([\w-]+\.js)"/g)].map(([, name]) => name);
  assert.deepEqual(named.toSorted(), Object.keys(parts));
  for (const [name, exported] of Object.entries(parts)) {
    const {href} = new URL(`../../dist/${name}`, import.meta.url);
    assert.deepEqual(Object.keys((await import(href)) as object).toSorted(), exported, name);
  }
});

test('it asks for parts of its own release', async () => {
  const {version} = (await import('../../src/version.js')) as {version: string};
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  assert.equal(version, (JSON.parse(manifest) as {version: string}).version);
});

test('it asks Stripe for the release that its types are of', () => {
  const loader = new URL('../../node_modules/@stripe/stripe-js/dist/pure.mjs', import.meta.url);
  const [, release] = /RELEASE_TRAIN = '(\w+)'/.exec(readFileSync(loader, 'utf8')) ?? [];
  assert.ok(release);
  assert.match(script, /https:\/\/js\.stripe\.com\/\$\{[^}]+\}\/stripe\.js/);
  assert.ok(script.includes(`"${release}"`));
});

test('each language is one file that needs no other', () => {
  const folder = new URL('../../dist/locales/', import.meta.url);
  for (const name of ['ja', 'en-GB', 'es-419']) {
    const text = readFileSync(new URL(`${name}.js`, folder), 'utf8');
    assert.doesNotMatch(text, /\bimport\b/, name);
    assert.match(text, /\bas words\b/, name);
  }
});

test('what is loaded on demand brings no second Lit along', () => {
  for (const name of Object.keys(parts)) {
    const part = readFileSync(new URL(`../../dist/${name}`, import.meta.url), 'utf8');
    assert.doesNotMatch(part, /litElement|\bimport\b/i, name);
  }
});

test('it knows no address but Stripe’s, and nothing of the sandbox', () => {
  assert.doesNotMatch(script, /sandbox|localhost:/i);
  const hosts = new Set(script.match(/https?:\/\/[\w.-]+/g));
  assert.deepEqual([...hosts], ['https://js.stripe.com']);
});

test('the ES module leaves Lit to the bundler', () => {
  const dialog = readFileSync(
    new URL('../../dist/elements/pay-dialog.js', import.meta.url),
    'utf8',
  );
  assert.match(dialog, /from 'lit'/);
});

test('27. it listens to no messages: nobody can forge one', () => {
  const listened = [...script.matchAll(/addEventListener\("(\w+)"/g)].map(([, type]) => type);
  assert.ok(listened.includes('pageshow') && listened.includes('submit'));
  assert.ok(!listened.includes('message'));
  assert.doesNotMatch(script, /onmessage|MessageChannel/);
});
