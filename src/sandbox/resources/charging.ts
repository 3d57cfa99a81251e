import type Stripe from 'stripe';
import {declines, type Refusal} from '../../stripe-js/cards/refusals.js';
import type {Scene} from '../api/endpoint.js';
import {changedMetadata, type MetadataChange} from '../api/metadata.js';
import {newId, timestamp} from '../store/ids.js';
import type {StoredCard} from '../store/store.js';
import {cardObject, chargeDetails} from './cards.js';
import {emit} from './events.js';

/** A charge to make. */
interface NewCharge {
  /** In the currency's smallest unit. */
  readonly amount: number;
  readonly currency: string;
  /** Absent for a source that is no card. */
  readonly card?: StoredCard;
  /** Why it is refused, if it is. */
  readonly refusal?: Refusal;
  /** Whether the card's holder was asked. */
  readonly isAuthenticated?: boolean;
  readonly customer?: string | null;
  readonly description?: string | null;
  readonly metadata?: MetadataChange;
  readonly receiptEmail?: string | null;
  readonly shipping?: Stripe.PaymentIntent.Shipping | null;
  readonly statementDescriptor?: string | null;
  readonly statementDescriptorSuffix?: string | null;
  readonly isCaptured?: boolean;
  /** For a charge of a PaymentIntent; without one the card or `source` is the charge's source. */
  readonly paymentIntent?: string;
  readonly paymentMethod?: Stripe.PaymentMethod;
  readonly source?: Stripe.Source;
}

/** Asks for money. The charge is kept whether it succeeds or fails. */
export function charge(wanted: NewCharge, scene: Scene): Stripe.Charge {
  const {amount, card, paymentMethod, refusal, source} = wanted;
  const id = newId('ch');
  const isCaptured = !refusal && wanted.isCaptured !== false;
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
    billing_details: paymentMethod?.billing_details ?? payer(card),
    calculated_statement_descriptor: 'SANDBOX',
    captured: isCaptured,
    created: timestamp(),
    currency: wanted.currency,
    customer,
    description: wanted.description ?? null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: refusal?.code ?? null,
    failure_message: refusal?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: changedMetadata({}, wanted.metadata),
    on_behalf_of: null,
    outcome: outcomeOf(refusal),
    paid: !refusal,
    payment_intent: wanted.paymentIntent ?? null,
    payment_method: paymentMethod?.id ?? source?.id ?? card?.id ?? null,
    payment_method_details: detailsOf(wanted),
    receipt_email: wanted.receiptEmail ?? null,
    receipt_number: null,
    receipt_url: refusal ? null : `${scene.origin}/receipts/${id}`,
    refunded: false,
    refunds: {object: 'list', data: [], has_more: false, url: `/v1/charges/${id}/refunds`},
    review: null,
    shipping: wanted.shipping ?? null,
    source: paymentMethod
      ? null
      : ((source && {...source}) ??
        (card && cardObject(card, true, customer ?? undefined)) ??
        null),
    source_transfer: null,
    statement_descriptor: wanted.statementDescriptor ?? null,
    statement_descriptor_suffix: wanted.statementDescriptorSuffix ?? null,
    status: refusal ? 'failed' : 'succeeded',
    transfer_data: null,
    transfer_group: null,
  };
  scene.store.charges.add(id, result);
  emit(scene, refusal ? 'charge.failed' : 'charge.succeeded', result);
  return result;
}

/**
 * What a card is refused with when it is charged and its holder cannot be asked. Charges without a
 * PaymentIntent cannot ask.
 */
export function refusalUnasked(card: StoredCard): Refusal | undefined {
  return card.authentication ? declines.authenticationRequired : card.decline;
}

function payer(card: StoredCard | undefined): Stripe.Charge.BillingDetails {
  const nowhere = {
    city: null,
    country: null,
    line1: null,
    line2: null,
    postal_code: null,
    state: null,
  };
  return {
    address: card?.address ?? nowhere,
    email: null,
    name: card?.name ?? null,
    phone: null,
    tax_id: null,
  };
}

function detailsOf(wanted: NewCharge): Stripe.Charge.PaymentMethodDetails {
  const {amount, card, isAuthenticated = false, refusal, source} = wanted;
  if (card) return chargeDetails(card, refusal ? null : amount, isAuthenticated);
  const type = source?.type ?? 'card';
  return {type, [type]: {}};
}

function outcomeOf(refusal: Refusal | undefined): Stripe.Charge.Outcome {
  const codes = {advice_code: null, network_advice_code: null, network_decline_code: null};
  if (!refusal) {
    return {
      ...codes,
      network_status: 'approved_by_network',
      reason: null,
      risk_level: 'normal',
      seller_message: 'Payment complete.',
      type: 'authorized',
    };
  }
  if (refusal === declines.fraudulent) {
    return {
      ...codes,
      network_status: 'not_sent_to_network',
      reason: 'highest_risk_level',
      risk_level: 'highest',
      seller_message: 'Stripe blocked this payment as too risky.',
      type: 'blocked',
    };
  }
  const reason = refusal.declineCode ?? refusal.code;
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
