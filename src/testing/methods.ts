import type {
  ConfirmCardPaymentData,
  PaymentIntent,
  PaymentMethod,
  PaymentMethodCreateParams,
  StripeError,
} from '@stripe/stripe-js';
import {mountedCard} from '../stripe-js/card-element.js';
import {testCardByPaymentMethod} from '../stripe-js/cards/test-cards.js';
import {IntegrationError, notYet} from '../stripe-js/integration-error.js';
import {missingMethod, spentMethod, usedToken} from '../stripe-js/intent-refusals.js';
import {methodParams} from '../stripe-js/products.js';
import type {Control} from './control.js';
import {testCardMethod, type Card} from './entered-card.js';
import {sendCard} from './making.js';
import {MountedElement} from './mounted-element.js';
import {paymentMethodObject} from './objects.js';

/** What pays: a new payment method, or one that the page has the id of. */
export interface Method {
  readonly paymentMethod: PaymentMethod;
  readonly card: Card;
}

export type Answer<T> = T | {readonly error: StripeError};

export async function methodFor(
  control: Control,
  intent: PaymentIntent,
  given: ConfirmCardPaymentData['payment_method'],
): Promise<Answer<Method>> {
  if (typeof given === 'object') {
    if ('token' in given.card) throw new IntegrationError(notYet('payments with tokens'));
    return newMethod(mountedCard(given.card, MountedElement), given);
  }
  const id = given ?? idOf(intent.payment_method);
  await control.answered();
  return id === null ? {error: unexpectedState(missingMethod, intent)} : methodWithId(control, id);
}

export function newMethod(
  element: MountedElement,
  params: PaymentMethodCreateParams = {},
): Promise<Answer<Method>> {
  return sendCard(element, (card, {newId}) => ({
    card,
    paymentMethod: paymentMethodObject(newId, card, methodParams(element, params)),
  }));
}

function methodWithId(control: Control, id: string): Answer<Method> {
  const card = cardWithId(control, id);
  if (!card) return {error: noSuch('PaymentMethod', id, 'payment_method')};
  if (control.spent.has(id)) return {error: {type: 'invalid_request_error', message: spentMethod}};
  return {card, paymentMethod: {...paymentMethodObject(control.newId, card, {}), id}};
}

/** The card of a payment method, if there is one. */
export function cardWithId(control: Control, id: string | null): Card | undefined {
  const testCard = testCardByPaymentMethod(id ?? '');
  return testCard ? testCardMethod(testCard) : control.cards.get(id ?? '');
}

/** A confirmation token makes a new payment method, once. */
export async function methodOfToken(control: Control, id: string): Promise<Answer<Method>> {
  await control.answered();
  const card = control.cards.get(id);
  const param = 'confirmation_token';
  if (!card) return {error: noSuch('confirmation_token', id, param)};
  if (control.spent.has(id)) {
    return {error: {type: 'invalid_request_error', message: usedToken(id), param}};
  }
  control.spent.add(id);
  return {card, paymentMethod: paymentMethodObject(control.newId, card, {})};
}

export function unexpectedState(message: string, intent: PaymentIntent): StripeError {
  return {
    type: 'invalid_request_error',
    code: 'payment_intent_unexpected_state',
    message,
    payment_intent: {...intent},
  };
}

export function noSuch(kind: string, id: string, param: string): StripeError {
  return {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${kind}: '${id}'`,
    param,
  };
}

export function idOf(method: string | PaymentMethod | null): string | null {
  return typeof method === 'object' ? (method?.id ?? null) : method;
}
