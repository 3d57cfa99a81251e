import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {host, stage} from './stage.js';

async function addIntent(): Promise<string> {
  const intent = await stage.sdk.paymentIntents.create({
    amount: 1000,
    currency: 'usd',
    automatic_payment_methods: {enabled: true, allow_redirects: 'never'},
  });
  return intent.client_secret ?? '';
}

/** The intent that a client secret opens, as the merchant's server has it. */
const intentOf = (secret: string) =>
  stage.sdk.paymentIntents.retrieve(secret.split('_secret_')[0] ?? '', {
    expand: ['payment_method'],
  });

describe('a payment intent', () => {
  beforeEach(() => host.loadBare());

  it('is retrieved by its client secret, as a browser may see it', async () => {
    const secret = await addIntent();
    const {paymentIntent} = await host.page.evaluate(
      given => window.stripe.retrievePaymentIntent(given),
      secret,
    );
    assert.equal(paymentIntent?.amount, 1000);
    assert.equal(paymentIntent.status, 'requires_payment_method');
  });

  it('is not given to who has another’s secret', async () => {
    const secret = await addIntent();
    const {error} = await host.page.evaluate(
      given => window.stripe.retrievePaymentIntent(given),
      `${secret}x`,
    );
    assert.equal(error?.type, 'invalid_request_error');
  });

  it('is confirmed with a payment method that the page has the id of', async () => {
    const secret = await addIntent();
    const {paymentIntent} = await host.page.evaluate(
      given => window.stripe.confirmCardPayment(given, {payment_method: 'pm_card_visa'}),
      secret,
    );
    assert.equal(paymentIntent?.status, 'succeeded');
  });

  it('is confirmed with split fields', async () => {
    await host.load();
    await host.fillCard();
    const secret = await addIntent();
    const {paymentIntent} = await host.page.evaluate(given => {
      const card = window.elements.getElement('cardNumber');
      if (!card) throw new Error('There is no number.');
      const method = {card, billing_details: {name: 'Ada'}};
      return window.stripe.confirmCardPayment(given, {payment_method: method});
    }, secret);
    assert.equal(paymentIntent?.status, 'succeeded');
    const {payment_method: method} = await intentOf(secret);
    assert.ok(method && typeof method === 'object');
    assert.equal(method.billing_details.name, 'Ada');
  });

  it('is confirmed with a Payment Element without leaving the page', async () => {
    const clientSecret = await addIntent();
    await host.add('payment', {}, {clientSecret} as never);
    await host.fillAdded('payment');
    const {paymentIntent} = await host.page.evaluate(async () => {
      await window.group.submit();
      return window.stripe.confirmPayment({
        elements: window.group,
        confirmParams: {return_url: 'https://shop.example/done'},
        redirect: 'if_required',
      });
    });
    assert.equal(paymentIntent?.status, 'succeeded');
  });

  it('is confirmed with a Payment Element, and the page goes on to the return URL', async () => {
    const clientSecret = await addIntent();
    await host.add('payment', {}, {clientSecret} as never);
    await host.fillAdded('payment');
    await host.page.evaluate(
      async ([returnUrl]) => {
        await window.group.submit();
        void window.stripe.confirmPayment({
          elements: window.group,
          confirmParams: {return_url: returnUrl ?? ''},
        });
      },
      [`${stage.hostOrigin}/empty?order=7`],
    );
    await host.page.waitForURL(url => url.pathname === '/empty');
    assert.deepEqual(Object.fromEntries(new URL(host.page.url()).searchParams), {
      order: '7',
      payment_intent: clientSecret.split('_secret_')[0],
      payment_intent_client_secret: clientSecret,
      redirect_status: 'succeeded',
    });
  });

  it('is not confirmed where the return URL is missing or would run a script', async () => {
    const secret = await addIntent();
    const messages = await host.page.evaluate(async clientSecret => {
      const addresses = [undefined, 'javascript:alert(1)', '/done'] as string[];
      const confirmations = addresses.map(return_url =>
        window.stripe.confirmPayment({clientSecret, confirmParams: {return_url}}),
      );
      return Promise.all(confirmations.map(each => each.then(() => 'nothing', String)));
    }, secret);
    assert.match(messages[0] ?? '', /^IntegrationError: .*return_url is required/);
    assert.match(messages[1] ?? '', /^IntegrationError: Invalid return_url/);
    assert.match(messages[2] ?? '', /^IntegrationError: Invalid return_url/);
    assert.equal((await intentOf(secret)).status, 'requires_payment_method');
  });

  it('is looked up again by fetchUpdates', async () => {
    const clientSecret = await addIntent();
    const updates = await host.page.evaluate(
      async secrets => {
        const groups = secrets.map(secret => window.stripe.elements({clientSecret: secret}));
        return Promise.all(groups.map(group => group.fetchUpdates()));
      },
      [clientSecret, 'pi_nothing_secret_1'],
    );
    assert.deepEqual(updates, [{}, {error: {message: "No such payment_intent: 'pi_nothing'"}}]);
  });
});
