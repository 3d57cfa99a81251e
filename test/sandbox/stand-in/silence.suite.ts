import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {PaymentIntentResult} from '@stripe/stripe-js';
import {type Host, stage} from './stage.js';

/** How long frames may take to speak up, in milliseconds. */
const limit = 10_000;

async function newSecret(): Promise<string> {
  const {client_secret: secret} = await stage.sdk.paymentIntents.create({
    amount: 1000,
    currency: 'usd',
    automatic_payment_methods: {enabled: true, allow_redirects: 'never'},
  });
  return secret ?? '';
}

describe('a frame that does not speak up', () => {
  // The clock belongs to the whole context.
  let host: Host;
  before(async () => {
    host = await stage.newHost();
    await host.loadBare();
    await host.page.clock.install();
  });
  after(() => host.page.close());

  /** The answer of `window.paying`, once a frame has kept quiet for too long. */
  async function answer(): Promise<PaymentIntentResult> {
    await host.page.locator('iframe').waitFor({state: 'attached'});
    await host.page.clock.fastForward(limit);
    return host.page.evaluate(async () => (await window.paying) as PaymentIntentResult);
  }

  const framesLeft = () => host.page.locator('iframe').count();

  it('for requests without a card is answered by an error, and taken away', async () => {
    await host.page.route('**/frames/controller.html*', route => route.abort());
    await host.page.evaluate(
      secret => {
        window.paying = window.stripe.retrievePaymentIntent(secret);
      },
      await newSecret(),
    );
    assert.equal((await answer()).error?.type, 'api_connection_error');
    assert.equal(await framesLeft(), 0);
    await host.page.unrouteAll();
  });

  it('for a challenge is answered by an error, and uncovers the page', async () => {
    stage.sandbox.control.fault({method: 'GET', path: '/3ds/*', kind: 'status', status: 500});
    await host.page.evaluate(
      secret => {
        const method = {payment_method: 'pm_card_authenticationRequired'};
        window.paying = window.stripe.confirmCardPayment(secret, method);
      },
      await newSecret(),
    );
    await host.page.locator('iframe[title="Secure 3D Secure authentication frame"]').waitFor();
    assert.equal((await answer()).error?.type, 'api_connection_error');
    assert.equal(await framesLeft(), 0);
    stage.sandbox.control.clear();
  });
});

describe('retrieveSource', () => {
  it('refuses what names no source, or not its secret', async () => {
    await stage.host.load('clover');
    for (const source of [undefined, {id: 'src_1'}, {id: '../charges', client_secret: 'x'}]) {
      const error = await stage.host.page.evaluate(async given => {
        const stripe = window.stripe as unknown as {retrieveSource(source: unknown): unknown};
        try {
          return await stripe.retrieveSource(given);
        } catch (caught) {
          return String(caught);
        }
      }, source);
      assert.match(String(error), /^IntegrationError: stripe\.retrieveSource\(\)/);
    }
  });
});
