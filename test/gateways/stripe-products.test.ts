import {expect} from '@open-wc/testing';
import type {CardDetails} from '../../src/gateways/gateway.js';
import {stripeGateway} from '../../src/gateways/stripe.js';
import {grace} from '../helpers/addresses.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {look, mounted, PageStripe, rejection} from '../helpers/page-stripe.js';

const details: CardDetails = {email: undefined, billing: undefined, postalCode: undefined};
const stripeCard = {brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2034};
const cardSummary = {brand: 'visa', last4: '4242', expMonth: 12, expYear: 2034};
const gracesAddress = {line1: '5 Baker Street', city: 'London', postal_code: 'NW1 6XE'};

describe('stripeGateway, making', () => {
  afterEach(() => {
    Reflect.deleteProperty(window, 'Stripe');
  });

  it('a payment method, with who pays', async () => {
    const page = new PageStripe();
    const {card} = await mounted(page, {create: 'payment-method'});
    const paymentMethod = {id: 'pm_1', type: 'card', card: stripeCard};
    page.answer = () => Promise.resolve({paymentMethod});
    const product = await card.tokenize({...details, email: 'ada@example.com', billing: grace});
    expect(product).to.deep.equal({
      kind: 'payment-method',
      id: 'pm_1',
      type: 'card',
      card: cardSummary,
      raw: paymentMethod,
    });
    const address = {...gracesAddress, country: 'GB'};
    const owner = {name: 'Grace Hopper', email: 'ada@example.com', address};
    expect(page.asked).to.deep.equal([['createPaymentMethod', owner]]);
  });

  it('a source where Stripe.js still does, of the usage that was asked for', async () => {
    const page = new PageStripe();
    const {card} = await mounted(page, {create: 'source', usage: 'single_use'});
    const source = {id: 'src_1', type: 'card', card: stripeCard};
    const made: unknown[] = [];
    page.createSource = (_, data) => {
      made.push(data);
      return Promise.resolve({source});
    };
    const email = 'ada@example.com';
    const product = await card.tokenize({...details, email, postalCode: '94107'});
    expect(product).to.include({kind: 'source', id: 'src_1', type: 'card', raw: source});
    expect(product.card).to.deep.equal(cardSummary);
    const owner = {email, address: {postal_code: '94107'}};
    expect(made).to.deep.equal([{type: 'card', usage: 'single_use', owner}]);
  });

  it('no source where Stripe.js makes none any more, and says what to do', async () => {
    const page = new PageStripe();
    const {card} = await mounted(page, {create: 'source'});
    const wanted = {code: 'provider_refused', audience: 'merchant'};
    expect(await rejection(card.tokenize(details))).to.include(wanted);
    page.createSource = () => {
      throw new Error('stripe.createSource is no longer supported.');
    };
    const error = await rejection(card.tokenize(details));
    expect(error).to.include(wanted);
    expect(String(error)).to.include('https://js.stripe.com/clover/stripe.js');
  });

  describe('a confirmation token', () => {
    const wanted = {create: 'confirmation-token', amount: 999, currency: 'jpy'} as const;

    it('of one field for the whole card, in the look of the dialog', async () => {
      expect(stripeGateway.fieldsFor('confirmation-token')).to.deep.equal(['card']);
      const page = new PageStripe();
      const {card} = await mounted(page, wanted);
      expect(Object.keys(page.created)).to.deep.equal(['group', 'payment']);
      expect(page.created['group']).to.deep.include({
        mode: 'payment',
        amount: 999,
        currency: 'jpy',
        locale: 'en',
        allowedPaymentMethodTypes: ['card'],
      });
      expect(page.created['group']['appearance']).to.have.nested.property(
        'variables.colorText',
        look.color,
      );
      card.restyle({...look, color: 'white'});
      expect(page.updated[0]?.[1]).to.have.nested.property(
        'appearance.variables.colorText',
        'white',
      );
    });

    it('once the field has been submitted', async () => {
      const page = new PageStripe();
      const {card} = await mounted(page, wanted);
      const raw = {id: 'ctoken_1', payment_method_preview: {type: 'card', card: stripeCard}};
      page.answer = () => Promise.resolve({confirmationToken: raw});
      const product = await card.tokenize({...details, email: 'ada@example.com'});
      expect(product).to.deep.equal({
        kind: 'confirmation-token',
        id: 'ctoken_1',
        type: 'card',
        card: cardSummary,
        raw,
      });
      const owner = {billing_details: {email: 'ada@example.com'}};
      expect(page.asked).to.deep.equal([['createConfirmationToken', {payment_method_data: owner}]]);
    });

    it('but none where the field is not complete', async () => {
      const page = new PageStripe();
      const {card} = await mounted(page, wanted);
      page.submitted = {
        error: {type: 'validation_error', code: 'incomplete_payment_details', message: 'Complete.'},
      };
      const error = await rejection(card.tokenize(details));
      expect(error).to.include({code: 'incomplete_payment_details', audience: 'customer'});
      expect(page.asked).to.deep.equal([]);
    });

    const asked: readonly [asks: object, billingDetails: object][] = [
      [{}, {address: {postalCode: 'auto'}}],
      [{zipCode: true}, {address: {postalCode: 'never'}}],
      [{billingAddress: true}, {address: 'never', name: 'never'}],
    ];
    for (const [asks, billingDetails] of asked) {
      it(`asks in the field for what the dialog does not: ${JSON.stringify(asks)}`, async () => {
        const page = new PageStripe();
        await mounted(page, {...wanted, ...asks});
        expect(page.created['payment']).to.deep.include({fields: {billingDetails}});
      });
    }
  });
});

describe('the bank’s confirmation', () => {
  afterEach(() => {
    Reflect.deleteProperty(window, 'Stripe');
  });

  it('gives the id of the payment', async () => {
    const page = new PageStripe();
    const {card} = await mounted(page);
    page.answer = () => Promise.resolve({paymentIntent: {id: 'pi_1'}});
    expect(await card.authenticate('pi_1_secret_2')).to.equal('pi_1');
    expect(page.asked).to.deep.equal([['handleNextAction', {clientSecret: 'pi_1_secret_2'}]]);
  });

  const refusals = [
    {type: 'invalid_request_error', code: 'payment_intent_authentication_failure'},
    {type: 'card_error', code: 'card_declined'},
  ];
  for (const {type, code} of refusals) {
    it(`rejects where the bank said no: ${type} ${code}`, async () => {
      const page = new PageStripe();
      const {card} = await mounted(page);
      page.answer = () => Promise.resolve({error: {type, code, message: 'No.'}});
      const error = await rejection(card.authenticate('pi_1_secret_2'));
      expect(error).to.include({code, audience: 'customer'});
    });
  }

  const intent = 'payment_intent_unexpected_state';
  const failures: Record<string, () => Promise<unknown>> = {
    'an intent that is paid already': () =>
      Promise.resolve({error: {type: 'invalid_request_error', code: intent, message: 'Paid.'}}),
    'no connection': () =>
      Promise.resolve({error: {type: 'api_connection_error', message: 'Offline.'}}),
    'an error of Stripe’s': () => Promise.resolve({error: {type: 'api_error', message: 'Oh.'}}),
    'a Stripe.js that refuses to ask': () =>
      Promise.reject(Object.assign(new Error('No.'), {name: 'IntegrationError'})),
    'an answer that makes no sense': () => Promise.resolve({}),
  };
  for (const [what, answer] of Object.entries(failures)) {
    it(`leaves the outcome to the merchant’s server after ${what}`, async () => {
      const warnings = listenToConsole('warn');
      const page = new PageStripe();
      const {card} = await mounted(page);
      page.answer = answer;
      const id = await card.authenticate('pi_1_secret_2').finally(() => warnings.restore());
      expect(id).to.equal('pi_1');
      expect(warnings.said.join()).not.to.include('secret');
    });
  }
});

describe('a refusal that the merchant’s server passes on', () => {
  for (const code of ['insufficient_funds', 'authentication_required', 'from_the_future']) {
    it(`is the card’s for ${code}`, () => {
      expect(stripeGateway.refusal(code, 'No.')).to.include({code, audience: 'customer'});
    });
  }

  for (const code of [
    'amount_too_small',
    'api_key_expired',
    'parameter_missing',
    'resource_missing',
    'payment_intent_unexpected_state',
  ]) {
    it(`is the merchant’s for ${code}`, () => {
      const error = stripeGateway.refusal(code, 'No.');
      expect(error).to.include({code: 'shop_failed', audience: 'merchant', field: 'form'});
      expect(error.message).to.include(code);
    });
  }

  for (const [code, field] of [
    ['card_declined', 'number'],
    ['incorrect_cvc', 'cvc'],
    ['expired_card', 'expiry'],
  ] as const) {
    it(`is shown at the ${field} for ${code}`, () => {
      expect(stripeGateway.refusal(code, 'No.')).to.include({code, field, audience: 'customer'});
    });
  }
});
