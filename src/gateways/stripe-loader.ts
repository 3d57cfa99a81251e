import type {Stripe, StripeConstructor} from '@stripe/stripe-js';
import {errorCodes, PayError} from '../errors.js';
import type {CardRequest} from './gateway.js';
import {fetchStripeJs, type Release} from './stripe-script.js';

/**
 * Stripe for this key and account: the page's own `window.Stripe` where there is one, else Stripe.js, loaded
 * from Stripe. A failed load is forgotten, so that a later call tries again.
 * @throws PayError `unreachable` for the network, `provider_refused` where Stripe.js refuses the key or the page
 */
export async function stripeFor({key, account, create}: CardRequest): Promise<Stripe> {
  // The last release that makes sources.
  const release = create === 'source' ? 'clover' : 'endive';
  const constructor = ownStripe() ?? (await loadedStripe(release));
  const instances = instancesOf(constructor);
  const name = `${key} ${account}`;
  const stripe = instances.get(name) ?? call(constructor, key, account);
  instances.set(name, stripe);
  return stripe;
}

/** One for each key and account, since Stripe.js never takes the frames of an instance away again. */
const instancesByConstructor = new WeakMap<StripeConstructor, Map<string, Stripe>>();

function instancesOf(constructor: StripeConstructor): Map<string, Stripe> {
  const instances = instancesByConstructor.get(constructor) ?? new Map<string, Stripe>();
  instancesByConstructor.set(constructor, instances);
  return instances;
}

function ownStripe(): StripeConstructor | undefined {
  // An element with the id "Stripe" is a property of window as well, until there is a property proper.
  if (window.Stripe && typeof window.Stripe !== 'function') window.Stripe = undefined;
  return window.Stripe;
}

function loadedStripe(release: Release): Promise<StripeConstructor> {
  return fetchStripeJs(release).catch((cause: unknown) => {
    throw new PayError(errorCodes.unreachable, 'network', 'Stripe.js did not come up.', {cause});
  });
}

function call(create: StripeConstructor, key: string, account: string | undefined): Stripe {
  try {
    return create(key, account ? {stripeAccount: account} : undefined);
  } catch (cause) {
    // Errors of the key or the page bear Stripe's own name.
    if (!(cause instanceof Error) || cause.name !== 'IntegrationError') throw cause;
    throw new PayError(errorCodes.providerRefused, 'merchant', cause.message, {cause});
  }
}
