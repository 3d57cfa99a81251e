import type Stripe from 'stripe';
import {docUrl} from '../../stripe-js/cards/card-error.js';
import {authenticationFailure} from '../../stripe-js/intent-refusals.js';
import type {Scene} from '../api/endpoint.js';
import {newId} from '../store/ids.js';
import type {AuthenticationAttempt, PaymentMethodRecord, Store} from '../store/store.js';
import {emit} from './events.js';
import {takePayment} from './taking.js';

/** What the holder of a card can do: to close the frame is, as at Stripe, a failure like any other. */
export const outcomes = ['complete', 'fail', 'cancel'] as const;
export type Outcome = (typeof outcomes)[number];

/** Where an authentication takes place, and where it leads back to. */
interface Whereabouts {
  readonly returnUrl?: string;
  /** Whether Stripe.js shows it in a frame, even though there is a return URL. */
  readonly isInPage: boolean;
}

/** Has the holder of a card asked: the intent then waits for `settleAuthentication`. */
export function startAuthentication(
  intent: Stripe.PaymentIntent,
  method: PaymentMethodRecord,
  {returnUrl, isInPage}: Whereabouts,
  scene: Scene,
): void {
  const {store, origin} = scene;
  const id = newId('payatt');
  const url = `${origin}/3ds/${id}`;
  const isRedirect = returnUrl !== undefined && !isInPage;
  const attempt: AuthenticationAttempt = {
    id,
    paymentIntent: intent,
    method,
    origin,
    status: 'pending',
    ...(isRedirect && {returnUrl}),
  };
  store.attempts.add(id, attempt);
  store.currentAttempts.add(intent.id, attempt);
  intent.next_action = isRedirect
    ? {type: 'redirect_to_url', redirect_to_url: {url, return_url: returnUrl}}
    : {
        type: 'use_stripe_sdk',
        use_stripe_sdk: {type: 'three_d_secure_redirect', source: id, stripe_js: url},
      };
  intent.payment_method = method.paymentMethod.id;
  intent.status = 'requires_action';
  emit(scene, 'payment_intent.requires_action', intent);
}

/** Whether the holder has agreed to this payment with this card already. */
export function wasAuthenticated(
  store: Store,
  intent: Stripe.PaymentIntent,
  method: PaymentMethodRecord,
): boolean {
  const attempt = store.currentAttempts.get(intent.id);
  return attempt?.status === 'complete' && attempt.method === method;
}

/**
 * The authentication that an intent waits for.
 * @param attempt its id, `payatt_…`
 * @returns undefined when there is none, or it is over
 */
export function findAuthentication(
  store: Store,
  attempt: string,
): {paymentIntent: Stripe.PaymentIntent; returnUrl?: string} | undefined {
  const found = pendingAttempt(store, attempt);
  if (!found) return undefined;
  const {paymentIntent, returnUrl} = found;
  return {paymentIntent, ...(returnUrl !== undefined && {returnUrl})};
}

/**
 * Ends an authentication as the card's holder chose, and goes on with the payment.
 * @param attempt its id, `payatt_…`
 * @returns the intent after it; undefined when there is no such authentication. One that is over
 * already changes nothing.
 */
export function settleAuthentication(
  store: Store,
  attempt: string,
  outcome: Outcome,
): Stripe.PaymentIntent | undefined {
  const pending = pendingAttempt(store, attempt);
  if (!pending) return store.attempts.get(attempt)?.paymentIntent;
  const {method, origin, paymentIntent: intent} = pending;
  const scene: Scene = {store, origin, request: null};
  pending.status = outcome === 'complete' ? 'complete' : 'failed';
  intent.next_action = null;
  if (outcome !== 'complete') {
    failIntent(intent, method, scene);
  } else if (intent.confirmation_method === 'manual') {
    intent.status = 'requires_confirmation';
    store.changed(intent);
  } else {
    takePayment(intent, method, {isAuthenticated: true}, scene);
  }
  return intent;
}

function pendingAttempt(store: Store, id: string): AuthenticationAttempt | undefined {
  const attempt = store.attempts.get(id);
  if (attempt?.status !== 'pending') return undefined;
  const {paymentIntent} = attempt;
  const isCurrent = store.currentAttempts.get(paymentIntent.id) === attempt;
  return isCurrent && paymentIntent.status === 'requires_action' ? attempt : undefined;
}

function failIntent(intent: Stripe.PaymentIntent, method: PaymentMethodRecord, scene: Scene): void {
  intent.last_payment_error = {
    ...authenticationFailure,
    doc_url: docUrl(authenticationFailure.code),
    payment_method: method.paymentMethod,
    type: 'invalid_request_error',
  };
  intent.payment_method = null;
  intent.status = 'requires_payment_method';
  method.spent = method.paymentMethod.customer === null;
  emit(scene, 'payment_intent.payment_failed', intent);
}
