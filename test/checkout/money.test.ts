import {expect} from '@open-wc/testing';
import {decimalsOf, formatAmount, isCurrency} from '../../src/checkout/money.js';

/** `Intl` puts narrow and ordinary no-break spaces where engines please. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('money', () => {
  const shown: readonly [amount: number, currency: string, text: string][] = [
    [999, 'jpy', '¥999'],
    [999, 'usd', '$9.99'],
    [50, 'usd', '$0.50'],
    [1, 'eur', '€0.01'],
    [123456789, 'eur', '€1,234,567.89'],
    [5120, 'kwd', 'KWD 5.120'],
    [500, 'isk', 'ISK 5.00'],
    [500, 'ugx', 'UGX 5.00'],
    [999999999999, 'usd', '$9,999,999,999.99'],
  ];
  for (const [amount, currency, text] of shown) {
    it(`shows ${amount} ${currency} as ${text}`, () => {
      expect(plain(formatAmount(amount, currency, 'en'))).to.equal(text);
    });
  }

  it('takes the digits after the point from Stripe, not from Intl', () => {
    expect(['jpy', 'krw', 'vnd'].map(decimalsOf)).to.deep.equal([0, 0, 0]);
    expect(['isk', 'ugx', 'huf', 'twd', 'usd'].map(decimalsOf)).to.deep.equal([2, 2, 2, 2, 2]);
    expect(['bhd', 'jod', 'kwd', 'omr', 'tnd'].map(decimalsOf)).to.deep.equal([3, 3, 3, 3, 3]);
  });

  it('knows which currencies can be charged', () => {
    expect(['usd', 'jpy', 'kwd'].every(isCurrency)).to.be.true;
    expect(['xxx', 'USD', 'usd ', '', '__proto__', 'us', 'btc'].some(isCurrency)).to.be.false;
  });
});
