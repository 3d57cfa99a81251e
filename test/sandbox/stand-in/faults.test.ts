import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {cvcRules} from '../../../src/stripe-js/fields/cvc.js';
import {expiryRules} from '../../../src/stripe-js/fields/expiry.js';
import {numberRules} from '../../../src/stripe-js/fields/number.js';

describe('what is wrong with a card number', () => {
  for (const [value, fault] of [
    ['', 'incomplete_number'],
    ['424242424242424', 'incomplete_number'],
    ['4242424242424242', undefined],
    ['4242424242424241', 'invalid_number'],
    ['378282246310005', undefined],
    ['378282246310006', 'invalid_number'],
    // UnionPay has 16 to 19 digits: one that fails the check may not be finished.
    ['6200000000000005', undefined],
    ['6200000000000006', 'incomplete_number'],
    ['6205500000000000004', undefined],
    ['6205500000000000005', 'invalid_number'],
  ] as const) {
    it(`${value || 'nothing'}: ${fault ?? 'complete'}`, () =>
      assert.equal(numberRules.faultOf(value), fault));
  }
});

describe('what is wrong with an expiry date', () => {
  for (const [value, fault] of [
    ['123', 'incomplete_expiry'],
    ['0726', undefined],
    ['0626', undefined],
    ['0526', 'invalid_expiry_month_past'],
    ['1225', 'invalid_expiry_year_past'],
  ] as const) {
    it(`${value} in June 2026: ${fault ?? 'complete'}`, t => {
      t.mock.timers.enable({apis: ['Date'], now: new Date(2026, 5, 30)});
      assert.equal(expiryRules.faultOf(value), fault);
    });
  }
});

describe('what is wrong with a security code', () => {
  for (const [value, length, fault] of [
    ['12', undefined, 'incomplete_cvc'],
    ['123', undefined, undefined],
    ['1234', undefined, undefined],
    ['123', 4, 'incomplete_cvc'],
    ['1234', 4, undefined],
    ['12', 3, 'incomplete_cvc'],
    ['123', 3, undefined],
  ] as const) {
    it(`${value} where ${length ?? 'any'} digits are asked for: ${fault ?? 'complete'}`, () =>
      assert.equal(cvcRules(length).faultOf(value), fault));
  }
});
