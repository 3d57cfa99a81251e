import type {
  ConfirmationTokenResult,
  CreateConfirmationToken,
  PaymentMethodResult,
  StripeError,
  TokenResult,
} from '@stripe/stripe-js';
import {mountedCard} from '../stripe-js/card-element.js';
import {groupOptionsOf, submittedPayment} from '../stripe-js/elements.js';
import {IntegrationError, notYet} from '../stripe-js/integration-error.js';
import {refuseUnready} from '../stripe-js/mounted.js';
import {
  methodOrder,
  methodParams,
  tokenOrder,
  type CreatePaymentMethodOptions,
  type SourceData,
  type SourceResult,
} from '../stripe-js/products.js';
import type {Control} from './control.js';
import {enteredCard, type Card} from './entered-card.js';
import {cardError} from './errors.js';
import {installed} from './installed.js';
import {MountedElement} from './mounted-element.js';
import {
  confirmationTokenObject,
  paymentMethodObject,
  sourceObject,
  tokenObject,
} from './objects.js';

export async function createToken(element: unknown, data: unknown): Promise<TokenResult> {
  const {card, owner} = tokenOrder(element, data, MountedElement);
  return send(card, (entered, {newId}) => ({token: tokenObject(newId, entered, owner)}));
}

export async function createPaymentMethod(
  options: CreatePaymentMethodOptions,
): Promise<PaymentMethodResult> {
  const {card, params} = methodOrder(options, MountedElement);
  if (!card) throw new IntegrationError(notYet('payment methods of tokens'));
  return send(card, (entered, control) => {
    const given = methodParams(card, params);
    const paymentMethod = paymentMethodObject(control.newId, entered, given);
    control.cards.set(paymentMethod.id, entered);
    return {paymentMethod};
  });
}

export async function createConfirmationToken({
  elements,
  params = {},
}: CreateConfirmationToken): Promise<ConfirmationTokenResult> {
  const payment = submittedPayment(elements, 'createConfirmationToken', MountedElement);
  const {setupFutureUsage = null} = groupOptionsOf(elements);
  const data = methodParams(payment, params.payment_method_data ?? {});
  const given = {...params, payment_method_data: data};
  return send(payment, (entered, control) => {
    const {newId} = control;
    const token = confirmationTokenObject(newId, entered, given, setupFutureUsage);
    control.cards.set(token.id, entered);
    return {confirmationToken: token};
  });
}

export async function createSource(
  element: unknown,
  {owner = {}}: SourceData = {},
): Promise<SourceResult> {
  return send(mountedCard(element, MountedElement), (entered, {newId}) => ({
    source: sourceObject(newId, entered, owner),
  }));
}

/** Has a card refused where the test wants that, and else makes something of it. */
async function send<R>(
  element: MountedElement,
  make: (card: Card, control: Control) => R,
): Promise<R | {error: StripeError}> {
  return sendCard(element, (card, control) => {
    const declined = control.declines.shift();
    return declined ? {error: cardError(declined)} : make(card, control);
  });
}

/**
 * Sends a card: checks what was typed, and answers when the test lets it. Rejects with an
 * IntegrationError when an element of the card is not ready, or unmounted meanwhile.
 * @param element of the card that has its number
 * @param make what Stripe makes of the card
 */
export async function sendCard<R>(
  element: MountedElement,
  make: (card: Card, control: Control) => R,
): Promise<R | {error: StripeError}> {
  const elements = element.card;
  refuseUnready(elements);
  const faults = elements.map(each => each.check());
  const error = faults.find(fault => fault !== undefined);
  if (error) return {error};
  const control = installed();
  const card = enteredCard(elements);
  await control.answered();
  refuseUnready(elements);
  return 'refusal' in card ? {error: cardError(card.refusal)} : make(card, control);
}
