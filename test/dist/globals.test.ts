import assert from 'node:assert/strict';
import {test} from 'node:test';
import {built} from '../e2e/legacy/site.js';
import {readsOf} from '../e2e/pages/globals/reads.js';

/** Read when they are needed, since no page can replace them, or by code that expects anything. */
const left = [
  'NaN',
  'ShadowRoot',
  'customElements',
  'document',
  'frameElement',
  'location',
  'navigator',
  'performance',
  'top',
  'webkitURL',
  'window',
];

test('the script reads no global but those that it takes at its start', () => {
  const {bare} = readsOf(built('/pay-button.js'));
  assert.deepEqual(
    bare.filter(name => !left.includes(name)),
    [],
  );
});

for (const part of ['addresses', 'checkoutjs', 'confirm', 'products']) {
  test(`${part}.js reads no global but those that it is given`, () => {
    const {bare} = readsOf(built(`/${part}.js`));
    assert.deepEqual(
      bare.filter(name => !left.includes(name)),
      [],
    );
  });
}
