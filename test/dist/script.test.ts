import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import vm from 'node:vm';

const script = readFileSync(new URL('../../dist/pay-button.js', import.meta.url), 'utf8');

test('the script-tag file is plain ASCII, so that a page without a charset shows it right', () => {
  const others = [...script].filter(character => character > '\x7f');
  assert.deepEqual(others, []);
});

test('it is one classic script that loads nothing else', () => {
  assert.doesNotThrow(() => new vm.Script(script));
  assert.doesNotMatch(script, /\bimport\s*\(/);
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
