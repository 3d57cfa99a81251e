import type {Stripe, StripeConstructor} from '@stripe/stripe-js';
import {errorCodes, PayError} from '../errors.js';
import {fetchStripeJs} from './stripe-script.js';

/**
 * Stripe for this key: the page's own `window.Stripe` where there is one, else Stripe.js, loaded
 * from Stripe. A failed load is forgotten, so that a later call tries again.
 * @throws PayError `unreachable` for the network, `provider_refused` where Stripe.js refuses the key or the page
 */
export async function stripeFor(key: string): Promise<Stripe> {
  const create = ownStripe() ?? (await loadedStripe());
  const instances = instancesOf(create);
  const stripe = instances.get(key) ?? call(create, key);
  instances.set(key, stripe);
  return stripe;
}

/** One for each key, since Stripe.js never takes the frames of an instance away again. */
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

async function loadedStripe(): Promise<StripeConstructor> {
  try {
    await fetchStripeJs();
  } catch (cause) {
    throw new PayError(errorCodes.unreachable, 'network', 'Stripe.js could not be loaded.', {
      cause,
    });
  }
  const stripe = ownStripe();
  if (stripe) return stripe;
  throw new PayError(errorCodes.unreachable, 'network', 'Stripe.js did not come up.');
}

function call(create: StripeConstructor, key: string): Stripe {
  try {
    return create(key);
  } catch (cause) {
    // Errors of the key or the page bear Stripe's own name.
    if (!(cause instanceof Error) || cause.name !== 'IntegrationError') throw cause;
    throw new PayError(errorCodes.providerRefused, 'merchant', cause.message, {cause});
  }
}
