import type Stripe from 'stripe';
import {changedMetadata, type MetadataChange} from '../api/metadata.js';
import type {Call} from '../api/endpoint.js';
import type {Refusal} from '../cards/refusals.js';
import {newId, timestamp} from '../store/ids.js';
import type {StoredCard} from '../store/store.js';
import {cardObject, chargeDetails} from './cards.js';

/** A charge to make. */
export interface NewCharge {
  /** In the currency's smallest unit. */
  readonly amount: number;
  readonly currency: string;
  readonly card: StoredCard;
  readonly customer?: string | null;
  readonly description?: string | null;
  readonly metadata?: MetadataChange;
  readonly receiptEmail?: string | null;
  readonly isCaptured?: boolean;
  /** For a charge of a PaymentIntent; without one the card itself is the charge's source. */
  readonly paymentIntent?: string;
  readonly paymentMethod?: Stripe.PaymentMethod;
}

/** Asks a card's bank for money. The charge is kept whether it succeeds or fails. */
export function charge(wanted: NewCharge, {store, origin}: Call): Stripe.Charge {
  const {amount, card, paymentMethod} = wanted;
  const {decline} = card;
  const id = newId('ch');
  const isCaptured = !decline && wanted.isCaptured !== false;
  const customer = wanted.customer ?? null;
  const result: Stripe.Charge = {
    id,
    object: 'charge',
    amount,
    amount_captured: isCaptured ? amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: isCaptured ? newId('txn') : null,
    billing_details: paymentMethod?.billing_details ?? {
      address: card.address,
      email: null,
      name: card.name,
      phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: 'SANDBOX',
    captured: isCaptured,
    created: timestamp(),
    currency: wanted.currency,
    customer,
    description: wanted.description ?? null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: changedMetadata({}, wanted.metadata),
    on_behalf_of: null,
    outcome: outcomeOf(decline),
    paid: !decline,
    payment_intent: wanted.paymentIntent ?? null,
    payment_method: paymentMethod?.id ?? card.id,
    payment_method_details: chargeDetails(card, amount),
    receipt_email: wanted.receiptEmail ?? null,
    receipt_number: null,
    receipt_url: decline ? null : `${origin}/receipts/${id}`,
    refunded: false,
    refunds: {object: 'list', data: [], has_more: false, url: `/v1/charges/${id}/refunds`},
    review: null,
    shipping: null,
    source: paymentMethod ? null : cardObject(card, true, customer ?? undefined),
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: decline ? 'failed' : 'succeeded',
    transfer_data: null,
    transfer_group: null,
  };
  store.charges.add(id, result);
  return result;
}

function outcomeOf(decline: Refusal | undefined): Stripe.Charge.Outcome {
  const codes = {advice_code: null, network_advice_code: null, network_decline_code: null};
  if (!decline) {
    return {
      ...codes,
      network_status: 'approved_by_network',
      reason: null,
      risk_level: 'normal',
      seller_message: 'Payment complete.',
      type: 'authorized',
    };
  }
  const reason = decline.declineCode ?? decline.code;
  return {
    ...codes,
    network_status: 'declined_by_network',
    reason,
    risk_level: 'normal',
    seller_message:
      reason === 'generic_decline'
        ? 'The bank did not return any further details with this decline.'
        : `The bank returned the decline code \`${reason}\`.`,
    type: 'issuer_declined',
  };
}
