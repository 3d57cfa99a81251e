import type {
  ConfirmCardPaymentData,
  ConfirmCardPaymentOptions,
  ConfirmPaymentData,
  PaymentIntent,
  PaymentIntentResult,
  PaymentMethod,
  StripeError,
} from '@stripe/stripe-js';
import type {Refusal} from '../stripe-js/cards/refusals.js';
import {testCardByPaymentMethod} from '../stripe-js/cards/test-cards.js';
import {intentId} from '../stripe-js/client-secret.js';
import {
  confirmationOf,
  withOutcome,
  type ConfirmPaymentOptions,
} from '../stripe-js/confirmations.js';
import {submittedPayment} from '../stripe-js/elements.js';
import {IntegrationError, refusals} from '../stripe-js/integration-error.js';
import {
  authenticationFailure,
  manualConfirmation,
  statusRefusal,
} from '../stripe-js/intent-refusals.js';
import type {Control, Outcome} from './control.js';
import {cardError} from './errors.js';
import {installed} from './installed.js';
import {
  cardWithId,
  idOf,
  methodFor,
  methodOfToken,
  newMethod,
  noSuch,
  unexpectedState,
  type Answer,
  type Method,
} from './methods.js';
import {MountedElement} from './mounted-element.js';

export async function retrievePaymentIntent(secret: string): Promise<PaymentIntentResult> {
  return findIntent('retrievePaymentIntent', secret);
}

/**
 * Answers with an intent as it is.
 * @param method of Stripe.js that wants it
 */
export async function findIntent(method: string, secret: string): Promise<PaymentIntentResult> {
  const control = installed();
  const found = intentOf(control, method, secret);
  await control.answered();
  return 'error' in found ? found : {paymentIntent: {...found}};
}

export async function confirmCardPayment(
  clientSecret: string,
  data: ConfirmCardPaymentData = {},
  {handleActions = true}: ConfirmCardPaymentOptions = {},
): Promise<PaymentIntentResult> {
  const control = installed();
  const intent = payableIntent(control, 'confirmCardPayment', clientSecret);
  if ('error' in intent) return intent;
  const method = await methodFor(control, intent, data.payment_method);
  if ('error' in method) return method;
  if (!handleActions && asks(control, method)) {
    return askForAction(control, intent, method, data.return_url);
  }
  return confirm(control, intent, method);
}

export async function confirmPayment(options: ConfirmPaymentOptions): Promise<PaymentIntentResult> {
  const {secret, leavesFor} = confirmationOf(options);
  const {elements, confirmParams = {}} = options;
  const control = installed();
  const intent = payableIntent(control, 'confirmPayment', secret);
  if ('error' in intent) return intent;
  const method = elements
    ? await newMethod(
        submittedPayment(elements, 'confirmPayment', MountedElement),
        confirmParams.payment_method_data,
      )
    : await methodNamed(control, intent, confirmParams);
  if ('error' in method) return method;
  const result = confirm(control, intent, method);
  if (result.error || !leavesFor) return result;
  // Its page is gone by then, and hears no answer.
  control.redirected.happen(withOutcome(leavesFor, result.paymentIntent).href);
  return new Promise(() => {});
}

function methodNamed(
  control: Control,
  intent: PaymentIntent,
  {confirmation_token: token, payment_method: method}: Partial<ConfirmPaymentData>,
): Promise<Answer<Method>> {
  return token === undefined ? methodFor(control, intent, method) : methodOfToken(control, token);
}

/**
 * Where the bank has a page of its own, the browser goes there, and hears no answer.
 * @throws IntegrationError for an intent that waits for nothing
 */
export async function handleNextAction({
  clientSecret,
}: {
  clientSecret: string;
}): Promise<PaymentIntentResult> {
  const control = installed();
  const intent = intentOf(control, 'handleNextAction', clientSecret);
  if ('error' in intent) return intent;
  if (intent.status !== 'requires_action') throw new IntegrationError(refusals.noAction);
  const {redirect_to_url: redirect} = intent.next_action ?? {};
  if (redirect) {
    control.redirected.happen(redirect.url ?? '');
    return new Promise(() => {});
  }
  const method = idOf(intent.payment_method);
  const declined = control.declines.shift() ?? cardWithId(control, method)?.testCard.decline;
  await control.answered();
  if (takeOutcome(control) === 'fail') return unauthenticated(intent);
  if (method !== null) control.spent.add(method);
  if (declined) return decline(intent, declined);
  return succeed(intent, intent.confirmation_method === 'manual');
}

/** @throws IntegrationError for what is no client secret */
function intentOf(control: Control, method: string, secret: string): Answer<PaymentIntent> {
  const id = intentId(method, secret);
  return control.intents.get(secret) ?? {error: noSuch('payment_intent', id, 'intent')};
}

function payableIntent(control: Control, method: string, secret: string): Answer<PaymentIntent> {
  const intent = intentOf(control, method, secret);
  if ('error' in intent) return intent;
  const message = statusRefusal(intent.status);
  if (message !== undefined) return {error: unexpectedState(message, intent)};
  if (intent.confirmation_method !== 'manual') return intent;
  return {
    error: {
      type: 'invalid_request_error',
      code: 'payment_intent_invalid_parameter',
      message: manualConfirmation,
      payment_intent: {...intent},
    },
  };
}

function confirm(control: Control, intent: PaymentIntent, method: Method): PaymentIntentResult {
  const {card, paymentMethod} = method;
  intent.payment_method = paymentMethod.id;
  if (asks(control, method) && takeOutcome(control) === 'fail') return unauthenticated(intent);
  if (!testCardByPaymentMethod(paymentMethod.id)) control.spent.add(paymentMethod.id);
  const declined = control.declines.shift() ?? card.testCard.decline;
  return declined ? decline(intent, declined, paymentMethod) : succeed(intent, false);
}

/** Whether the bank wants to be asked. */
function asks(control: Control, {card}: Method): boolean {
  return control.outcomes.length > 0 || card.testCard.authentication !== undefined;
}

/** @param returnUrl of a page that shows the bank itself: its address leads nowhere */
function askForAction(
  control: Control,
  intent: PaymentIntent,
  {card, paymentMethod}: Method,
  returnUrl: string | undefined,
): PaymentIntentResult {
  control.cards.set(paymentMethod.id, card);
  intent.payment_method = paymentMethod.id;
  intent.status = 'requires_action';
  intent.next_action =
    returnUrl === undefined
      ? {type: 'use_stripe_sdk', use_stripe_sdk: {}}
      : {
          type: 'redirect_to_url',
          redirect_to_url: {url: 'https://bank.invalid/', return_url: returnUrl},
        };
  return {paymentIntent: {...intent}};
}

/** How this authentication ends: each that the test has asked for counts once, and others are completed. */
function takeOutcome(control: Control): Outcome {
  return control.outcomes.shift() ?? 'complete';
}

/** @param isManual The merchant's server confirms once more. */
function succeed(intent: PaymentIntent, isManual: boolean): PaymentIntentResult {
  const paid = intent.capture_method === 'manual' ? 'requires_capture' : 'succeeded';
  intent.status = isManual ? 'requires_confirmation' : paid;
  intent.next_action = null;
  return {paymentIntent: {...intent}};
}

function unauthenticated(intent: PaymentIntent): PaymentIntentResult {
  return refuse(intent, {type: 'invalid_request_error', ...authenticationFailure});
}

function decline(
  intent: PaymentIntent,
  refusal: Refusal,
  paymentMethod?: PaymentMethod,
): PaymentIntentResult {
  const error = cardError(refusal);
  return refuse(intent, paymentMethod ? {...error, payment_method: paymentMethod} : error);
}

/** Puts an intent back to where another card can be tried. */
function refuse(
  intent: PaymentIntent,
  error: StripeError & {type: PaymentIntent.LastPaymentError.Type},
): PaymentIntentResult {
  intent.status = 'requires_payment_method';
  intent.payment_method = null;
  intent.next_action = null;
  intent.last_payment_error = error;
  return {error: {...error, payment_intent: {...intent}}};
}
