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
    it(`6. shows ${amount} ${currency} as ${text}`, () => {
      expect(plain(formatAmount(amount, currency, 'en'))).to.equal(text);
    });
  }

  it('6. takes the digits after the point from Stripe, not from Intl', () => {
    expect(['jpy', 'krw', 'vnd'].map(decimalsOf)).to.deep.equal([0, 0, 0]);
    expect(['isk', 'ugx', 'huf', 'twd', 'usd'].map(decimalsOf)).to.deep.equal([2, 2, 2, 2, 2]);
    expect(['bhd', 'jod', 'kwd', 'omr', 'tnd'].map(decimalsOf)).to.deep.equal([3, 3, 3, 3, 3]);
  });

  it('knows every currency that Stripe charges', () => {
    // https://docs.stripe.com/currencies
    const stripe =
      'aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd btn bwp byn bzd ' +
      'cad cdf chf clp cny cop crc cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel ghs gip gmd gnf gtq ' +
      'gyd hkd hnl htg huf idr ils inr isk jmd jod jpy kes kgs khr kmf krw kwd kyd kzt lak lbp lkr lrd lsl ' +
      'mad mdl mga mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr ' +
      'pln pyg qar ron rsd rub rwf sar sbd scr sek sgd shp sle sos srd std svc szl thb tjs tnd top try ttd ' +
      'twd tzs uah ugx usd uyu uzs vnd vuv wst xaf xcd xcg xof xpf yer zar zmw';
    expect(stripe.split(' ').filter(currency => !isCurrency(currency))).to.deep.equal([]);
  });

  it('6. knows what is no currency', () => {
    const wrong = ['xxx', 'USD', 'usd ', '', '__proto__', 'us', 'sd ', 'btc', 'eurr', 'd u', '€'];
    expect(wrong.filter(isCurrency)).to.deep.equal([]);
  });
});
