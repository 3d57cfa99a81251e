import type {Release} from '../../stripe-js/releases.js';

/** What the sandbox puts around the bundle of this folder when it serves it. */
declare const served: {
  /** Of the sandbox. */
  readonly origin: string;
  /** Name of the Stripe.js release that was asked for. */
  readonly release: Release;
};

export const {origin: sandboxOrigin, release} = served;
