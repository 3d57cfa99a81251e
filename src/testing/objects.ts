import type {
  Card as CardObject,
  ConfirmationToken,
  ConfirmationTokenCreateParams,
  CreateTokenCardData,
  PaymentIntent,
  PaymentMethod,
  PaymentMethodCreateParams,
  Source,
  Token,
} from '@stripe/stripe-js';
import {brandOf} from '../stripe-js/cards/brands.js';
import type {Card} from './entered-card.js';

/** How long a confirmation token is good, in seconds: as in the example of Stripe's API reference. */
const confirmationTokenLife = 12 * 60 * 60;

type NewId = (prefix: string) => string;
type BillingParams = PaymentMethodCreateParams.BillingDetails;

function now(): number {
  return Math.floor(Date.now() / 1000);
}

export function tokenObject(newId: NewId, card: Card, owner: CreateTokenCardData): Token {
  return {
    id: newId('tok'),
    object: 'token',
    card: cardObject(newId, card, owner),
    client_ip: '127.0.0.1',
    created: now(),
    livemode: false,
    type: 'card',
    used: false,
  };
}

/** The Card object, which has more than the types of Stripe.js say. */
function cardObject(newId: NewId, card: Card, owner: CreateTokenCardData): CardObject {
  const zip = owner.address_zip ?? card.postalCode;
  const all = {
    id: newId('card'),
    object: 'card' as const,
    address_city: owner.address_city ?? null,
    address_country: owner.address_country ?? null,
    address_line1: owner.address_line1 ?? null,
    address_line1_check: unchecked(owner.address_line1),
    address_line2: owner.address_line2 ?? null,
    address_state: owner.address_state ?? null,
    address_zip: zip,
    address_zip_check: unchecked(zip),
    brand: brandOf(card.testCard.number).title,
    country: 'US',
    cvc_check: card.hasCvc ? 'unchecked' : null,
    dynamic_last4: null,
    ...shownOf(card),
    metadata: {},
    name: owner.name ?? null,
    networks: {preferred: null},
    regulated_status: 'unregulated',
    tokenization_method: null,
  };
  return all;
}

export function paymentMethodObject(
  newId: NewId,
  card: Card,
  params: PaymentMethodCreateParams,
): PaymentMethod {
  const all = {
    id: newId('pm'),
    object: 'payment_method' as const,
    allow_redisplay: params.allow_redisplay ?? 'unspecified',
    billing_details: billingDetails(card, params.billing_details),
    card: methodCard(card, params.billing_details),
    created: now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: metadataOf(params.metadata),
    type: 'card',
  };
  return all;
}

export function confirmationTokenObject(
  newId: NewId,
  card: Card,
  params: ConfirmationTokenCreateParams,
  setupFutureUsage: 'off_session' | 'on_session' | null,
): ConfirmationToken {
  const created = now();
  const billing = params.payment_method_data?.billing_details;
  const all = {
    id: newId('ctoken'),
    object: 'confirmation_token' as const,
    created,
    expires_at: created + confirmationTokenLife,
    livemode: false,
    mandate_data: null,
    metadata: metadataOf(params.metadata),
    payment_intent: null,
    payment_method_options: null,
    payment_method_preview: {
      type: 'card',
      allow_redisplay: params.payment_method_data?.allow_redisplay ?? 'unspecified',
      billing_details: billingDetails(card, billing),
      card: methodCard(card, billing),
      customer: null,
      customer_account: null,
    },
    return_url: params.return_url ?? null,
    setup_future_usage: setupFutureUsage,
    setup_intent: null,
    shipping: params.shipping ?? null,
    use_stripe_sdk: true,
  };
  return all;
}

/** A card source: chargeable at once, and good for more than one charge. */
export function sourceObject(newId: NewId, card: Card, owner: Partial<Source.Owner>): Source {
  const id = newId('src');
  return {
    id,
    object: 'source',
    amount: null,
    card: {
      address_line1_check: unchecked(owner.address?.line1),
      address_zip_check: unchecked(owner.address?.postal_code ?? card.postalCode),
      brand: brandOf(card.testCard.number).title,
      country: 'US',
      cvc_check: card.hasCvc ? 'unchecked' : null,
      dynamic_last4: null,
      ...shownOf(card),
      name: owner.name ?? null,
      three_d_secure: 'optional',
      tokenization_method: null,
    },
    client_secret: `${id}_secret`,
    created: now(),
    currency: null,
    flow: 'none',
    livemode: false,
    metadata: {},
    owner: {
      address: owner.address ?? null,
      email: owner.email ?? null,
      name: owner.name ?? null,
      phone: owner.phone ?? null,
      verified_address: null,
      verified_email: null,
      verified_name: null,
      verified_phone: null,
    },
    statement_descriptor: null,
    status: 'chargeable',
    type: 'card',
    usage: 'reusable',
  };
}

/** @param values what is not as in a new intent over 10 dollars */
export function intentObject(newId: NewId, values: Partial<PaymentIntent>): PaymentIntent {
  const id = values.id ?? newId('pi');
  return {
    id,
    object: 'payment_intent',
    amount: 1000,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic',
    client_secret: `${id}_secret_fake`,
    confirmation_method: 'automatic',
    created: now(),
    currency: 'usd',
    description: null,
    last_payment_error: null,
    livemode: false,
    next_action: null,
    payment_method: null,
    payment_method_types: ['card'],
    receipt_email: null,
    setup_future_usage: null,
    shipping: null,
    status: 'requires_payment_method',
    ...values,
  };
}

/** What Card objects and payment methods have alike. */
function shownOf({testCard, expMonth, expYear}: Card) {
  const last4 = testCard.number.slice(-4);
  return {
    exp_month: expMonth,
    exp_year: expYear,
    fingerprint: `fake${last4}`.padEnd(16, '0'),
    funding: testCard.funding,
    last4,
  };
}

function methodCard(card: Card, billing: BillingParams = {}): PaymentMethod.Card {
  const brand = brandOf(card.testCard.number).name;
  const all = {
    brand,
    checks: {
      address_line1_check: unchecked(billing.address?.line1),
      address_postal_code_check: unchecked(billing.address?.postal_code ?? card.postalCode),
      cvc_check: card.hasCvc ? 'unchecked' : null,
    },
    country: 'US',
    display_brand: brand,
    ...shownOf(card),
    generated_from: null,
    networks: {available: [brand], preferred: null},
    regulated_status: 'unregulated',
    three_d_secure_usage: {supported: true},
    wallet: null,
  };
  return all;
}

function billingDetails({postalCode}: Card, sent: BillingParams = {}) {
  const {address = {}, email = null, name = null, phone = null} = sent;
  return {
    address: {
      city: address.city ?? null,
      country: address.country ?? null,
      line1: address.line1 ?? null,
      line2: address.line2 ?? null,
      postal_code: address.postal_code ?? postalCode,
      state: address.state ?? null,
    },
    email,
    name,
    phone,
    tax_id: null,
  };
}

function metadataOf(params: PaymentMethodCreateParams['metadata'] = {}): Record<string, string> {
  const entries = Object.entries(params).filter(([, value]) => value !== null);
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/** No bank is asked about what was given before the card is used. */
function unchecked(value: string | null | undefined): 'unchecked' | null {
  return value == null ? null : 'unchecked';
}
