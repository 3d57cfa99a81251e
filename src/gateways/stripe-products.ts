import type {Source, Stripe, StripeCardNumberElement, StripeError} from '@stripe/stripe-js';
import type {SourceUsage} from './gateway.js';
import {ownerOf} from './stripe-owner.js';
import type {ProductsPart} from './stripe-parts.js';
import {paymentElement} from './stripe-payment-element.js';

/** Needs nothing of the main file, which loads it. */
export function createPart(): ProductsPart {
  return {makers, paymentElement};
}

/** What releases of Stripe.js before dahlia have, and today's types no longer. */
interface SourceMaker {
  createSource?(
    element: StripeCardNumberElement,
    data: {readonly type: 'card'; readonly usage?: SourceUsage; readonly owner: object},
  ): Promise<{readonly source?: Source; readonly error?: StripeError}>;
}

const makers: ProductsPart['makers'] = {
  async 'payment-method'(stripe, card, details) {
    const {paymentMethod, error} = await stripe.createPaymentMethod({
      type: 'card',
      card,
      billing_details: ownerOf(details),
    });
    return {made: paymentMethod, raw: paymentMethod, error};
  },

  async source(stripe: Stripe & SourceMaker, card, details, {usage}) {
    if (!stripe.createSource) return {error: noSources};
    const data = {type: 'card', ...(usage && {usage}), owner: ownerOf(details)} as const;
    try {
      const {source, error} = await stripe.createSource(card, data);
      return {made: source, raw: source, error};
    } catch (cause) {
      // Later releases have it still, to say that it was removed.
      if (cause instanceof Error && cause.message.includes('createSource')) {
        return {error: noSources};
      }
      throw cause;
    }
  },
};

const noSources: StripeError = {
  type: 'invalid_request_error',
  message:
    'This release of Stripe.js makes no sources any more. ' +
    'Load https://js.stripe.com/clover/stripe.js on the page, or none, or take a payment method.',
};
