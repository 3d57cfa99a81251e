import type {StripeConstructor} from '@stripe/stripe-js';
import {warnings} from '../../stripe-js/warnings.js';
import {release} from './served.js';
import {createStripe} from './stripe.js';

if (window.Stripe) {
  console.warn(warnings.loadedTwice);
} else {
  // The oldest release tells its version as a number. The cast: Stripe.js has more than `SandboxStripe`.
  const version = release === 'v3' ? 3 : release;
  window.Stripe = Object.assign(createStripe, {version}) as unknown as StripeConstructor;
}
