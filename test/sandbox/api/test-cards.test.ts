import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type Stripe from 'stripe';
import {card, inPage, refusal, type Setup, setUp} from './setup.js';

/** What each card does at each step: a code, or nothing where the step succeeds. */
const cards = [
  {
    number: '4000000000006975',
    id: 'visa_chargeDeclinedVelocityLimitExceeded',
    attach: 'card_velocity_exceeded',
    charge: 'card_velocity_exceeded',
    confirm: 'card_velocity_exceeded',
  },
  {
    number: '4000000000000341',
    id: 'chargeCustomerFail',
    charge: 'generic_decline',
    confirm: 'generic_decline',
  },
  {number: '4000000000000101', id: 'cvcCheckFail'},
  {number: '4100000000000019', id: 'radarBlock', charge: 'fraudulent', confirm: 'fraudulent'},
  {
    number: '4000002500003155',
    id: 'authenticationRequiredOnSetup',
    charge: 'authentication_required',
    confirm: 'requires_action',
  },
  {
    number: '4000002760003184',
    id: 'authenticationRequired',
    charge: 'authentication_required',
    confirm: 'requires_action',
  },
  {
    number: '4000000000003220',
    id: 'threeDSecure2Required',
    charge: 'authentication_required',
    confirm: 'requires_action',
  },
] as const satisfies readonly {
  number: string;
  id: string;
  attach?: string;
  charge?: string;
  confirm?: string;
}[];

/** The decline code of a call; nothing when it succeeds. */
async function declineOf(call: Promise<unknown>): Promise<string | undefined> {
  const [result] = await Promise.allSettled([call]);
  if (result.status === 'fulfilled') return undefined;
  return (await refusal(call)).decline_code;
}

async function confirmed({stripe}: Setup, payment_method: string): Promise<string | undefined> {
  const call = stripe.paymentIntents.create({
    amount: 1000,
    currency: 'usd',
    confirm: true,
    payment_method,
    ...inPage,
  });
  const decline = await declineOf(call);
  if (decline) return decline;
  const {status} = await call;
  return status === 'succeeded' ? undefined : status;
}

describe('a test card', () => {
  for (const {number, id, ...steps} of cards) {
    it(`${number} fails where Stripe has it fail`, async t => {
      const setup = await setUp(t);
      const {stripe} = setup;
      const expected: Partial<Record<'attach' | 'charge' | 'confirm', string>> = steps;
      const token = async () => (await stripe.tokens.create({card: card(number)})).id;
      const charge = async (source: string) =>
        declineOf(stripe.charges.create({amount: 1000, currency: 'usd', source}));

      assert.equal(await charge(await token()), expected.charge);
      assert.equal(await charge(`tok_${id}`), expected.charge);
      assert.equal(
        await declineOf(stripe.customers.create({source: await token()})),
        expected.attach,
      );
      assert.equal(await confirmed(setup, `pm_card_${id}`), expected.confirm);
    });
  }

  it('whose CVC is wrong says so when its bank is asked', async t => {
    const {stripe} = await setUp(t);
    const {id} = await stripe.tokens.create({card: card('4000000000000101')});
    const {source} = await stripe.charges.create({amount: 1000, currency: 'usd', source: id});
    assert.equal((source as Stripe.Card).cvc_check, 'fail');
  });

  it('that a customer may keep declines the charge of that customer', async t => {
    const {stripe} = await setUp(t);
    for (const source of ['tok_chargeCustomerFail', 'tok_visa_chargeCustomerFail']) {
      const {id: customer} = await stripe.customers.create({source});
      const error = await refusal(stripe.charges.create({amount: 1000, currency: 'usd', customer}));
      assert.equal(error.decline_code, 'generic_decline');
    }
  });

  it('that is too risky is blocked before any bank hears of it', async t => {
    const {stripe} = await setUp(t);
    const source = 'tok_radarBlock';
    await refusal(stripe.charges.create({amount: 1000, currency: 'usd', source}));
    const {data} = await stripe.charges.list();
    assert.equal(data[0].outcome?.type, 'blocked');
    assert.equal(data[0].outcome.network_status, 'not_sent_to_network');
  });
});
