import type {
  StripeCardCvcElement,
  StripeCardElement,
  StripeCardExpiryElement,
  StripeCardNumberElement,
  StripeElements,
  StripePaymentElement,
} from '@stripe/stripe-js';
import {isFieldType, type FieldType} from '../frames/field-types.js';
import {ask} from './controller.js';
import {checkGroupOptions, type GroupOptions} from './elements-options.js';
import type {OptionsOf} from './element-types.js';
import {FieldElement} from './field-element.js';
import {
  IntegrationError,
  notSubmitted,
  notYet,
  onlyOne,
  refusals,
} from '../../stripe-js/integration-error.js';
import {localesOf} from './locales.js';
import type {FieldGroup, MountedField} from './mounted-field.js';
import {isBefore} from '../../stripe-js/releases.js';
import {accountParams, type Account} from './request-params.js';
import {intentId} from './secrets.js';
import {release} from './served.js';

interface ElementsByType {
  card: StripeCardElement;
  cardNumber: StripeCardNumberElement;
  cardExpiry: StripeCardExpiryElement;
  cardCvc: StripeCardCvcElement;
  payment: StripePaymentElement;
}

type Factory<T extends FieldType> = (
  options: OptionsOf[T],
  group: FieldGroup,
  forget: () => void,
) => ElementsByType[T];

/** A row for each type also has the compiler compare our element with Stripe's. */
const factories: {readonly [T in FieldType]: Factory<T>} = {
  card: (...rest) => new FieldElement('card', ...rest),
  cardNumber: (...rest) => new FieldElement('cardNumber', ...rest),
  cardExpiry: (...rest) => new FieldElement('cardExpiry', ...rest),
  cardCvc: (...rest) => new FieldElement('cardCvc', ...rest),
  payment: (...rest) => new FieldElement('payment', ...rest),
};

/** A component of `@stripe/react-stripe-js`, which stands for the element that it mounts. */
interface ElementComponent<T extends FieldType> {
  readonly __elementType: T;
}

/** What Stripe's methods know of a group of elements. */
interface Group {
  readonly options: GroupOptions;
  readonly payment?: MountedField;
  readonly isSubmitted: boolean;
}

/** Leads from a group to what is known of it: for this folder alone. */
const groupKey = Symbol('group');

/** @throws IntegrationError for what `stripe.elements()` has not returned */
export function groupOptionsOf(elements: unknown): GroupOptions {
  return groupOf(elements).options;
}

/**
 * The Payment Element of a group, to be sent.
 * @param method of Stripe.js that wants it
 * @throws IntegrationError for a group without one, or one that was not submitted
 */
export function submittedPayment(elements: unknown, method: string): MountedField {
  const {payment, isSubmitted} = groupOf(elements);
  if (!payment) throw new IntegrationError(refusals.noData);
  if (!isSubmitted) throw new IntegrationError(notSubmitted(method));
  return payment;
}

function groupOf(elements: unknown): Group {
  const isObject = typeof elements === 'object' && elements !== null;
  const group = isObject ? (elements as {[groupKey]?: () => Group})[groupKey]?.() : undefined;
  if (!group) throw new IntegrationError(refusals.noData);
  return group;
}

type ElementsMethods = Pick<StripeElements, 'submit' | 'update' | 'fetchUpdates' | 'on'>;

/**
 * A group of elements that together take one card: what `stripe.elements()` returns. Its methods
 * are fields for the same reason as those of its elements.
 */
export class CardElements implements ElementsMethods {
  readonly #account: Account;
  readonly #created = new Map<string, ElementsByType[FieldType]>();
  readonly #mounted = new Set<MountedField>();
  readonly #updateHandlers: (() => void)[] = [];
  #options: GroupOptions;
  #isSubmitted = false;

  /** @throws IntegrationError for options that Stripe refuses */
  constructor(account: Account, options: GroupOptions) {
    checkGroupOptions('elements()', options);
    this.#account = account;
    this.#options = options;
  }

  readonly [groupKey] = (): Group => ({
    options: this.#options,
    payment: this.#payment,
    isSubmitted: this.#isSubmitted,
  });

  /** @throws IntegrationError for a type that the sandbox has not, or the group has already */
  readonly create = <T extends FieldType>(type: T, options?: OptionsOf[T]): ElementsByType[T] => {
    this.#checkType(type);
    const forget = () => this.#created.delete(type);
    const group = {mounted: this.#mounted, locales: localesOf(this.#options.locale)};
    const element = factories[type](options ?? {}, group, forget);
    this.#created.set(type, element);
    return element;
  };

  readonly getElement = <T extends FieldType>(
    type: T | ElementComponent<T>,
  ): ElementsByType[T] | null => {
    const element = this.#created.get(typeof type === 'string' ? type : type.__elementType);
    return element ? (element as ElementsByType[T]) : null;
  };

  readonly submit = async (): ReturnType<StripeElements['submit']> => {
    if (!this.#payment) throw new IntegrationError(refusals.noData);
    const error = await this.#payment.check();
    this.#isSubmitted = !error;
    return error ? {error} : {selectedPaymentMethod: 'card'};
  };

  readonly update = async (options: Parameters<StripeElements['update']>[0]): Promise<void> => {
    checkGroupOptions('update()', {...this.#options, ...options});
    this.#options = {...this.#options, ...options};
    this.#isSubmitted = false;
    await Promise.resolve();
    for (const handler of this.#updateHandlers) handler();
  };

  readonly fetchUpdates = async (): ReturnType<StripeElements['fetchUpdates']> => {
    const {clientSecret} = this.#options;
    if (clientSecret === undefined) return {};
    const {error} = await ask({
      name: 'retrievePaymentIntent',
      id: intentId('fetchUpdates', clientSecret),
      params: {...accountParams(this.#account), client_secret: clientSecret},
    });
    return error ? {error: {message: error.message ?? ''}} : {};
  };

  readonly on = (_eventType: 'update-end', handler: () => void): void => {
    this.#updateHandlers.push(handler);
  };

  get #payment(): MountedField | undefined {
    return [...this.#mounted].find(({type}) => type === 'payment');
  }

  #checkType(type: unknown): void {
    if (type === 'paymentRequestButton' && !isBefore(release, 'endive')) {
      throw new IntegrationError(refusals.paymentRequestButton);
    }
    if (!isFieldType(type)) throw new IntegrationError(notYet(`${String(type)} Elements`));
    if (this.#created.has(type)) throw new IntegrationError(onlyOne(type));
    const {clientSecret, mode} = this.#options;
    if (type === 'payment' && clientSecret === undefined && mode === undefined) {
      throw new IntegrationError(refusals.noMode);
    }
  }
}
