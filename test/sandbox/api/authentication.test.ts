import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type Stripe from 'stripe';
import {idOf, inPage, press, refusal, type Setup, setUp} from './setup.js';

const always = 'pm_card_authenticationRequired';
const returnUrl = 'http://shop.localhost/back';

const pay = (
  {stripe}: Setup,
  payment_method = always,
  more: Partial<Stripe.PaymentIntentCreateParams> = inPage,
) =>
  stripe.paymentIntents.create({
    amount: 1000,
    currency: 'usd',
    confirm: true,
    payment_method,
    ...more,
  });

/** Where the holder of the card is asked. */
function placeOf({next_action: action}: Stripe.PaymentIntent): string {
  const sdk = action?.use_stripe_sdk as {stripe_js: string} | undefined;
  return action?.redirect_to_url?.url ?? sdk?.stripe_js ?? '';
}

describe('a card whose holder must be asked', () => {
  it('leaves the intent waiting, for a frame of Stripe.js where there is no return URL', async t => {
    const {origin, ...setup} = await setUp(t);
    const {next_action: action, status} = await pay({origin, ...setup});
    assert.equal(status, 'requires_action');
    assert.equal(action?.type, 'use_stripe_sdk');
    const sdk = action.use_stripe_sdk as Record<string, string> | undefined;
    assert.equal(sdk?.type, 'three_d_secure_redirect');
    assert.match(sdk.source, /^payatt_\w{24}$/);
    assert.equal(sdk.stripe_js, `${origin}/3ds/${sdk.source}`);
  });

  it('leads to a page and back where there is one, unless Stripe.js asks for the frame', async t => {
    const setup = await setUp(t);
    const away = await pay(setup, always, {return_url: returnUrl});
    assert.equal(away.next_action?.type, 'redirect_to_url');
    assert.equal(away.next_action.redirect_to_url?.return_url, returnUrl);
    const stays = await pay(setup, always, {return_url: returnUrl, use_stripe_sdk: true});
    assert.equal(stays.next_action?.type, 'use_stripe_sdk');
  });

  it('leads back into an app as well, but to nothing that is no place to go', async t => {
    const setup = await setUp(t);
    const app = {return_url: 'myapp://done'};
    const waiting = await pay(setup, always, app);
    const {headers} = await fetch(waiting.next_action?.redirect_to_url?.url ?? '');
    assert.doesNotMatch(headers.get('content-security-policy') ?? 'form-action', /form-action/);
    const left = await press(waiting.next_action?.redirect_to_url?.url ?? '', 'complete');
    assert.match(left.headers.get('location') ?? '', /^myapp:\/\/done\?payment_intent=pi_/);
    for (const scheme of ['about', 'view-source', 'filesystem', 'ws', 'wss', 'mailto', 'blob']) {
      const return_url = `${scheme}:http://shop.example/`;
      assert.equal((await refusal(pay(setup, always, {return_url}))).code, 'url_invalid');
    }
  });

  it('is charged when they agree', async t => {
    const setup = await setUp(t);
    const waiting = await pay(setup);
    await press(placeOf(waiting), 'complete');
    const paid = await setup.stripe.paymentIntents.retrieve(waiting.id, {
      expand: ['latest_charge'],
    });
    assert.deepEqual([paid.status, paid.next_action], ['succeeded', null]);
    const charge = paid.latest_charge as Stripe.Charge;
    assert.equal(charge.payment_method_details?.card?.three_d_secure?.result, 'authenticated');
  });

  it('is only authorized when the money is to be captured later', async t => {
    const setup = await setUp(t);
    const waiting = await pay(setup, always, {...inPage, capture_method: 'manual'});
    await press(placeOf(waiting), 'complete');
    const {status} = await setup.stripe.paymentIntents.retrieve(waiting.id);
    assert.equal(status, 'requires_capture');
  });

  it('is not charged when they do not, and another card can be tried', async t => {
    const setup = await setUp(t);
    const waiting = await pay(setup);
    await press(placeOf(waiting), 'fail');
    const lost = await setup.stripe.paymentIntents.retrieve(waiting.id);
    assert.deepEqual([lost.status, lost.payment_method], ['requires_payment_method', null]);
    assert.equal(lost.last_payment_error?.code, 'payment_intent_authentication_failure');
    assert.equal(lost.latest_charge, null);
    const paid = await setup.stripe.paymentIntents.confirm(waiting.id, {
      payment_method: 'pm_card_visa',
    });
    assert.equal(paid.status, 'succeeded');
  });

  it('may be declined even so', async t => {
    const setup = await setUp(t);
    const waiting = await pay(setup, 'pm_card_threeDSecureRequiredChargeDeclined');
    await press(placeOf(waiting), 'complete');
    const lost = await setup.stripe.paymentIntents.retrieve(waiting.id);
    assert.equal(lost.status, 'requires_payment_method');
    assert.equal(lost.last_payment_error?.decline_code, 'generic_decline');
  });

  it('is declined where nobody can be asked', async t => {
    const setup = await setUp(t);
    for (const more of [{error_on_requires_action: true}, {off_session: true}]) {
      const error = await refusal(pay(setup, always, {...inPage, ...more}));
      assert.equal(error.code, 'authentication_required');
      assert.equal(error.payment_intent?.status, 'requires_payment_method');
    }
  });

  it('is not asked again once it was set up, where it need not be', async t => {
    const setup = await setUp(t);
    const {id: customer} = await setup.stripe.customers.create();
    const onSetup = 'pm_card_authenticationRequiredOnSetup';
    const keep = {...inPage, customer, setup_future_usage: 'off_session'} as const;
    const waiting = await pay(setup, onSetup, keep);
    await press(placeOf(waiting), 'complete');
    const {payment_method} = await setup.stripe.paymentIntents.retrieve(waiting.id);
    const later = await pay(setup, idOf(payment_method), {
      ...inPage,
      customer,
      off_session: true,
    });
    assert.equal(later.status, 'succeeded');
  });

  it('waits for the server where the intent is confirmed by hand', async t => {
    const setup = await setUp(t);
    const waiting = await pay(setup, always, {...inPage, confirmation_method: 'manual'});
    await press(placeOf(waiting), 'complete');
    const agreed = await setup.stripe.paymentIntents.retrieve(waiting.id);
    assert.equal(agreed.status, 'requires_confirmation');
    assert.equal((await setup.stripe.paymentIntents.confirm(waiting.id)).status, 'succeeded');
  });
});

describe('an authentication that is over', () => {
  it('changes nothing any more', async t => {
    const setup = await setUp(t);
    const waiting = await pay(setup);
    await press(placeOf(waiting), 'complete');
    assert.equal((await press(placeOf(waiting), 'fail')).status, 404);
    const {status} = await setup.stripe.paymentIntents.retrieve(waiting.id);
    assert.equal(status, 'succeeded');
  });

  it('is over when the intent is canceled or tried with another card', async t => {
    const setup = await setUp(t);
    const {stripe} = setup;
    const canceled = await pay(setup);
    await stripe.paymentIntents.cancel(canceled.id);
    assert.equal((await press(placeOf(canceled), 'complete')).status, 404);
    const changed = await pay(setup);
    await stripe.paymentIntents.confirm(changed.id, {payment_method: always});
    assert.equal((await press(placeOf(changed), 'complete')).status, 404);
    assert.equal((await stripe.paymentIntents.retrieve(changed.id)).status, 'requires_action');
  });
});
