import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {brandOf} from '../../../src/stripe-js/cards/brands.js';
import {passesLuhn} from '../../../src/stripe-js/cards/luhn.js';
import {testCards} from '../../../src/stripe-js/cards/test-cards.js';

const starts = [
  ['', 'unknown'],
  ['4', 'visa'],
  ['5', 'unknown'],
  ['50', 'unknown'],
  ['51', 'mastercard'],
  ['55', 'mastercard'],
  ['56', 'unknown'],
  ['2220', 'unknown'],
  ['2221', 'mastercard'],
  ['2720', 'mastercard'],
  ['2721', 'unknown'],
  ['34', 'amex'],
  ['37', 'amex'],
  ['6011', 'discover'],
  ['643', 'unknown'],
  ['644', 'discover'],
  ['65', 'discover'],
  ['36', 'diners'],
  ['300', 'diners'],
  ['306', 'unknown'],
  ['39', 'diners'],
  ['3527', 'unknown'],
  ['3528', 'jcb'],
  ['3589', 'jcb'],
  ['3590', 'unknown'],
  ['62', 'unionpay'],
  ['81', 'unionpay'],
] as const;

describe('brands', () => {
  it('are told by the first digits', () => {
    for (const [digits, name] of starts) assert.equal(brandOf(digits).name, name, digits);
  });

  it('every test card has a brand, one of its lengths and the right check digit', () => {
    for (const {number} of testCards) {
      const brand = brandOf(number);
      assert.notEqual(brand.name, 'unknown', number);
      assert.ok(brand.lengths.includes(number.length), number);
      assert.ok(passesLuhn(number), number);
    }
  });

  it('the check digit catches one wrong digit and two that changed places', () => {
    assert.equal(passesLuhn('4242424242424242'), true);
    assert.equal(passesLuhn('4242424242424243'), false);
    assert.equal(passesLuhn('2442424242424242'), false);
  });

  it('what is not digits alone has no right check digit', () => {
    for (const text of ['', ' ', '4242 4242 4242 4242', 'abcd'])
      assert.equal(passesLuhn(text), false);
  });
});
