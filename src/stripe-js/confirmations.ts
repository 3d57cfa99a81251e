import type {ConfirmPaymentData, PaymentIntent} from '@stripe/stripe-js';
import {intentId} from './client-secret.js';
import {groupOptionsOf} from './elements.js';
import {IntegrationError, refusals} from './integration-error.js';

export interface ConfirmPaymentOptions {
  readonly elements?: unknown;
  readonly clientSecret?: string;
  readonly confirmParams?: Partial<ConfirmPaymentData>;
  readonly redirect?: 'always' | 'if_required';
}

/** What `confirmPayment` is to confirm. */
export interface Confirmation {
  readonly id: string;
  readonly secret: string;
  /** Where the page goes once it is paid, unless it stays. */
  readonly leavesFor?: URL;
}

/** @throws IntegrationError for what is no client secret, and without an address to return to */
export function confirmationOf(options: ConfirmPaymentOptions): Confirmation {
  const {clientSecret, elements, confirmParams = {}, redirect = 'always'} = options;
  const secret = clientSecret ?? (elements ? groupOptionsOf(elements).clientSecret : undefined);
  const id = intentId('confirmPayment', secret);
  const returnUrl = returnAddress(confirmParams.return_url);
  if (redirect !== 'always') return {id, secret: String(secret)};
  if (!returnUrl) throw new IntegrationError(refusals.noReturnUrl);
  return {id, secret: String(secret), leavesFor: returnUrl};
}

/** An address of the merchant's, with what Stripe adds to it once an intent is paid. */
export function withOutcome(returnUrl: URL, {id, client_secret}: PaymentIntent): URL {
  const address = new URL(returnUrl);
  address.searchParams.set('payment_intent', id);
  address.searchParams.set('payment_intent_client_secret', client_secret ?? '');
  address.searchParams.set('redirect_status', 'succeeded');
  return address;
}

/** @throws IntegrationError for an address that would run a script, or is none */
function returnAddress(address: string | undefined): URL | undefined {
  if (address === undefined) return undefined;
  if (!/^https?:/i.test(address) || !URL.canParse(address)) {
    throw new IntegrationError(refusals.badReturnUrl);
  }
  return new URL(address);
}
