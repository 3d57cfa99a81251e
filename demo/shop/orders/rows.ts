import type {Row} from '@libsql/client';
import type {Currency} from '../products.js';
import type {
  Attempt,
  ChargeApi,
  Means,
  MeansKind,
  Order,
  OrderStatus,
  Payment,
  SavedCard,
} from './order.js';

/** The columns of an attempt beside its order's, under names that are not the order's. */
export const attemptColumns = `
  attempts.number, attempts.kind, attempts.means, attempts.email, attempts.save, attempts.api,
  attempts.return_url, attempts.begun, attempts.customer, attempts.intent, attempts.refusal`;

export function orderFrom(row: Row): Order {
  return {
    id: row.id as string,
    session: row.session as string,
    product: {
      id: row.product as string,
      name: row.name as string,
      description: row.description as string,
      amount: row.amount as number,
      currency: row.currency as Currency,
    },
    status: row.status as OrderStatus,
    created: row.created as string,
  };
}

export function attemptFrom(row: Row): Attempt {
  return {
    order: orderFrom(row),
    number: row.number as number,
    means: meansFrom(row),
    email: row.email as string | null,
    save: row.save === 1,
    api: row.api as ChargeApi,
    returnUrl: row.return_url as string | null,
    begun: row.begun as number,
    customer: row.customer as string | null,
    intent: row.intent as string | null,
    refusal: row.refusal as string | null,
  };
}

export function paymentFrom(row: Row): Payment {
  return {
    means: meansFrom(row),
    email: row.email as string | null,
    customer: row.customer_id as string,
    paymentIntent: row.payment_intent_id as string | null,
    charge: row.charge_id as string,
    paid: row.paid as string,
  };
}

export function savedCardFrom(row: Row): SavedCard {
  return {
    id: row.id as string,
    brand: row.brand as string,
    last4: row.last4 as string,
    expMonth: row.exp_month as number,
    expYear: row.exp_year as number,
  };
}

/** A refused attempt has forgotten what it was to be paid with. */
function meansFrom(row: Row): Means {
  return {kind: row.kind as MeansKind, id: (row.means as string | null) ?? ''};
}
