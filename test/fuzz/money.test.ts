import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {decimalsOf, formatAmount, isCurrency} from '../../src/checkout/money.js';
import {readOptions} from '../../src/checkout/options.js';
import {locales} from '../../src/locales/locale.js';
import {StubGateway} from '../helpers/stub-gateway.js';
import './report.js';

const currencies = [
  ...Intl.supportedValuesOf('currency').map(code => code.toLowerCase()),
  'sle',
  'std',
  'xcg',
].filter(isCurrency);

/** Both sides of each, since digits are grouped by two, three or four. */
const edges = [1, 9, 10, 99, 100, 999, 1000, 9999, 10_000, 99_999_999];

const amounts = fc.oneof(fc.integer({min: 1, max: 99_999_999}), fc.constantFrom(...edges));

/** What is written, by how the browser writes any other amount in that currency and language. */
function parse(written: string, currency: string, locale: string): number {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: 1,
  });
  const part = (type: Intl.NumberFormatPartTypes) =>
    format.formatToParts(-1.1).find(found => found.type === type)?.value ?? '';
  const digits = [...new Intl.NumberFormat(locale, {useGrouping: false}).format(9876543210)];
  // Its name first: that of Danish crowns has a point in it.
  const [whole = '', fraction = ''] = written.replace(part('currency'), '').split(part('decimal'));
  const plain = (text: string) =>
    [...text]
      .map(character => digits.indexOf(character))
      .filter(at => at >= 0)
      .map(at => 9 - at)
      .join('');
  expect(plain(fraction)).to.have.length(decimalsOf(currency));
  return Number(plain(whole) + plain(fraction));
}

describe('an amount', () => {
  it('is shown as what it is, in every currency and language', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom(...currencies),
        fc.constantFrom(...locales),
        (amount, currency, locale) => {
          const written = formatAmount(amount, currency, locale);
          expect(parse(written, currency, locale), written).to.equal(amount);
        },
      ),
      {numRuns: 2000},
    );
  });

  it('is read as it was written', () => {
    const element = document.createElement('div');
    element.setAttribute('data-key', 'pk_test_1');
    fc.assert(
      fc.property(amounts, fc.constantFrom(...currencies), (amount, currency) => {
        element.setAttribute('data-amount', String(amount));
        element.setAttribute('data-currency', currency.toUpperCase());
        expect(readOptions(element, new StubGateway())).to.include({amount, currency});
      }),
      {numRuns: 500},
    );
  });
});
