import type {Stripe, StripeConstructor} from '@stripe/stripe-js';
import {loadStripe} from '@stripe/stripe-js/pure/index.mjs';
import {errorCodes, PayError} from '../errors.js';

/** Our words are English so far, and the fields should speak the same language. */
const options = {locale: 'en'} as const;

/** Milliseconds after which a customer is told that Stripe.js does not come. */
const patience = 8000;

/**
 * Stripe for this key: the page's own `window.Stripe` where there is one, else Stripe.js, loaded
 * from Stripe. A failed load is forgotten, so that a later call tries again.
 * @param timeLimit in milliseconds
 * @throws PayError `unreachable` for the network, `provider_refused` where Stripe.js refuses the key or the page
 */
export async function stripeFor(key: string, timeLimit = patience): Promise<Stripe> {
  const stripe = known(key) ?? (await create(key, timeLimit));
  if (window.Stripe) instancesOf(window.Stripe).set(key, stripe);
  return stripe;
}

/** One for each key, since Stripe.js never takes the frames of an instance away again. */
const instances = new WeakMap<StripeConstructor, Map<string, Stripe>>();

function instancesOf(constructor: StripeConstructor): Map<string, Stripe> {
  const all = instances.get(constructor) ?? new Map<string, Stripe>();
  instances.set(constructor, all);
  return all;
}

function known(key: string): Stripe | undefined {
  // An element with the id "Stripe" is a property of window as well, until there is a property proper.
  if (window.Stripe && typeof window.Stripe !== 'function') window.Stripe = undefined;
  return window.Stripe && instancesOf(window.Stripe).get(key);
}

async function create(key: string, timeLimit: number): Promise<Stripe> {
  let stripe: Stripe | null;
  try {
    // Looked for afresh each time, where the loader would keep what it saw first: a test's stand-in comes and goes.
    stripe = window.Stripe
      ? window.Stripe(key, options)
      : await inTime(loadStripe(key, options), timeLimit);
  } catch (cause) {
    throw isRefusal(cause)
      ? new PayError(errorCodes.providerRefused, 'merchant', cause.message, {cause})
      : new PayError(errorCodes.unreachable, 'network', 'Stripe.js could not be loaded.', {cause});
  }
  if (!stripe) throw new PayError(errorCodes.unreachable, 'network', 'Stripe.js needs a browser.');
  return stripe;
}

/** Errors of the key or the page, which Stripe.js throws when called, bear its own name. */
function isRefusal(cause: unknown): cause is Error {
  return cause instanceof Error && cause.name === 'IntegrationError';
}

async function inTime<T>(promise: Promise<T>, timeLimit: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      giveUpScript();
      reject(new Error(`No answer in ${timeLimit} ms`));
    }, timeLimit);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The loader waits for its script for ever, and so would every later call. An `error` event makes
 * it throw the hung script away and inject a new one.
 */
function giveUpScript(): void {
  const script = document.querySelector('script[src^="https://js.stripe.com/"]');
  script?.dispatchEvent(new Event('error'));
}
