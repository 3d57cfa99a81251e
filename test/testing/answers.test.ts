import {expect} from '@open-wc/testing';
import {installFakeStripe, testCards, type FakeStripe} from '../../src/testing/index.js';
import {cardForm, event, pageStripe} from './page.js';

describe('the answers of the fake', () => {
  let fake: FakeStripe;
  beforeEach(() => {
    fake = installFakeStripe();
  });
  afterEach(() => fake.restore());

  async function filledCard(card: Parameters<FakeStripe['fillCard']>[0] = testCards.visa) {
    const form = await cardForm();
    await fake.fillCard(card);
    return form;
  }

  it('refuse the next card alone, by Stripe’s decline code', async () => {
    const {stripe, card} = await filledCard();
    fake.declineNext('insufficient_funds');
    expect((await stripe.createToken(card)).error).to.deep.equal({
      type: 'card_error',
      code: 'card_declined',
      decline_code: 'insufficient_funds',
      doc_url: 'https://stripe.com/docs/error-codes/card-declined',
      message: 'Your card has insufficient funds.',
    });
    expect((await stripe.createToken(card)).token?.object).to.equal('token');
  });

  it('refuse a card by Stripe’s code, and name its field', async () => {
    const {stripe, card} = await filledCard();
    fake.declineNext('expired_card');
    const {error} = await stripe.createPaymentMethod({type: 'card', card});
    expect(error).to.deep.include({code: 'expired_card', param: 'exp_month'});
  });

  it('refuse a card in the test’s own words', async () => {
    const {stripe, card} = await filledCard();
    fake.declineNext({code: 'card_declined', decline_code: 'do_not_honor', message: 'No.'});
    const {error} = await stripe.createToken(card);
    expect(error).to.deep.include({decline_code: 'do_not_honor', message: 'No.'});
  });

  it('leave the refusal for the next card where this one was not sent', async () => {
    const {stripe, card} = await filledCard({number: '4242'});
    fake.declineNext('card_declined');
    expect((await stripe.createToken(card)).error?.code).to.equal('incomplete_number');
    await fake.fillCard();
    expect((await stripe.createToken(card)).error?.code).to.equal('card_declined');
  });

  it('know no words for other codes', () => {
    expect(() => fake.declineNext('no_such_code' as 'card_declined')).to.throw(TypeError);
  });

  it('wait while they are held', async () => {
    const {stripe, card} = await filledCard();
    const seen: string[] = [];
    fake.hold();
    const answered = stripe.createToken(card).then(() => seen.push('answered'));
    // By the time another element is ready, an answer that is not held has come.
    await cardForm();
    seen.push('released');
    fake.release();
    await answered;
    expect(seen).to.deep.equal(['released', 'answered']);
  });

  it('tell of the call, and then of what the page got', async () => {
    const {stripe, card} = await filledCard();
    const called = fake.nextCall('createToken');
    const {token} = await stripe.createToken(card, {name: 'Ada'});
    const call = await called;
    expect(call).to.equal(fake.calls.at(-1));
    expect(call).to.deep.equal({
      method: 'createToken',
      args: [card, {name: 'Ada'}],
      result: {token},
    });
    expect(JSON.stringify(fake.calls)).not.to.include('4242424242424242');
  });

  it('tell of what was thrown at the page, and of no secret key', async () => {
    const {stripe} = await cardForm();
    await stripe.createToken(stripe.elements().create('card')).catch(() => {});
    expect(String(fake.calls.at(-1)?.error)).to.match(/^IntegrationError: We could not retrieve/);
    expect(() => window.Stripe?.('sk_test_secret')).to.throw('secret key');
    expect(JSON.stringify(fake.calls)).not.to.include('sk_test_secret');
  });

  it('never come for an element that does not load', async () => {
    fake.failToLoad();
    const group = pageStripe().elements();
    const card = group.create('card');
    const container = document.body.appendChild(document.createElement('div'));
    const failed = event(card, 'loaderror');
    card.mount(container);
    expect(await failed).to.have.property('elementType', 'card');
    expect(() => card.mount(container)).to.throw('already been destroyed');
    const next = group.create('card');
    const isReady = event(next, 'ready');
    next.mount(container);
    await isReady;
    container.remove();
  });
});
