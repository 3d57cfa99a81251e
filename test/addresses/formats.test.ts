import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {formatsSource} from '../../.ci/address-formats.mjs';

test('the table of address formats is what `npm run addresses` writes', async () => {
  const table = new URL('../../src/addresses/formats.ts', import.meta.url);
  assert.equal(readFileSync(table, 'utf8'), await formatsSource());
});
