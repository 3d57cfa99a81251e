import type {
  CreateTokenCardData,
  Source,
  Stripe,
  StripeCardNumberElement,
  StripeError,
  Token,
} from '@stripe/stripe-js';
import {errorCodes, PayError} from '../errors.js';
import type {CardDetails, CardSummary, Product} from './gateway.js';
import {payErrorFrom} from './stripe-errors.js';

/** What releases of Stripe.js before dahlia have, and today's types no longer. */
interface SourceMaker {
  createSource?(
    element: StripeCardNumberElement,
    data: {readonly type: 'card'; readonly owner: object},
  ): Promise<{readonly source?: Source; readonly error?: StripeError}>;
}

interface Answer {
  readonly made: Token | Source | undefined;
  readonly error: StripeError | undefined;
}

/**
 * Turns the card in the fields into what was asked for.
 * @throws PayError of the card, the network or, where Stripe.js makes no sources any more, the merchant
 */
export async function makeProduct(
  stripe: Stripe,
  number: StripeCardNumberElement,
  details: CardDetails,
): Promise<Product> {
  const make = details.create === 'source' ? createSource : createToken;
  const {made, error} = await make(stripe, number, details).catch(failure);
  if (error) throw payErrorFrom(error);
  if (!made?.id) {
    throw new PayError(
      errorCodes.providerFailed,
      'network',
      `Stripe answered without a ${details.create}.`,
    );
  }
  const card = made.card && summaryOf(made.card);
  return {kind: details.create, id: made.id, type: made.type, card, raw: made};
}

async function createToken(
  stripe: Stripe,
  number: StripeCardNumberElement,
  details: CardDetails,
): Promise<Answer> {
  const {token, error} = await stripe.createToken(number, ownerOfCard(details));
  return {made: token, error};
}

async function createSource(
  stripe: Stripe & SourceMaker,
  number: StripeCardNumberElement,
  details: CardDetails,
): Promise<Answer> {
  if (!stripe.createSource) throw noSources();
  const data = {type: 'card', owner: ownerOfSource(details)} as const;
  const {source, error} = await stripe.createSource(number, data);
  return {made: source, error};
}

/** Stripe.js rejects, instead of resolving to an error, where its frames are gone or a method was removed. */
function failure(cause: unknown): never {
  if (cause instanceof PayError) throw cause;
  if (cause instanceof Error && /createSource/.test(cause.message)) throw noSources(cause);
  throw new PayError(errorCodes.providerFailed, 'network', 'Stripe.js failed.', {cause});
}

function noSources(cause?: unknown): PayError {
  const message =
    'This release of Stripe.js makes no sources any more. ' +
    'Load https://js.stripe.com/clover/stripe.js on the page, or take a token.';
  return new PayError(errorCodes.providerRefused, 'merchant', message, {cause});
}

function ownerOfCard({billing, postalCode}: CardDetails): CreateTokenCardData {
  if (!billing) return postalCode ? {address_zip: postalCode} : {};
  return filled({
    name: billing.name,
    address_line1: billing.line1,
    address_line2: billing.line2,
    address_city: billing.city,
    address_state: billing.state,
    address_zip: billing.zip,
    address_country: billing.country,
  });
}

function ownerOfSource({email, billing, postalCode}: CardDetails) {
  const {name, line1, line2, city, state, zip = postalCode, country} = billing ?? {};
  const address = filled({line1, line2, city, state, postal_code: zip, country});
  return filled({name, email, address: Object.keys(address).length ? address : undefined});
}

/** Without what is empty: Stripe refuses empty strings. */
function filled<T extends object>(data: T): Partial<T> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value)) as Partial<T>;
}

/** Of a token's card or of a source's: the latter's is typed looser. */
function summaryOf(card: Token['card'] | Source['card']): CardSummary | undefined {
  if (!card) return undefined;
  const {brand, last4, exp_month, exp_year} = card;
  if (!brand || !last4 || !exp_month || !exp_year) return undefined;
  return {brand, last4, expMonth: exp_month, expYear: exp_year};
}
