import type {
  ConfirmationTokenResult,
  CreateConfirmationToken,
  CreatePaymentMethodData,
  CreatePaymentMethodFromElement,
  CreatePaymentMethodFromElements,
  CreateTokenCardData,
  PaymentMethodCreateParams,
  PaymentMethodResult,
  Source,
  StripeError,
  TokenResult,
} from '@stripe/stripe-js';
import type {Control} from './control.js';
import {readyElement} from './element.js';
import {groupOf} from './elements.js';
import {enteredCard, type Card} from './entered-card.js';
import {cardError} from './errors.js';
import {installed} from './installed.js';
import {IntegrationError, notYet, notSubmitted, refusals} from '../stripe-js/integration-error.js';
import {warnOfUnknown} from '../stripe-js/options.js';
import type {MountedElement} from './mounted-element.js';
import {
  confirmationTokenObject,
  paymentMethodObject,
  sourceObject,
  tokenObject,
} from './objects.js';

const tokenData: readonly (keyof CreateTokenCardData)[] = [
  'name',
  'address_line1',
  'address_line2',
  'address_city',
  'address_state',
  'address_zip',
  'address_country',
  'currency',
];

export type CreatePaymentMethodOptions =
  CreatePaymentMethodData | CreatePaymentMethodFromElements | CreatePaymentMethodFromElement;

/** What an old release makes of a card: `createSource` is no longer in Stripe's types. */
export type SourceResult = {source: Source; error?: undefined} | {error: StripeError};

export interface SourceData {
  readonly type?: 'card';
  readonly owner?: Partial<Source.Owner>;
}

/** Of Stripe's overloads the kit has the one for cards; `data` is that one's. */
export async function createToken(element: unknown, data: unknown = {}): Promise<TokenResult> {
  if (typeof element === 'string') throw new IntegrationError(notYet(`${element} tokens`));
  const owner = data as CreateTokenCardData;
  warnOfUnknown('createToken()', owner, tokenData);
  return send(cardElements(element), (card, {newId}) => ({token: tokenObject(newId, card, owner)}));
}

export async function createPaymentMethod(
  options: CreatePaymentMethodOptions,
): Promise<PaymentMethodResult> {
  const {elements, params} = methodSource(options);
  return send(elements, (card, control) => {
    const paymentMethod = paymentMethodObject(control.newId, card, params);
    control.cards.set(paymentMethod.id, card);
    return {paymentMethod};
  });
}

export async function createConfirmationToken({
  elements,
  params = {},
}: CreateConfirmationToken): Promise<ConfirmationTokenResult> {
  const {setupFutureUsage = null} = groupOf(elements).options;
  return send(submittedElements(elements, 'createConfirmationToken'), (card, control) => {
    const {newId} = control;
    const token = confirmationTokenObject(newId, card, params, setupFutureUsage);
    control.cards.set(token.id, card);
    return {confirmationToken: token};
  });
}

export async function createSource(
  element: unknown,
  {owner = {}}: SourceData = {},
): Promise<SourceResult> {
  return send(cardElements(element), (card, {newId}) => ({
    source: sourceObject(newId, card, owner),
  }));
}

/**
 * Sends a card: checks what was typed, and answers when the test lets it.
 * @param make what Stripe makes of the card
 */
export async function send<R>(
  elements: readonly MountedElement[],
  make: (card: Card, control: Control) => R,
): Promise<R | {error: StripeError}> {
  const faults = elements.map(element => element.check());
  const error = faults.find(fault => fault !== undefined);
  if (error) return {error};
  const control = installed();
  const card = enteredCard(elements);
  const declined = control.declines.shift();
  await control.answered();
  if (!elements.every(({isReady}) => isReady)) throw new IntegrationError(refusals.noData);
  if (declined) return {error: cardError(declined)};
  return 'refusal' in card ? {error: cardError(card.refusal)} : make(card, control);
}

/**
 * The elements that hold the card of this one.
 * @throws {IntegrationError} For what is no element with a card, or cannot be asked.
 */
export function cardElements(element: unknown): MountedElement[] {
  const found = readyElement(element);
  if (found?.element.type !== 'card' && found?.element.type !== 'cardNumber') {
    throw new IntegrationError(refusals.noData);
  }
  return readyCard(found.group.cardOf(found.element));
}

/**
 * The Payment Element of a group, which must have been submitted.
 * @throws {IntegrationError} For a group without one, or one that was not submitted.
 */
export function submittedElements(elements: unknown, method: string): MountedElement[] {
  const {mounted, isSubmitted} = groupOf(elements);
  const payment = mounted.find('payment');
  if (!payment) throw new IntegrationError(refusals.noData);
  if (!isSubmitted) throw new IntegrationError(notSubmitted(method));
  return readyCard([payment]);
}

function readyCard(elements: MountedElement[]): MountedElement[] {
  if (!elements.every(({isReady}) => isReady)) throw new IntegrationError(refusals.noData);
  return elements;
}

function methodSource(options: CreatePaymentMethodOptions): {
  elements: MountedElement[];
  params: PaymentMethodCreateParams;
} {
  if ('elements' in options) {
    const elements = submittedElements(options.elements, 'createPaymentMethod');
    return {elements, params: options.params ?? {}};
  }
  if ('element' in options) {
    return {elements: cardElements(options.element), params: options.params ?? {}};
  }
  if (!('card' in options)) {
    throw new IntegrationError(notYet(`payment methods of the type ${options.type}`));
  }
  if ('token' in options.card) throw new IntegrationError(notYet('payment methods of tokens'));
  return {elements: cardElements(options.card), params: options};
}
