import type Stripe from 'stripe';
import {endpoint} from '../api/endpoint.js';
import {invalidRequest, noSuch} from '../api/errors.js';
import {listParams, page} from '../api/list.js';
import {changedMetadata, metadata} from '../api/metadata.js';
import {amount, choice, text} from '../api/params.js';
import {idOf, newId, timestamp} from '../store/ids.js';
import type {Store} from '../store/store.js';
import {emit} from './events.js';
import {findCharge} from './find-charge.js';

/** As many as a list shows when it is not told how many. */
const mostOnCharge = 10;

const refundParams = {
  amount,
  charge: text,
  metadata,
  payment_intent: text,
  reason: choice('duplicate', 'fraudulent', 'requested_by_customer'),
};

const create = endpoint({
  method: 'POST',
  path: '/refunds',
  returns: 'refund',
  params: refundParams,
  check: ({charge: id, payment_intent: intent}) => {
    if ((id === undefined) !== (intent === undefined)) return;
    throw invalidRequest(
      'One of the following params should be provided for this request: payment_intent or charge.',
    );
  },
  run: (params, call) => {
    const {store} = call;
    const charge = chargeToRefund(params, store);
    const refunded = amountToRefund(charge, params.amount);
    const refund: Stripe.Refund = {
      id: newId('re'),
      object: 'refund',
      amount: refunded,
      balance_transaction: charge.captured ? newId('txn') : null,
      charge: charge.id,
      created: timestamp(),
      currency: charge.currency,
      customer: idOf(charge.customer),
      customer_account: null,
      metadata: changedMetadata({}, params.metadata),
      payment_intent: idOf(charge.payment_intent),
      payment_method: charge.payment_method,
      reason: params.reason ?? null,
      receipt_number: null,
      source_transfer_reversal: null,
      status: 'succeeded',
      transfer_reversal: null,
    };
    store.refunds.add(refund.id, refund);
    charge.amount_refunded += refunded;
    charge.refunded = charge.amount_refunded === charge.amount;
    listOnCharge(charge, refund);
    emit(call, 'refund.created', refund);
    emit(call, 'charge.refunded', charge);
    return refund;
  },
});

const retrieve = endpoint({
  method: 'GET',
  path: '/refunds/:id',
  returns: 'refund',
  params: {},
  run: (_params, {id, store}) => findRefund(store, id),
});

const update = endpoint({
  method: 'POST',
  path: '/refunds/:id',
  returns: 'refund',
  params: {metadata},
  run: (params, call) => {
    const refund = findRefund(call.store, call.id);
    refund.metadata = changedMetadata(refund.metadata ?? {}, params.metadata);
    emit(call, 'refund.updated', refund);
    return refund;
  },
});

const list = endpoint({
  method: 'GET',
  path: '/refunds',
  returns: 'refunds',
  params: {...listParams, charge: text, payment_intent: text},
  run: ({charge, payment_intent: intent, ...range}, {store}) => {
    const refunds = store.refunds
      .newestFirst()
      .filter(refund => charge === undefined || idOf(refund.charge) === charge)
      .filter(refund => intent === undefined || idOf(refund.payment_intent) === intent);
    return page(refunds, range, '/v1/refunds');
  },
});

export const refunds = [create, list, retrieve, update];

/** A charge shows its latest refunds, and says whether there are more. */
function listOnCharge({refunds: shown}: Stripe.Charge, refund: Stripe.Refund): void {
  if (!shown) return;
  shown.has_more ||= shown.data.length >= mostOnCharge;
  shown.data = [refund, ...shown.data].slice(0, mostOnCharge);
}

function findRefund(store: Store, id: string): Stripe.Refund {
  const refund = store.refunds.get(id);
  if (!refund) throw noSuch('refund', id, 'id', 404);
  return refund;
}

function chargeToRefund(
  {charge: id, payment_intent: intentId}: {charge?: string; payment_intent?: string},
  store: Store,
): Stripe.Charge {
  if (intentId === undefined) return findCharge(store, id ?? '', 'charge');
  const intent = store.paymentIntents.get(intentId);
  if (!intent) throw noSuch('payment_intent', intentId, 'payment_intent');
  const latest = idOf(intent.latest_charge);
  const charge = latest === null ? undefined : findCharge(store, latest, 'charge');
  if (charge?.captured) return charge;
  throw invalidRequest(
    `This PaymentIntent (${intentId}) does not have a successful charge to refund.`,
    {param: 'payment_intent'},
  );
}

/**
 * How much to give back, in the smallest currency unit: what is wanted, or all that is left.
 * @throws ApiError 400 when the charge cannot be refunded, or not in this amount
 */
function amountToRefund(charge: Stripe.Charge, wanted: number | undefined): number {
  const left = refundable(charge);
  if (!charge.captured && charge.payment_intent !== null) {
    throw invalidRequest(
      'This charge belongs to a PaymentIntent that is not captured: cancel the PaymentIntent instead.',
      {code: 'charge_not_refundable'},
    );
  }
  const amount = wanted ?? left;
  if (!charge.captured && amount < left) {
    throw invalidRequest(
      `Charge ${charge.id} is not captured: it can only be refunded as a whole.`,
      {code: 'charge_not_refundable', param: 'amount'},
    );
  }
  if (amount <= left) return amount;
  throw invalidRequest(
    `Refund amount (${amount} ${charge.currency}) is greater than unrefunded amount on charge ` +
      `(${left} ${charge.currency})`,
    {code: 'charge_refund_amount_too_large', param: 'amount'},
  );
}

/** @returns how much has not been refunded yet */
function refundable(charge: Stripe.Charge): number {
  if (charge.status !== 'succeeded') {
    throw invalidRequest(`Charge ${charge.id} has failed and cannot be refunded.`, {
      code: 'charge_not_refundable',
      param: 'charge',
    });
  }
  const left = charge.amount - charge.amount_refunded;
  if (left > 0 && !charge.refunded) return left;
  throw invalidRequest(`Charge ${charge.id} has already been refunded.`, {
    code: 'charge_already_refunded',
    param: 'charge',
  });
}
