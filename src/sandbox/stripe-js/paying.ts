import type {
  ConfirmCardPaymentData,
  ConfirmCardPaymentOptions,
  PaymentIntent,
  PaymentIntentResult,
} from '@stripe/stripe-js';
import {mountedCard} from '../../stripe-js/card-element.js';
import {intentId} from '../../stripe-js/client-secret.js';
import {
  confirmationOf,
  withOutcome,
  type ConfirmPaymentOptions,
} from '../../stripe-js/confirmations.js';
import {submittedPayment} from '../../stripe-js/elements.js';
import {IntegrationError, notYet, refusals} from '../../stripe-js/integration-error.js';
import {noConnection, type Answer, type Params} from '../frames/requests.js';
import {goTo, goToChallenge, showChallenge} from './challenge.js';
import {ask} from './controller.js';
import {methodDataParams} from './making.js';
import {MountedField} from './mounted-field.js';
import {accountParams, formParams, type Account} from './request-params.js';

/** A payment to confirm, and the field with its card where it has one. */
interface Confirmation {
  readonly id: string;
  readonly params: Params;
  readonly field?: MountedField;
}

export async function retrievePaymentIntent(
  account: Account,
  secret: string,
): Promise<PaymentIntentResult> {
  return resultOf(await retrieve(account, 'retrievePaymentIntent', secret));
}

/**
 * @param handleActions whether the customer is asked at once when their bank wants that; where the
 * page does it, a `return_url` gets it an address to show
 */
export async function confirmCardPayment(
  account: Account,
  secret: string,
  data: ConfirmCardPaymentData = {},
  {handleActions = true}: ConfirmCardPaymentOptions = {},
): Promise<PaymentIntentResult> {
  const {payment_method: method, ...rest} = data;
  const id = intentId('confirmCardPayment', secret);
  const common = {...formParams(rest), ...confirmParams(account, secret, handleActions)};
  const confirmed = await confirm({id, ...cardPayment(method, common)});
  if (confirmed.error || !handleActions) return confirmed;
  return handleAction(account, secret, confirmed.paymentIntent);
}

export async function confirmPayment(
  account: Account,
  options: ConfirmPaymentOptions,
): Promise<PaymentIntentResult> {
  const {id, secret, leavesFor} = confirmationOf(options);
  const {elements, confirmParams: given = {}} = options;
  const {payment_method_data: data, ...rest} = given;
  const field = elements ? submittedPayment(elements, 'confirmPayment', MountedField) : undefined;
  const confirmed = await confirm({
    id,
    field,
    params: {
      ...formParams(field ? rest : given),
      ...(field && methodDataParams(field, data)),
      ...confirmParams(account, secret, true),
    },
  });
  if (confirmed.error) return confirmed;
  const result = await handleAction(account, secret, confirmed.paymentIntent);
  if (result.error || !leavesFor) return result;
  return goTo(withOutcome(leavesFor, result.paymentIntent));
}

/** @throws IntegrationError for an intent that waits for nothing */
export async function handleNextAction(
  account: Account,
  {clientSecret}: {clientSecret: string},
): Promise<PaymentIntentResult> {
  const found = resultOf(await retrieve(account, 'handleNextAction', clientSecret));
  if (found.error) return found;
  const {paymentIntent} = found;
  if (paymentIntent.status !== 'requires_action') throw new IntegrationError(refusals.noAction);
  return handleAction(account, clientSecret, paymentIntent);
}

/** @param method of Stripe.js that wants it */
export function retrieve(account: Account, method: string, secret: string): Promise<Answer> {
  return ask({
    name: 'retrievePaymentIntent',
    id: intentId(method, secret),
    params: {...accountParams(account), client_secret: secret},
  });
}

async function confirm({id, params, field}: Confirmation): Promise<PaymentIntentResult> {
  const request = {name: 'confirmPaymentIntent', id, params} as const;
  return resultOf(await (field ? field.request(request) : ask(request)));
}

/**
 * What Stripe.js itself adds.
 * @param showsChallenge whether it is to show what a bank asks, in its frame
 */
function confirmParams(account: Account, secret: string, showsChallenge: boolean): Params {
  return {
    ...accountParams(account),
    client_secret: secret,
    expected_payment_method_type: 'card',
    use_stripe_sdk: String(showsChallenge),
  };
}

function cardPayment(
  method: ConfirmCardPaymentData['payment_method'],
  params: Params,
): Omit<Confirmation, 'id'> {
  if (method === undefined) return {params};
  if (typeof method === 'string') return {params: {...params, payment_method: method}};
  const {card, ...data} = method;
  if ('token' in card) throw new IntegrationError(notYet('payments with tokens'));
  const field = mountedCard(card, MountedField);
  return {field, params: {...params, ...methodDataParams(field, data)}};
}

/** Has the customer do what the intent waits for, if it waits, and tells how it stands then. */
async function handleAction(
  account: Account,
  secret: string,
  intent: PaymentIntent,
): Promise<PaymentIntentResult> {
  if (intent.status !== 'requires_action') return {paymentIntent: intent};
  const {redirect_to_url: redirect, use_stripe_sdk: sdk} = intent.next_action ?? {};
  if (redirect) return goToChallenge(challengePath(redirect.url));
  const path = challengePath(sdk && 'stripe_js' in sdk ? sdk.stripe_js : undefined);
  if (!(await showChallenge(path))) return {error: noConnection};
  const result = resultOf(await retrieve(account, 'handleNextAction', secret));
  if (result.error) return result;
  const {status, last_payment_error: error} = result.paymentIntent;
  if (status !== 'requires_payment_method' || !error) return result;
  return {error: {...error, payment_intent: result.paymentIntent}};
}

/** Of the address that an intent names: its origin may be another name of the sandbox. */
function challengePath(address: unknown): string {
  const {pathname} = new URL(String(address));
  if (!pathname.startsWith('/3ds/')) throw new IntegrationError(notYet(`actions at ${pathname}`));
  return pathname;
}

function resultOf(answer: Answer): PaymentIntentResult {
  return answer.error ? answer : {paymentIntent: answer.object as PaymentIntent};
}
