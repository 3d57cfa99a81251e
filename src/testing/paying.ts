import type {
  ConfirmCardPaymentData,
  ConfirmCardPaymentOptions,
  ConfirmPaymentData,
  PaymentIntent,
  PaymentIntentResult,
  PaymentMethod,
  StripeElements,
  StripeError,
} from '@stripe/stripe-js';
import {testCardByPaymentMethod} from '../sandbox/cards/test-cards.js';
import type {Refusal} from '../sandbox/cards/refusals.js';
import type {Control} from './control.js';
import {groupOf} from './elements.js';
import {testCardMethod, type Card} from './entered-card.js';
import {cardError} from './errors.js';
import {installed} from './installed.js';
import {badSecret, IntegrationError, refusals} from '../stripe-js/integration-error.js';
import {cardElements, send, submittedElements} from './making.js';
import {paymentMethodObject} from './objects.js';

export interface ConfirmPaymentOptions {
  readonly elements?: StripeElements;
  readonly clientSecret?: string;
  readonly confirmParams?: Partial<ConfirmPaymentData>;
  readonly redirect?: 'always' | 'if_required';
}

/** What pays: a new payment method, or one that the page has the id of. */
interface Method {
  readonly paymentMethod: PaymentMethod;
  readonly card: Card;
}

type Answer<T> = T | {readonly error: StripeError};

export async function retrievePaymentIntent(clientSecret: string): Promise<PaymentIntentResult> {
  const control = installed();
  const found = intentOf(control, 'retrievePaymentIntent', clientSecret);
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
  return 'error' in method ? method : confirm(control, intent, method, handleActions);
}

export async function confirmPayment(options: ConfirmPaymentOptions): Promise<PaymentIntentResult> {
  const {elements, confirmParams = {}, redirect = 'always'} = options;
  const returnUrl = confirmParams.return_url;
  if (redirect === 'always' && !returnUrl) throw new IntegrationError(refusals.noReturnUrl);
  const control = installed();
  const secret = options.clientSecret ?? (elements && groupOf(elements).options.clientSecret);
  const intent = payableIntent(control, 'confirmPayment', secret);
  if ('error' in intent) return intent;
  const method = elements
    ? await methodFromElements(elements, confirmParams)
    : await methodFor(control, intent, confirmParams.payment_method);
  if ('error' in method) return method;
  const result = confirm(control, intent, method, true);
  if (result.error || redirect !== 'always' || !returnUrl) return result;
  return leave(control, returnUrl, result.paymentIntent);
}

/** @throws {IntegrationError} For an intent that waits for nothing. */
export async function handleNextAction({
  clientSecret,
}: {
  clientSecret: string;
}): Promise<PaymentIntentResult> {
  const control = installed();
  const intent = intentOf(control, 'handleNextAction', clientSecret);
  if ('error' in intent) return intent;
  if (intent.status !== 'requires_action') throw new IntegrationError(refusals.noAction);
  const declined = control.declines.shift();
  await control.answered();
  if (!authenticates(control)) return unauthenticated(intent);
  if (declined) return decline(intent, declined);
  return succeed(intent, intent.confirmation_method === 'manual');
}

/** @throws {IntegrationError} For what is no client secret. */
function intentOf(control: Control, method: string, secret: unknown): Answer<PaymentIntent> {
  const [, id] = /^(pi_\w+?)_secret_\w+$/.exec(String(secret)) ?? [];
  if (id === undefined) throw new IntegrationError(badSecret(method));
  return control.intents.get(String(secret)) ?? {error: noSuch('payment_intent', id, 'intent')};
}

function payableIntent(control: Control, method: string, secret: unknown): Answer<PaymentIntent> {
  const intent = intentOf(control, method, secret);
  if ('error' in intent || intent.status !== 'succeeded') return intent;
  const message =
    'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.';
  return {
    error: {
      type: 'invalid_request_error',
      code: 'payment_intent_unexpected_state',
      message,
      payment_intent: {...intent},
    },
  };
}

async function methodFor(
  control: Control,
  intent: PaymentIntent,
  given: ConfirmCardPaymentData['payment_method'],
): Promise<Answer<Method>> {
  if (typeof given === 'object') {
    if ('token' in given.card) throw new IntegrationError(refusals.noData);
    return send(cardElements(given.card), (card, {newId}) => ({
      card,
      paymentMethod: paymentMethodObject(newId, card, given),
    }));
  }
  const id = given ?? idOf(intent.payment_method);
  await control.answered();
  return methodWithId(control, id);
}

function methodFromElements(
  elements: StripeElements,
  {payment_method_data: params = {}}: Partial<ConfirmPaymentData>,
): Promise<Answer<Method>> {
  return send(submittedElements(elements, 'confirmPayment'), (card, {newId}) => ({
    card,
    paymentMethod: paymentMethodObject(newId, card, params),
  }));
}

function methodWithId(control: Control, id: string | null): Answer<Method> {
  if (id === null) {
    return {
      error: {
        type: 'invalid_request_error',
        code: 'payment_intent_unexpected_state',
        message:
          "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
      },
    };
  }
  const testCard = testCardByPaymentMethod(id);
  const card = testCard ? testCardMethod(testCard) : control.cards.get(id);
  if (!card) return {error: noSuch('PaymentMethod', id, 'payment_method')};
  return {card, paymentMethod: {...paymentMethodObject(control.newId, card, {}), id}};
}

function confirm(
  control: Control,
  intent: PaymentIntent,
  {card, paymentMethod}: Method,
  handleActions: boolean,
): PaymentIntentResult {
  intent.payment_method = paymentMethod.id;
  if (control.outcomes.length > 0 || card.testCard.authentication) {
    if (!handleActions) return askForAction(intent);
    if (!authenticates(control)) return unauthenticated(intent);
  }
  const declined = control.declines.shift() ?? card.testCard.decline;
  return declined ? decline(intent, declined, paymentMethod) : succeed(intent, false);
}

function askForAction(intent: PaymentIntent): PaymentIntentResult {
  intent.status = 'requires_action';
  intent.next_action = {type: 'use_stripe_sdk', use_stripe_sdk: {}};
  return {paymentIntent: {...intent}};
}

function authenticates(control: Control): boolean {
  return control.outcomes.shift() !== 'fail';
}

/** @param isManual The merchant's server confirms once more. */
function succeed(intent: PaymentIntent, isManual: boolean): PaymentIntentResult {
  const paid = intent.capture_method === 'manual' ? 'requires_capture' : 'succeeded';
  intent.status = isManual ? 'requires_confirmation' : paid;
  intent.next_action = null;
  return {paymentIntent: {...intent}};
}

function unauthenticated(intent: PaymentIntent): PaymentIntentResult {
  return refuse(intent, {
    type: 'invalid_request_error',
    code: 'payment_intent_authentication_failure',
    message:
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
  });
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

/** Notes where the browser would go. Its page is gone by then, and hears no answer. */
function leave(control: Control, returnUrl: string, intent: PaymentIntent): Promise<never> {
  const url = new URL(returnUrl);
  url.searchParams.set('payment_intent', intent.id);
  url.searchParams.set('payment_intent_client_secret', intent.client_secret ?? '');
  url.searchParams.set('redirect_status', 'succeeded');
  control.redirected.happen(url.href);
  return new Promise(() => {});
}

function noSuch(kind: string, id: string, param: string): StripeError {
  return {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${kind}: '${id}'`,
    param,
  };
}

function idOf(method: string | PaymentMethod | null): string | null {
  return typeof method === 'object' ? (method?.id ?? null) : method;
}
