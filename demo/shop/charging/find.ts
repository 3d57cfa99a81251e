import type {Attempt} from '../orders/order.js';
import type {ShopParts} from '../parts.js';
import {belongsTo, expand, type Made} from './requests.js';

/** Seconds around the begin of an attempt in which Stripe may have made something of it. */
const before = 300;
const after = 24 * 3600;

/**
 * What Stripe has made of an attempt, if anything: its intent where that is known, else looked for
 * by what it carries. Not by Stripe's search, which is minutes late.
 */
export async function findMade(
  {provider: {stripe}}: ShopParts,
  attempt: Attempt,
): Promise<Made | undefined> {
  const {api, begun, customer, intent} = attempt;
  if (intent !== null) return stripe.paymentIntents.retrieve(intent, {expand});
  // Nothing is charged before the customer is written down.
  if (customer === null) return undefined;

  const start = Math.floor(begun / 1000);
  const created = {gte: start - before, lte: start + after};
  if (api === 'charges') {
    for await (const charge of stripe.charges.list({created, limit: 100})) {
      if (belongsTo(attempt, charge)) return charge;
    }
    return undefined;
  }
  for await (const found of stripe.paymentIntents.list({created, customer, limit: 100})) {
    if (belongsTo(attempt, found)) return stripe.paymentIntents.retrieve(found.id, {expand});
  }
  return undefined;
}
