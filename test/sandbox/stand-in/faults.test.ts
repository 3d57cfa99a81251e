import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {cvcRules} from '../../../src/sandbox/frames/cvc.js';
import {expiryRules} from '../../../src/sandbox/frames/expiry.js';
import {numberRules} from '../../../src/sandbox/frames/number.js';

const twoDigits = (value: number) => String(value).padStart(2, '0');

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
  const now = new Date();
  const year = twoDigits(now.getFullYear() % 100);
  const lastYear = twoDigits((now.getFullYear() - 1) % 100);

  it('is incomplete until there are four digits', () =>
    assert.equal(expiryRules.faultOf('123'), 'incomplete_expiry'));

  it('is good in its last month', () =>
    assert.equal(expiryRules.faultOf(twoDigits(now.getMonth() + 1) + year), undefined));

  it('is past with its year', () =>
    assert.equal(expiryRules.faultOf(`12${lastYear}`), 'invalid_expiry_year_past'));

  it('is past with its month', context => {
    if (now.getMonth() === 0) return context.skip('In January no month of the year is past.');
    const lastMonth = twoDigits(now.getMonth());
    assert.equal(expiryRules.faultOf(lastMonth + year), 'invalid_expiry_month_past');
  });
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
