import type {Stripe, StripeConstructor} from '@stripe/stripe-js';
import {errorCodes, PayError} from '../errors.js';
import type {CardRequest} from './gateway.js';
import {warnOnce} from '../hints.js';
import {awaitPageScript, fetchStripeJs, pageStripe} from './stripe-script.js';

/**
 * Stripe for this key and account: by the page's own `window.Stripe` where that is one, or will be soon, else by
 * Stripe.js, loaded from Stripe. A failed load is forgotten, so that a later call tries again.
 * @throws PayError `unreachable` for the network, `provider_refused` where Stripe.js refuses the key or the page
 */
export async function stripeFor(request: CardRequest): Promise<Stripe> {
  // The last release that makes sources.
  const release = request.create === 'source' ? 'clover' : 'endive';
  const own = pageStripe();
  const byOwn = stripeBy(own, request);
  if (byOwn) return byOwn;
  if (own) {
    warnOnce(
      'pay-button: window.Stripe is no Stripe.js of version 3 or later. It stays, and another one is loaded beside it.',
    );
  }
  const stripe =
    stripeBy(await awaitPageScript(), request) ?? stripeBy(await fetchStripeJs(release), request);
  if (stripe) return stripe;
  const message =
    'pay-button: Stripe.js makes no card fields here. Something on the page may hold the name window.Stripe.';
  throw new PayError(errorCodes.providerRefused, 'merchant', message);
}

/** One for each key and account, since Stripe.js never takes the frames of an instance away again. */
const instancesByConstructor = new WeakMap<StripeConstructor, Map<string, Stripe | undefined>>();

/** Nothing where what a page calls `Stripe` cannot make the card's fields: version 2, a stub, another thing. */
function stripeBy(
  constructor: StripeConstructor | undefined,
  {key, account}: CardRequest,
): Stripe | undefined {
  if (typeof constructor !== 'function') return undefined;
  const instances =
    instancesByConstructor.get(constructor) ?? new Map<string, Stripe | undefined>();
  instancesByConstructor.set(constructor, instances);
  const name = `${key} ${account}`;
  if (!instances.has(name)) instances.set(name, call(constructor, key, account));
  return instances.get(name);
}

function call(create: StripeConstructor, key: string, account?: string): Stripe | undefined {
  try {
    const stripe = create(key, account ? {stripeAccount: account} : undefined) as unknown;
    return typeof (stripe as Stripe | undefined)?.elements === 'function'
      ? (stripe as Stripe)
      : undefined;
  } catch (cause) {
    // Errors of the key or the page bear Stripe's own name.
    if (!(cause instanceof Error) || cause.name !== 'IntegrationError') return undefined;
    throw new PayError(errorCodes.providerRefused, 'merchant', cause.message, {cause});
  }
}
