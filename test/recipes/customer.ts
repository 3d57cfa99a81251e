import assert from 'node:assert/strict';
import type Stripe from 'stripe';
import type {Shop} from './shop.js';

export const cards = {
  good: '4242424242424242',
  declined: '4000000000000002',
  authenticated: '4000002760003184',
} as const;

/** Presses a button of the bank's page, as the customer does. */
export async function authenticate(
  {next_action: action}: Stripe.PaymentIntent,
  outcome: 'complete' | 'fail',
): Promise<void> {
  const {stripe_js: page} = action?.use_stripe_sdk as unknown as {stripe_js: string};
  const response = await fetch(page, {method: 'POST', body: new URLSearchParams({outcome})});
  assert.equal(response.status, 200);
}

/** A token for a card, made as the card fields make it. */
export async function token({stripe}: Shop, number: string = cards.good): Promise<string> {
  const card = {number, exp_month: '12', exp_year: '2040', cvc: '123'};
  return (await stripe.tokens.create({card})).id;
}
