import {expect} from '@open-wc/testing';
import {grace} from '../helpers/addresses.js';
import type {CardDetails, CardEvent} from '../../src/gateways/gateway.js';
import {PayError} from '../../src/errors.js';
import {stripeGateway} from '../../src/gateways/stripe.js';

const details: CardDetails = {
  create: 'token',
  email: undefined,
  billing: undefined,
  postalCode: undefined,
};

type Handler = (event: Record<string, unknown>) => void;

const stripeCard = {brand: 'Visa', last4: '4242', exp_month: 12, exp_year: 2034};
const cardSummary = {brand: 'Visa', last4: '4242', expMonth: 12, expYear: 2034};

/** Just enough of Stripe.js for one gateway; the real shape is tested against the sandbox. */
class PageStripe {
  readonly handlers: Record<string, Record<string, Handler>> = {};
  readonly created: Record<string, Record<string, unknown>> = {};
  readonly destroyed: string[] = [];
  readonly tokenized: unknown[] = [];
  answer: () => Promise<unknown> = () => Promise.resolve({});
  createSource?: (element: unknown, data: unknown) => Promise<unknown>;

  elements() {
    return {
      create: (type: string, options: Record<string, unknown>) => this.#create(type, options),
    };
  }

  createToken(_element: unknown, data: unknown) {
    this.tokenized.push(data);
    return this.answer();
  }

  #create(type: string, options: Record<string, unknown>) {
    const handlers: Record<string, Handler> = (this.handlers[type] = {});
    this.created[type] = options;
    return {
      on: (name: string, handler: Handler) => (handlers[name] = handler),
      mount: () => {},
      focus: () => {},
      destroy: () => {
        if (this.destroyed.includes(type)) throw new Error('Destroyed already.');
        this.destroyed.push(type);
      },
    };
  }
}

const look = {
  color: 'rgb(1, 2, 3)',
  placeholderColor: '#666',
  errorColor: '#f00',
  fontFamily: 'serif',
  fontSize: '16px',
};

/** The page's own Stripe.js: is used as it is, so that nothing is fetched. */
async function mounted(page: PageStripe) {
  const keys: string[] = [];
  const Stripe = (key: string) => {
    keys.push(key);
    return page;
  };
  Object.assign(window, {Stripe: Object.assign(Stripe, {version: 'endive'})});
  const card = await stripeGateway.load('pk_test_1', 'en');
  const events: CardEvent[] = [];
  const node = () => document.createElement('div');
  card.mount({number: node(), expiry: node(), cvc: node()}, look, event => events.push(event));
  return {card, events, keys};
}

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

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
    it(`refuses ${key.slice(0, 8)}… without repeating it`, () => {
      expect(() => stripeGateway.isTestKey(key))
        .to.throw(PayError)
        .that.includes({code: 'secret_key', audience: 'merchant'})
        .and.satisfies((error: PayError) => !error.message.includes('51secret'));
    });
  }

  for (const key of ['pk_test_', 'pk_51abc', 'price_1', 'pk_test_a b']) {
    it(`refuses ${key}, which is no publishable key`, () => {
      expect(() => stripeGateway.isTestKey(key))
        .to.throw(PayError)
        .that.includes({code: 'invalid_key'});
    });
  }

  it('uses the Stripe.js that is on the page', async () => {
    const {keys} = await mounted(new PageStripe());
    expect(keys).to.deep.equal(['pk_test_1']);
  });

  it('makes one Stripe for each key and each Stripe.js', async () => {
    const {keys} = await mounted(new PageStripe());
    await stripeGateway.load('pk_test_1', 'en');
    await stripeGateway.load('pk_test_2', 'en');
    expect(keys).to.deep.equal(['pk_test_1', 'pk_test_2']);
    const other = await mounted(new PageStripe());
    expect(other.keys).to.deep.equal(['pk_test_1']);
  });

  it('says that a key was refused', async () => {
    const refusal = Object.assign(new Error('Live keys need HTTPS.'), {name: 'IntegrationError'});
    const Stripe = () => {
      throw refusal;
    };
    Object.assign(window, {Stripe: Object.assign(Stripe, {version: 'endive'})});
    const error = await rejection(stripeGateway.load('pk_test_1', 'en'));
    expect(error).to.include({code: 'provider_refused', audience: 'merchant', cause: refusal});
  });

  it('gives the fields the look of the dialog', async () => {
    const page = new PageStripe();
    await mounted(page);
    expect(Object.keys(page.created)).to.deep.equal(['cardNumber', 'cardExpiry', 'cardCvc']);
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
    expect(page.tokenized).to.deep.equal([{address_zip: '94107'}, {}]);
  });

  it('hands the billing address over with the card, without what is empty', async () => {
    const page = new PageStripe();
    const {card} = await mounted(page);
    page.answer = () => Promise.resolve({token: {id: 'tok_1', type: 'card'}});
    await card.tokenize({...details, email: 'ada@example.com', billing: grace});
    expect(page.tokenized).to.deep.equal([
      {
        name: 'Grace Hopper',
        address_line1: '5 Baker Street',
        address_city: 'London',
        address_zip: 'NW1 6XE',
        address_country: 'GB',
      },
    ]);
  });

  it('makes a source where Stripe.js still does', async () => {
    const page = new PageStripe();
    const {card} = await mounted(page);
    const source = {id: 'src_1', type: 'card', card: stripeCard};
    const made: unknown[] = [];
    page.createSource = (_, data) => {
      made.push(data);
      return Promise.resolve({source});
    };
    const product = await card.tokenize({
      ...details,
      create: 'source',
      email: 'ada@example.com',
      postalCode: '94107',
    });
    expect(product).to.deep.equal({
      kind: 'source',
      id: 'src_1',
      type: 'card',
      card: cardSummary,
      raw: source,
    });
    expect(made).to.deep.equal([
      {type: 'card', owner: {email: 'ada@example.com', address: {postal_code: '94107'}}},
    ]);
  });

  it('says what to do where Stripe.js makes no sources any more', async () => {
    const page = new PageStripe();
    const {card} = await mounted(page);
    const create = () => rejection(card.tokenize({...details, create: 'source'}));
    const wanted = {code: 'provider_refused', audience: 'merchant'};
    expect(await create()).to.include(wanted);
    page.createSource = () => {
      throw new Error('stripe.createSource is no longer supported.');
    };
    const error = await create();
    expect(error).to.include(wanted);
    expect(String(error)).to.include('https://js.stripe.com/clover/stripe.js');
  });

  it('rejects with what Stripe refused', async () => {
    const page = new PageStripe();
    const {card} = await mounted(page);
    page.answer = () => Promise.resolve({error: {type: 'card_error', code: 'card_declined'}});
    const error = await rejection(card.tokenize(details));
    expect(error).to.include({code: 'card_declined', audience: 'customer', field: 'number'});
  });

  for (const answer of [{}, {token: null}, {token: {}}]) {
    it(`rejects the answer ${JSON.stringify(answer)}`, async () => {
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

  it('does not give Stripe.js a secret key, nor repeat it', async () => {
    let called = 0;
    window.Stripe = (() => called++) as unknown as typeof window.Stripe;
    const error = await rejection(stripeGateway.load('sk_live_secret', 'en'));
    window.Stripe = undefined;
    expect(error).to.include({code: 'secret_key', audience: 'merchant'});
    expect(String(error)).not.to.include('sk_live_secret');
    expect(called).to.equal(0);
  });
});
