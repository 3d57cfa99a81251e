import Stripe from 'stripe';
import type {StripeKeys} from './config.js';

/** Who takes the cards and charges them: Stripe, or the sandbox in its place. */
export interface Provider {
  /** What the pages call it. */
  readonly name: string;
  /** Whether real cards are charged. */
  readonly livemode: boolean;
  /** Whether anything may be tried, since nothing of it is real. */
  readonly isSandbox: boolean;
  /** The server's side. */
  readonly stripe: Stripe;
  /** For the page, and of the same mode, test or live, as the key of `stripe`. */
  readonly publishableKey: string;
  /** The browser's side. */
  readonly stripeJs: StripeJs;
  /** Origins where customers answer their bank, which the form that pays leads to. */
  readonly banks: readonly string[];
}

/** Where the browser's side comes from. */
export interface StripeJs {
  /**
   * The address of a release's script, for the page to load before the button's. Without it, the
   * button loads Stripe.js itself.
   */
  readonly script?: (release: 'endive' | 'clover') => string;
  /** Origins whose scripts may run in the page, whose frames it may show, and that it may call. */
  readonly scripts: readonly string[];
  readonly frames: readonly string[];
  readonly calls: readonly string[];
}

/**
 * A customer waits for the answer. With its retry, a request to a provider that is silent ends after
 * some 19 seconds: the SDK's own three requests of 80 seconds would take four minutes.
 */
const patience = {timeout: 9_000, maxNetworkRetries: 1} as const;

/** Stripe's policy for pages: https://docs.stripe.com/security/guide#content-security-policy */
const stripeJs: StripeJs = {
  scripts: ['https://js.stripe.com', 'https://*.js.stripe.com'],
  frames: ['https://js.stripe.com', 'https://*.js.stripe.com', 'https://hooks.stripe.com'],
  calls: ['https://api.stripe.com'],
};

/** Stripe, with the merchant's keys. */
export function stripeProvider({secret, publishable}: StripeKeys): Provider {
  return {
    name: 'Stripe',
    livemode: publishable.startsWith('pk_live_'),
    isSandbox: false,
    stripe: new Stripe(secret, patience),
    publishableKey: publishable,
    stripeJs,
    banks: ['https://*.stripe.com'],
  };
}

/** The sandbox at this origin. It takes any test keys: these open nothing. */
export function sandboxProvider(origin: string): Provider {
  const {hostname, port} = new URL(origin);
  return {
    name: 'the sandbox',
    livemode: false,
    isSandbox: true,
    stripe: new Stripe('sk_test_sandbox', {host: hostname, port, protocol: 'http', ...patience}),
    publishableKey: 'pk_test_sandbox',
    stripeJs: {
      script: release => `${origin}/${release}/stripe.js`,
      scripts: [origin],
      frames: [origin],
      calls: [],
    },
    banks: [origin],
  };
}
