import {expect} from '@open-wc/testing';
import {grace} from '../helpers/addresses.js';
import type {CardDetails} from '../../src/gateways/gateway.js';
import {PayError} from '../../src/errors.js';
import {stripeGateway} from '../../src/gateways/stripe.js';
import {look, mounted, PageStripe, rejection, request} from '../helpers/page-stripe.js';

const details: CardDetails = {
  email: undefined,
  billing: undefined,
  postalCode: undefined,
};

const stripeCard = {brand: 'Visa', last4: '4242', exp_month: 12, exp_year: 2034};
const cardSummary = {brand: 'Visa', last4: '4242', expMonth: 12, expYear: 2034};

describe('stripeGateway', () => {
  afterEach(() => {
    Reflect.deleteProperty(window, 'Stripe');
  });

  it('tells test keys from live ones', () => {
    expect(stripeGateway.isTestKey('pk_test_51abc')).to.be.true;
    expect(stripeGateway.isTestKey('pk_live_51abc')).to.be.false;
  });

  for (const key of [
    'sk_test_51secret',
    'sk_live_51secret',
    'rk_live_51secret',
    'whsec_51secret',
  ]) {
    it(`2. refuses ${key.slice(0, 8)}… without repeating it`, () => {
      expect(() => stripeGateway.isTestKey(key))
        .to.throw(PayError)
        .that.includes({code: 'secret_key', audience: 'merchant'})
        .and.satisfies((error: PayError) => !error.message.includes('51secret'));
    });
  }

  for (const key of [
    'pk_test_',
    'pk_51abc',
    'price_1',
    'pk_test_a b',
    'pk_test_a\nb',
    ' pk_test_a',
  ]) {
    it(`4. refuses ${key}, which is no publishable key`, () => {
      expect(() => stripeGateway.isTestKey(key))
        .to.throw(PayError)
        .that.includes({code: 'invalid_key'});
    });
  }

  it('uses the Stripe.js that is on the page', async () => {
    const {calls} = await mounted(new PageStripe());
    expect(calls).to.deep.equal([['pk_test_1']]);
  });

  it('12. makes one Stripe for each key, account and Stripe.js', async () => {
    const {calls} = await mounted(new PageStripe());
    await stripeGateway.load(request);
    await stripeGateway.load({...request, key: 'pk_test_2'});
    await stripeGateway.load({...request, account: 'acct_1'});
    await stripeGateway.load({...request, account: 'acct_1'});
    expect(calls).to.deep.equal([
      ['pk_test_1'],
      ['pk_test_2'],
      ['pk_test_1', {stripeAccount: 'acct_1'}],
    ]);
    const other = await mounted(new PageStripe());
    expect(other.calls).to.deep.equal([['pk_test_1']]);
  });

  it('3. says that a key was refused', async () => {
    const refusal = Object.assign(new Error('Live keys need HTTPS.'), {name: 'IntegrationError'});
    const Stripe = () => {
      throw refusal;
    };
    Object.assign(window, {Stripe: Object.assign(Stripe, {version: 'endive'})});
    const error = await rejection(stripeGateway.load(request));
    expect(error).to.include({code: 'provider_refused', audience: 'merchant', cause: refusal});
  });

  it('gives the fields the look of the dialog', async () => {
    const page = new PageStripe();
    await mounted(page);
    expect(Object.keys(page.created)).to.deep.equal([
      'group',
      'cardNumber',
      'cardExpiry',
      'cardCvc',
    ]);
    expect(page.created['group']).to.deep.equal({locale: 'en'});
    expect(page.created['cardNumber']).to.deep.include({showIcon: true, disableLink: true});
    expect(page.created['cardCvc']).to.deep.equal({
      style: {
        base: {
          color: look.color,
          fontFamily: look.fontFamily,
          fontSize: look.fontSize,
          '::placeholder': {color: look.placeholderColor},
        },
        invalid: {color: look.errorColor, iconColor: look.errorColor},
      },
    });
  });

  it('passes on what the fields say', async () => {
    const page = new PageStripe();
    const {events} = await mounted(page);
    const error = {code: 'invalid_number', message: 'Your card number is invalid.'};
    page.handlers['cardNumber']?.['ready']?.({});
    page.handlers['cardExpiry']?.['change']?.({complete: true, error: undefined});
    page.handlers['cardNumber']?.['change']?.({complete: false, error});
    page.handlers['cardCvc']?.['escape']?.({});
    page.handlers['cardNumber']?.['loaderror']?.({error});
    expect(events).to.deep.equal([
      {type: 'ready', field: 'number'},
      {type: 'change', field: 'expiry', complete: true, error: undefined},
      {type: 'change', field: 'number', complete: false, error},
      {type: 'escape', field: 'cvc'},
      {type: 'failed', cause: error},
    ]);
  });

  it('makes a token, with the postal code where there is one', async () => {
    const page = new PageStripe();
    const {card} = await mounted(page);
    const token = {id: 'tok_1', type: 'card', card: {...stripeCard, extra: 1}};
    page.answer = () => Promise.resolve({token});
    expect(await card.tokenize({...details, postalCode: '94107'})).to.deep.equal({
      kind: 'token',
      id: 'tok_1',
      type: 'card',
      card: cardSummary,
      raw: token,
    });
    await card.tokenize(details);
    expect(page.asked).to.deep.equal([
      ['createToken', {address_zip: '94107'}],
      ['createToken', {}],
    ]);
  });

  it('hands the billing address over with the card, without what is empty', async () => {
    const page = new PageStripe();
    const {card} = await mounted(page);
    page.answer = () => Promise.resolve({token: {id: 'tok_1', type: 'card'}});
    await card.tokenize({...details, email: 'ada@example.com', billing: grace});
    expect(page.asked.map(([, data]) => data)).to.deep.equal([
      {
        name: 'Grace Hopper',
        address_line1: '5 Baker Street',
        address_city: 'London',
        address_zip: 'NW1 6XE',
        address_country: 'GB',
      },
    ]);
  });

  it('rejects with what Stripe refused', async () => {
    const page = new PageStripe();
    const {card} = await mounted(page);
    page.answer = () => Promise.resolve({error: {type: 'card_error', code: 'card_declined'}});
    const error = await rejection(card.tokenize(details));
    expect(error).to.include({code: 'card_declined', audience: 'customer', field: 'number'});
  });

  const noTokens = [
    {},
    {token: null},
    {token: {}},
    {token: {id: 7, type: 'card'}},
    {token: {id: {}, type: 'card'}},
    {token: {id: 'tok_1', type: {}}},
  ];
  for (const answer of noTokens) {
    it(`43. rejects the answer ${JSON.stringify(answer)}`, async () => {
      const page = new PageStripe();
      const {card} = await mounted(page);
      page.answer = () => Promise.resolve(answer);
      const error = await rejection(card.tokenize(details));
      expect(error).to.include({code: 'provider_failed', audience: 'network'});
    });
  }

  it('keeps the cause where Stripe.js rejects', async () => {
    const page = new PageStripe();
    const {card} = await mounted(page);
    const cause = new Error('We could not retrieve data from the specified Element.');
    page.answer = () => Promise.reject(cause);
    const error = await rejection(card.tokenize(details));
    expect(error).to.include({code: 'provider_failed', audience: 'network', cause});
  });

  it('destroys the fields once', async () => {
    const page = new PageStripe();
    const {card} = await mounted(page);
    card.destroy();
    card.destroy();
    expect(page.destroyed).to.deep.equal(['cardNumber', 'cardExpiry', 'cardCvc']);
  });

  it('takes no offence at fields that Stripe.js has destroyed itself', async () => {
    const page = new PageStripe();
    const {card} = await mounted(page);
    page.destroyed.push('cardExpiry');
    card.destroy();
    expect(page.destroyed).to.include('cardCvc');
  });

  it('2. does not give Stripe.js a secret key, nor repeat it', async () => {
    let called = 0;
    window.Stripe = (() => called++) as unknown as typeof window.Stripe;
    const error = await rejection(stripeGateway.load({...request, key: 'sk_live_secret'}));
    window.Stripe = undefined;
    expect(error).to.include({code: 'secret_key', audience: 'merchant'});
    expect(String(error)).not.to.include('sk_live_secret');
    expect(called).to.equal(0);
  });
});
