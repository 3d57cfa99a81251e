import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import type {PaymentIntentResult, Stripe} from '@stripe/stripe-js';
import {host, stage} from './stage.js';

declare global {
  interface Window {
    paying: ReturnType<Stripe['handleNextAction']>;
  }
}

const overlay = host.page.locator('body > div[tabindex="-1"]:first-child');
const frame = overlay.locator('> iframe[name*="__privateStripeFrame"]');
const challenge = frame.contentFrame();

/** Starts a payment for which the bank asks; returns the intent's client secret. */
async function startPaying(): Promise<string> {
  const intent = await stage.sdk.paymentIntents.create({
    amount: 1000,
    currency: 'usd',
    automatic_payment_methods: {enabled: true, allow_redirects: 'never'},
  });
  const secret = intent.client_secret ?? '';
  await host.page.evaluate(given => {
    window.paying = window.stripe.confirmCardPayment(given, {
      payment_method: 'pm_card_authenticationRequired',
    });
  }, secret);
  await challenge.getByRole('button', {name: 'Complete'}).waitFor();
  // Its buttons work before its script, too, but not in the same way.
  await challenge.locator('html').evaluate(async () => {
    if (document.readyState === 'complete') return;
    await new Promise(resolve => window.addEventListener('load', resolve));
  });
  return secret;
}

const paid = () => host.page.evaluate(async () => (await window.paying) as PaymentIntentResult);

describe('a 3-D Secure challenge', () => {
  beforeEach(() => host.loadBare());

  it('lies over the page, and says that it is not Stripe', async () => {
    await startPaying();
    const {zIndex, position} = await overlay.evaluate(node => getComputedStyle(node));
    assert.deepEqual({zIndex, position}, {zIndex: '2147483647', position: 'fixed'});
    assert.equal(await challenge.getByText('This is not Stripe').isVisible(), true);
    assert.equal(await challenge.getByText('1000 in the smallest unit of USD').isVisible(), true);
  });

  it('goes when it is completed, and the focus is back where it was', async () => {
    await host.page.locator('input[name=owner]').focus();
    await startPaying();
    await challenge.getByRole('button', {name: 'Complete'}).click();
    assert.equal((await paid()).paymentIntent?.status, 'succeeded');
    assert.equal(await overlay.count(), 0);
    const focused = await host.page.evaluate(() => document.activeElement?.getAttribute('name'));
    assert.equal(focused, 'owner');
  });

  it('ends the payment when it fails', async () => {
    const secret = await startPaying();
    await challenge.getByRole('button', {name: 'Fail'}).click();
    const {error} = await paid();
    assert.equal(error?.code, 'payment_intent_authentication_failure');
    assert.equal(error.payment_intent?.status, 'requires_payment_method');
    const found = await stage.sdk.paymentIntents.retrieve(secret.split('_secret_')[0] ?? '');
    assert.equal(found.last_payment_error?.code, 'payment_intent_authentication_failure');
  });

  it('says so when the sandbox fails, and takes the answer again', async () => {
    await startPaying();
    stage.sandbox.control.fault({
      method: 'POST',
      path: '/3ds/*',
      kind: 'status',
      status: 500,
      times: 1,
    });
    await challenge.getByRole('button', {name: 'Complete'}).click();
    await challenge.getByText('Please try again.').waitFor();
    await challenge.getByRole('button', {name: 'Complete'}).click();
    assert.equal((await paid()).paymentIntent?.status, 'succeeded');
  });

  it('is inert under a modal dialog of the page, as Stripe’s is', async () => {
    await startPaying();
    const hit = await host.page.evaluate(() => {
      const dialog = document.createElement('dialog');
      document.body.append(dialog);
      dialog.showModal();
      const under = document.elementFromPoint(10, 10)?.tagName;
      dialog.close();
      return [under, document.elementFromPoint(10, 10)?.tagName];
    });
    assert.notEqual(hit[0], 'IFRAME');
    assert.equal(hit[1], 'IFRAME');
  });

  it('cannot be settled by the page around it', async () => {
    const secret = await startPaying();
    const source = new URL((await frame.getAttribute('src')) ?? '');
    const channel = new URLSearchParams(source.hash.slice(1)).get('channel');
    await host.page.evaluate(async known => {
      const heard = new Promise(resolve => window.addEventListener('message', resolve));
      window.postMessage({channel: known, message: {type: 'settled'}}, '*');
      await heard;
    }, channel);
    assert.equal(await overlay.count(), 1);
    const found = await stage.sdk.paymentIntents.retrieve(secret.split('_secret_')[0] ?? '');
    assert.equal(found.status, 'requires_action');
  });

  it('comes later where the page asks for that, and only where there is one', async () => {
    const intent = await stage.sdk.paymentIntents.create({
      amount: 1000,
      currency: 'usd',
      confirm: true,
      payment_method: 'pm_card_authenticationRequired',
      automatic_payment_methods: {enabled: true, allow_redirects: 'never'},
    });
    const handle = (clientSecret: string | null) =>
      host.page.evaluate(secret => {
        window.paying = window.stripe.handleNextAction({clientSecret: secret ?? ''});
      }, clientSecret);
    await handle(intent.client_secret);
    await challenge.getByRole('button', {name: 'Complete'}).click();
    assert.equal((await paid()).paymentIntent?.status, 'succeeded');
    await handle(intent.client_secret);
    await assert.rejects(paid(), /IntegrationError: handleNextAction/);
  });

  it('is a page of its own where the intent has a return URL', async () => {
    for (const [name, status] of [
      ['Complete', 'succeeded'],
      ['Fail', 'failed'],
    ] as const) {
      const {id, next_action} = await stage.sdk.paymentIntents.create({
        amount: 1000,
        currency: 'usd',
        confirm: true,
        payment_method: 'pm_card_authenticationRequired',
        return_url: `${stage.hostOrigin}/empty?order=7`,
      });
      await host.page.goto(next_action?.redirect_to_url?.url ?? '');
      await host.page.getByRole('button', {name}).click();
      await host.page.waitForURL(url => url.pathname === '/empty');
      const {searchParams} = new URL(host.page.url());
      assert.equal(searchParams.get('order'), '7');
      assert.equal(searchParams.get('payment_intent'), id);
      assert.equal(searchParams.get('redirect_status'), status);
    }
  });

  it('is over once it was answered', async () => {
    await startPaying();
    const address = (await frame.getAttribute('src')) ?? '';
    await challenge.getByRole('button', {name: 'Complete'}).click();
    await paid();
    const again = await fetch(address);
    assert.equal(again.status, 404);
    assert.match(await again.text(), /This is not Stripe/);
  });

  it('takes no other answer', async () => {
    await startPaying();
    const address = (await frame.getAttribute('src')) ?? '';
    const body = new URLSearchParams({outcome: 'maybe'});
    const answer = await fetch(address, {method: 'POST', body});
    assert.equal(answer.status, 400);
  });
});
