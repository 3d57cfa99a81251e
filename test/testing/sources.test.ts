import {expect} from '@open-wc/testing';
import type {StripeCardElement} from '@stripe/stripe-js';
import type {SourceResult} from '../../src/stripe-js/products.js';
import {installFakeStripe, type FakeStripe} from '../../src/testing/index.js';
import {cardForm} from './page.js';

/** As old releases have it; the types of the newest do not. */
interface OldStripe {
  createSource(card: StripeCardElement, data?: object): Promise<SourceResult>;
  handleCardPayment(): unknown;
}

describe('createSource() of the fake', () => {
  let fake: FakeStripe | undefined;
  afterEach(() => fake?.restore());

  it('makes a reusable source in releases before dahlia', async () => {
    fake = installFakeStripe({version: 'clover'});
    const {stripe, card} = await cardForm();
    await fake.fillCard();
    const old = stripe as unknown as OldStripe;
    const result = await old.createSource(card, {owner: {email: 'ada@example.com'}});
    expect('source' in result && result.source).to.deep.include({
      object: 'source',
      type: 'card',
      flow: 'none',
      status: 'chargeable',
      usage: 'reusable',
    });
  });

  for (const version of ['dahlia', 'endive'] as const) {
    it(`throws in ${version}, as the other removed methods do`, async () => {
      fake = installFakeStripe({version});
      const {stripe, card} = await cardForm();
      const old = stripe as unknown as OldStripe;
      expect(() => old.createSource(card)).to.throw('createSource() was removed');
      expect(() => old.handleCardPayment()).to.throw('handleCardPayment() was removed');
    });
  }
});
