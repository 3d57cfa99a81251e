import {createHmac, randomBytes} from 'node:crypto';
import type Stripe from 'stripe';
import {brandOf} from '../../stripe-js/cards/brands.js';
import {
  expiryRefusal,
  fullYear,
  refusalOf,
  withoutSeparators,
} from '../../stripe-js/cards/card-entry.js';
import {declines, invalidCards} from '../../stripe-js/cards/refusals.js';
import {type TestCard, testCardByNumber} from '../../stripe-js/cards/test-cards.js';
import {cardError} from '../api/errors.js';
import {type Field, ignored, required, shape, text} from '../api/params.js';
import {newId} from '../store/ids.js';
import type {StoredCard} from '../store/store.js';

/** A card as it is sent to be tokenized. */
export const cardParams = shape({
  number: required(text),
  exp_month: required(text),
  exp_year: required(text),
  cvc: text,
  name: text,
  // For debit cards that money is paid out to.
  currency: ignored,
  address_line1: text,
  address_line2: text,
  address_city: text,
  address_state: text,
  address_zip: text,
  address_country: text,
});
/** A card inside a request for something else: its token, or the card itself. */
export const cardOrToken: Field<{token: string} | CardParams | undefined> = (value, name) => {
  const isToken = typeof value === 'object' && !Array.isArray(value) && 'token' in value;
  return isToken ? tokenParams(value, name) : cardParams(value, name);
};
const tokenParams = shape({token: required(text)});

type CardParams = NonNullable<ReturnType<typeof cardParams>>;

/** Another one in each process: a number must not be found by hashing all numbers. */
const fingerprintKey = randomBytes(32);

/**
 * The card that was typed in.
 * @throws ApiError 402 when it cannot exist, or is a real one
 */
export function cardFrom(params: CardParams): StoredCard {
  const {number, exp_month: expMonth, exp_year: expYear, cvc} = params;
  const refusal = refusalOf({number, expMonth, expYear, cvc}, new Date());
  if (refusal) throw cardError(refusal);
  const testCard = testCardByNumber(withoutSeparators(number));
  if (!testCard) throw cardError(invalidCards.notATestCard);
  return {
    ...storedCard(testCard),
    expMonth: Number(expMonth),
    expYear: fullYear(expYear),
    name: params.name ?? null,
    hasCvc: cvc !== undefined,
    address: {
      city: params.address_city ?? null,
      country: params.address_country ?? null,
      line1: params.address_line1 ?? null,
      line2: params.address_line2 ?? null,
      postal_code: params.address_zip ?? null,
      state: params.address_state ?? null,
    },
  };
}

interface Expiry {
  readonly exp_month: number;
  readonly exp_year: number;
}

/**
 * How long a card is good after an update, which may name the month or the year alone.
 * @throws ApiError 402 for a date that is past
 */
export function newExpiry(
  known: Expiry,
  {exp_month = known.exp_month, exp_year = known.exp_year}: Partial<Expiry>,
): Expiry {
  const date = {expMonth: String(exp_month), expYear: String(exp_year)};
  const refusal = expiryRefusal(date, new Date());
  if (refusal) throw cardError(refusal);
  return {exp_month, exp_year};
}

/** A test card as Stripe's ready-made ids have it: without a CVC or an address, good for a year. */
export function storedCard(card: TestCard): StoredCard {
  return {
    id: newId('card'),
    brand: brandOf(card.number),
    funding: card.funding,
    last4: card.number.slice(-4),
    fingerprint: fingerprintOf(card.number),
    expMonth: new Date().getMonth() + 1,
    expYear: new Date().getFullYear() + 1,
    name: null,
    // A ready-made card whose CVC is wrong has one.
    hasCvc: card.failsCvcCheck === true,
    address: {city: null, country: null, line1: null, line2: null, postal_code: null, state: null},
    decline: card.decline,
    isAttachable: card.decline === undefined || card.isAttachable === true,
    authentication: card.authentication,
    failsCvcCheck: card.failsCvcCheck === true,
  };
}

/**
 * The Card object of the Tokens, Charges and Customers APIs.
 * @param isChecked whether its bank has been asked about CVC and address
 */
export function cardObject(card: StoredCard, isChecked: boolean, customer?: string): Stripe.Card {
  const checks = checksOf(card, isChecked);
  return {
    id: card.id,
    object: 'card',
    address_city: card.address.city,
    address_country: card.address.country,
    address_line1: card.address.line1,
    address_line1_check: checks.address_line1_check,
    address_line2: card.address.line2,
    address_state: card.address.state,
    address_zip: card.address.postal_code,
    address_zip_check: checks.address_postal_code_check,
    brand: card.brand.title,
    country: 'US',
    ...(customer !== undefined && {customer}),
    cvc_check: checks.cvc_check,
    dynamic_last4: null,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    fingerprint: card.fingerprint,
    funding: card.funding,
    last4: card.last4,
    metadata: {},
    name: card.name,
    networks: {preferred: null},
    regulated_status: 'unregulated',
    tokenization_method: null,
  };
}

/** The `card` of a PaymentMethod. */
export function methodCard(card: StoredCard, isChecked: boolean): Stripe.PaymentMethod.Card {
  return {
    brand: card.brand.name,
    checks: checksOf(card, isChecked),
    country: 'US',
    display_brand: card.brand.name,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    fingerprint: card.fingerprint,
    funding: card.funding,
    generated_from: null,
    last4: card.last4,
    networks: {available: [card.brand.name], preferred: null},
    regulated_status: 'unregulated',
    three_d_secure_usage: {supported: true},
    wallet: null,
  };
}

/**
 * The `payment_method_details` of a Charge.
 * @param authorized what the bank has agreed to; null when it declined
 */
export function chargeDetails(
  card: StoredCard,
  authorized: number | null,
  isAuthenticated: boolean,
): Stripe.Charge.PaymentMethodDetails {
  return {
    type: 'card',
    card: {
      amount_authorized: authorized,
      authorization_code: null,
      brand: card.brand.name,
      checks: checksOf(card, true),
      country: 'US',
      electronic_commerce_indicator: null,
      exp_month: card.expMonth,
      exp_year: card.expYear,
      fingerprint: card.fingerprint,
      funding: card.funding,
      installments: null,
      last4: card.last4,
      mandate: null,
      network: card.brand.name,
      network_transaction_id: null,
      regulated_status: 'unregulated',
      three_d_secure: isAuthenticated ? authenticated : null,
      transaction_link_id: null,
      wallet: null,
    },
  };
}

/** What a charge says about a holder who was asked and agreed. */
const authenticated: Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
};

/** What a bank says about the parts of a card; null for a part that was not given. */
function checksOf(card: StoredCard, isChecked: boolean) {
  const passed = isChecked ? 'pass' : 'unchecked';
  const isWrongCvc = card.failsCvcCheck || card.decline === declines.incorrectCvc;
  const cvcResult = isChecked && isWrongCvc ? 'fail' : passed;
  return {
    address_line1_check: card.address.line1 === null ? null : passed,
    address_postal_code_check: card.address.postal_code === null ? null : passed,
    cvc_check: card.hasCvc ? cvcResult : null,
  };
}

function fingerprintOf(number: string): string {
  const digest = createHmac('sha256', fingerprintKey).update(number).digest('base64');
  return digest.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 16);
}
