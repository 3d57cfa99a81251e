import {expect} from '@open-wc/testing';
import type {StripeCardElementChangeEvent} from '@stripe/stripe-js';
import {installFakeStripe, testCards, type FakeStripe} from '../../src/testing/index.js';
import {cardForm, pageStripe} from './page.js';

describe('fillCard()', () => {
  let fake: FakeStripe;
  beforeEach(() => {
    fake = installFakeStripe();
  });
  afterEach(() => fake.restore());

  /** Fills a card in, and returns the last change that the page hears of. */
  async function changeBy(card: Parameters<FakeStripe['fillCard']>[0], options: object = {}) {
    const form = await cardForm(options);
    let last: StripeCardElementChangeEvent | undefined;
    form.card.on('change', event => (last = event));
    await fake.fillCard(card);
    return last;
  }

  for (const [kind, card] of Object.entries({
    'a test card': testCards.visa,
    'a number': '4242 4242 4242 4242',
    'any complete card': {complete: true} as const,
    'its parts': {number: '4242424242424242', expiry: '12/34', cvc: '123', postal: '42424'},
  })) {
    it(`takes ${kind}`, async () => {
      expect(await changeBy(card)).to.deep.equal({
        elementType: 'card',
        empty: false,
        complete: true,
        error: undefined,
        brand: 'visa',
        value: {postalCode: '42424'},
      });
    });
  }

  it('makes up a security code of four digits for American Express', async () => {
    expect(await changeBy('378282246310005')).to.deep.include({brand: 'amex', complete: true});
  });

  it('leaves a half-typed card, as a customer would', async () => {
    const change = await changeBy({number: '4242'});
    expect(change?.error?.code).to.equal('incomplete_number');
    expect(change?.complete).to.be.false;
  });

  it('shows a wrong number', async () => {
    const change = await changeBy(testCards.incorrectNumber);
    expect(change?.error?.code).to.equal('invalid_number');
  });

  it('empties a field', async () => {
    await changeBy(testCards.visa);
    await fake.fillCard({cvc: ''});
    expect(document.querySelector('.StripeElement--complete')).to.equal(null);
  });

  it('needs no postal code where none is asked for', async () => {
    const change = await changeBy(testCards.visa, {hidePostalCode: true});
    expect(change).to.deep.include({complete: true, value: {postalCode: ''}});
  });

  it('comes and goes as a customer does', async () => {
    const {seen} = await cardForm();
    await fake.fillCard({number: '4242424242424242'});
    expect(seen).to.deep.equal(['ready', 'focus', 'change', 'blur']);
  });

  it('waits until the elements are ready', async () => {
    const {form} = await cardForm();
    const group = pageStripe().elements();
    const seen: string[] = [];
    for (const type of ['cardNumber', 'cardExpiry', 'cardCvc'] as const) {
      const container = document.createElement('div');
      form.append(container);
      const element = group.create(type as 'cardNumber');
      element.on('ready', () => seen.push(`${type} ready`));
      element.on('change', ({complete}) => seen.push(`${type} ${complete}`));
      element.mount(container);
    }
    await fake.fillCard();
    expect(seen).to.deep.equal([
      'cardNumber ready',
      'cardExpiry ready',
      'cardCvc ready',
      'cardNumber true',
      'cardExpiry true',
      'cardCvc true',
    ]);
  });

  it('cannot type into what is disabled, or not there', async () => {
    expect(await rejection(fake.fillCard())).to.match(/no card element is mounted/);
    await cardForm({disabled: true});
    expect(await rejection(fake.fillCard())).to.match(/card Element is disabled/);
  });
});

function rejection(promise: Promise<unknown>): Promise<string> {
  return promise.then(() => 'nothing', String);
}
