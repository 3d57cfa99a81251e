import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import type {PaymentIntentResult, StripeElementsOptionsMode} from '@stripe/stripe-js';
import type Stripe from 'stripe';
import {host, stage} from './stage.js';

/** Its bank always asks. */
const asksCard = '4000002760003184';
const asksAndDeclines = '4000008400001629';

const amount = {amount: 1000, currency: 'usd'};
const inPage = {automatic_payment_methods: {enabled: true, allow_redirects: 'never'}} as const;

/** How a customer answers their bank, and what comes of it. */
const answers = [
  {button: 'Complete', status: 'succeeded', code: undefined},
  {
    button: 'Fail',
    status: 'requires_payment_method',
    code: 'payment_intent_authentication_failure',
  },
  {
    button: 'Cancel',
    status: 'requires_payment_method',
    code: 'payment_intent_authentication_failure',
  },
] as const;

const overlay = host.page.locator('body > div[tabindex="-1"]:first-child > iframe');

/** Answers the challenge over the page. */
const answer = (button: string) =>
  overlay.contentFrame().getByRole('button', {name: button}).click();

/** Starts it, as the page's `paying`. */
function start(act: (secret: string) => Promise<unknown>, secret: string | null): Promise<void> {
  return host.page.evaluate(
    `window.paying = (${act.toString()})(${JSON.stringify(secret)}); window.paying.catch(() => {}); 0`,
  );
}

const handleNextAction = (secret: string) => window.stripe.handleNextAction({clientSecret: secret});

/** What the page got: the intent's status, and the error's code. */
async function outcome(): Promise<{status?: string; code?: string}> {
  return host.page.evaluate(async () => {
    const {paymentIntent, error} = (await window.paying) as PaymentIntentResult;
    return {
      status: paymentIntent?.status ?? error?.payment_intent?.status,
      code: error?.decline_code ?? error?.code,
    };
  });
}

/** A payment method of a card that is typed in. */
async function makeMethod(number: string): Promise<string> {
  await host.add('card');
  await host.fillAdded('card', number);
  return host.page.evaluate(async () => {
    const card = window.group.getElement('card');
    if (!card) throw new Error('There is no card.');
    return (await window.stripe.createPaymentMethod({type: 'card', card})).paymentMethod?.id ?? '';
  });
}

/** A confirmation token of a Payment Element, once it was submitted. */
async function makeConfirmationToken(number: string, params: object = {}): Promise<string> {
  await host.add('payment');
  await host.fillAdded('payment', number);
  return host.page.evaluate(async given => {
    const {group: elements, stripe} = window;
    const {error} = await elements.submit();
    if (error) throw new Error(error.message);
    const made = await stripe.createConfirmationToken({elements, params: given});
    return made.confirmationToken?.id ?? '';
  }, params);
}

/** A source of a card that is typed in, as releases before dahlia make it. */
async function makeSource(number: string, data: object = {}): Promise<string> {
  await host.load('clover');
  await host.input('cardNumber').fill(number);
  await host.input('cardExpiry').fill('12/34');
  await host.input('cardCvc').fill('123');
  return host.page.evaluate(async given => {
    const stripe = window.stripe as unknown as {
      createSource(element: unknown, data: object): Promise<{source?: {id: string}}>;
    };
    const {source} = await stripe.createSource(window.elements.getElement('cardNumber'), given);
    return source?.id ?? '';
  }, data);
}

async function onServer({id}: Stripe.PaymentIntent): Promise<string> {
  return (await stage.sdk.paymentIntents.retrieve(id)).status;
}

/** Where the bank's page leads back to, with what Stripe adds. */
async function comeBack(): Promise<Record<string, string>> {
  await host.page.waitForURL(url => url.searchParams.has('redirect_status'));
  return Object.fromEntries(new URL(host.page.url()).searchParams);
}

describe('a payment', () => {
  beforeEach(() => host.loadBare());

  for (const {button, status, code} of answers) {
    it(`with a payment method, on the server: ${button}`, async () => {
      const intent = await stage.sdk.paymentIntents.create({
        ...amount,
        ...inPage,
        confirm: true,
        payment_method: await makeMethod(asksCard),
      });
      assert.equal(intent.status, 'requires_action');
      await start(handleNextAction, intent.client_secret);
      await answer(button);
      assert.deepEqual(await outcome(), {status, code});
      assert.equal(await onServer(intent), status);
    });

    it(`with a confirmation token, on the server: ${button}`, async () => {
      const token = await makeConfirmationToken(asksCard, {
        return_url: `${stage.hostOrigin}/?bare`,
      });
      const intent = await stage.sdk.paymentIntents.create({
        ...amount,
        confirm: true,
        confirmation_token: token,
      });
      assert.equal(intent.status, 'requires_action');
      await start(handleNextAction, intent.client_secret);
      await answer(button);
      assert.deepEqual(await outcome(), {status, code});
      assert.equal(await onServer(intent), status);
    });

    it(`with a Payment Element, which stays in the page: ${button}`, async () => {
      const intent = await stage.sdk.paymentIntents.create({...amount, ...inPage});
      const group = {clientSecret: intent.client_secret} as unknown as StripeElementsOptionsMode;
      await host.add('payment', {}, group);
      await host.fillAdded('payment', asksCard);
      await start(async () => {
        await window.group.submit();
        return window.stripe.confirmPayment({elements: window.group, redirect: 'if_required'});
      }, null);
      await answer(button);
      assert.deepEqual(await outcome(), {status, code});
      assert.equal(await onServer(intent), status);
    });

    it(`with card fields: ${button}`, async () => {
      const intent = await stage.sdk.paymentIntents.create({...amount, ...inPage});
      await host.add('card');
      await host.fillAdded('card', asksCard);
      await start(secret => {
        const card = window.group.getElement('card');
        if (!card) throw new Error('There is no card.');
        return window.stripe.confirmCardPayment(secret, {payment_method: {card}});
      }, intent.client_secret);
      await answer(button);
      assert.deepEqual(await outcome(), {status, code});
      assert.equal(await onServer(intent), status);
    });
  }

  it('with a confirmation token, for an intent that there was before', async () => {
    const {id, client_secret} = await stage.sdk.paymentIntents.create({...amount, ...inPage});
    const token = await makeConfirmationToken(asksCard);
    const intent = await stage.sdk.paymentIntents.confirm(id, {confirmation_token: token});
    assert.equal(intent.status, 'requires_action');
    await start(handleNextAction, client_secret);
    await answer('Complete');
    assert.deepEqual(await outcome(), {status: 'succeeded', code: undefined});
  });

  it('with a Payment Element: leaves for the return URL once the bank agrees, and not before', async () => {
    const intent = await stage.sdk.paymentIntents.create(amount);
    const group = {clientSecret: intent.client_secret} as unknown as StripeElementsOptionsMode;
    const pay = async () => {
      await window.group.submit();
      const confirmParams = {return_url: `${location.origin}/?bare&order=7`};
      return window.stripe.confirmPayment({elements: window.group, confirmParams});
    };
    await host.add('payment', {}, group);
    await host.fillAdded('payment', asksCard);
    await start(pay, null);
    await answer('Fail');
    const failed = {
      status: 'requires_payment_method',
      code: 'payment_intent_authentication_failure',
    };
    assert.deepEqual(await outcome(), failed);
    await start(pay, null);
    await answer('Complete');
    assert.deepEqual(await comeBack(), {
      bare: '',
      order: '7',
      payment_intent: intent.id,
      payment_intent_client_secret: intent.client_secret,
      redirect_status: 'succeeded',
    });
  });

  for (const [button, status, redirectStatus] of [
    ['Complete', 'succeeded', 'succeeded'],
    ['Fail', 'requires_payment_method', 'failed'],
  ] as const) {
    it(`leads over the bank’s own page where the server gives a return URL: ${button}`, async () => {
      const intent = await stage.sdk.paymentIntents.create({
        ...amount,
        confirm: true,
        payment_method: await makeMethod(asksCard),
        return_url: `${stage.hostOrigin}/?bare&order=7`,
      });
      assert.equal(intent.next_action?.type, 'redirect_to_url');
      await start(handleNextAction, intent.client_secret);
      await host.page.getByRole('button', {name: button}).click();
      const {order, payment_intent_client_secret: secret, redirect_status} = await comeBack();
      assert.deepEqual([order, redirect_status], ['7', redirectStatus]);
      const {paymentIntent} = await host.page.evaluate(
        given => window.stripe.retrievePaymentIntent(given),
        secret ?? '',
      );
      assert.equal(paymentIntent?.status, status);
    });
  }

  it('waits on where the customer goes back from the bank’s page, and is taken up again', async () => {
    const intent = await stage.sdk.paymentIntents.create({
      ...amount,
      confirm: true,
      payment_method: await makeMethod(asksCard),
      return_url: `${stage.hostOrigin}/?bare`,
    });
    await start(handleNextAction, intent.client_secret);
    await host.page.getByRole('button', {name: 'Complete'}).waitFor();
    assert.equal(await host.page.getByRole('button', {name: 'Cancel'}).count(), 0);
    await host.page.goBack();
    assert.equal(await onServer(intent), 'requires_action');
    await start(handleNextAction, intent.client_secret);
    await host.page.getByRole('button', {name: 'Complete'}).click();
    assert.equal((await comeBack())['redirect_status'], 'succeeded');
  });

  it('shows the bank where the page itself wants to', async () => {
    const intent = await stage.sdk.paymentIntents.create(amount);
    // The host's own policy lets no page of the merchant's into a frame.
    await host.page.goto(`${stage.hostOrigin}/empty`);
    await host.page.addScriptTag({url: `${stage.sandbox.origin}/endive/stripe.js`});
    const action = await host.page.evaluate(
      async ([secret, return_url]) => {
        const {paymentIntent} = await window.Stripe!('pk_test_standin').confirmCardPayment(
          secret ?? '',
          {payment_method: 'pm_card_authenticationRequired', return_url},
          {handleActions: false},
        );
        return paymentIntent?.next_action;
      },
      [intent.client_secret, `${stage.hostOrigin}/empty`] as const,
    );
    assert.equal(action?.type, 'redirect_to_url');
    await host.page.evaluate(url => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.getElementById('spare')?.append(frame);
    }, action.redirect_to_url?.url ?? '');
    const frame = host.page.locator('#spare > iframe').contentFrame();
    await frame.getByRole('button', {name: 'Complete'}).click();
    await frame.locator('#spare').waitFor({state: 'attached'});
    assert.equal(await onServer(intent), 'succeeded');
  });

  it('is declined after the bank’s question as well', async () => {
    const intent = await stage.sdk.paymentIntents.create({
      ...amount,
      ...inPage,
      confirm: true,
      payment_method: await makeMethod(asksAndDeclines),
    });
    await start(handleNextAction, intent.client_secret);
    await answer('Complete');
    assert.deepEqual(await outcome(), {
      status: 'requires_payment_method',
      code: 'generic_decline',
    });
  });

  it('goes back to the server where that confirms itself', async () => {
    const intent = await stage.sdk.paymentIntents.create({
      ...amount,
      ...inPage,
      confirm: true,
      confirmation_method: 'manual',
      payment_method: await makeMethod(asksCard),
    });
    await start(handleNextAction, intent.client_secret);
    await answer('Complete');
    assert.deepEqual(await outcome(), {status: 'requires_confirmation', code: undefined});
    assert.equal((await stage.sdk.paymentIntents.confirm(intent.id)).status, 'succeeded');
  });

  it('with a source: charged once, without a customer', async () => {
    const source = await makeSource('4242424242424242');
    assert.equal((await stage.sdk.charges.create({...amount, source})).status, 'succeeded');
    assert.equal((await stage.sdk.sources.retrieve(source)).status, 'consumed');
  });

  it('with a source: charged again for its customer', async () => {
    const source = await makeSource('4242424242424242', {usage: 'reusable'});
    const {id: customer} = await stage.sdk.customers.create({source});
    for (let time = 0; time < 2; time++) {
      await stage.sdk.charges.create({...amount, customer, source});
      assert.equal((await stage.sdk.sources.retrieve(source)).status, 'chargeable');
    }
  });

  it('with a source whose bank asks: by a payment intent', async () => {
    const source = await makeSource(asksCard);
    await assert.rejects(stage.sdk.charges.create({...amount, source}), {
      decline_code: 'authentication_required',
    });
    const intent = await stage.sdk.paymentIntents.create({
      ...amount,
      ...inPage,
      confirm: true,
      payment_method: await makeSource(asksCard),
    });
    assert.equal(intent.status, 'requires_action');
    await start(handleNextAction, intent.client_secret);
    await answer('Complete');
    assert.deepEqual(await outcome(), {status: 'succeeded', code: undefined});
  });
});
