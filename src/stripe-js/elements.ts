import type {
  StripeCardCvcElement,
  StripeCardElement,
  StripeCardExpiryElement,
  StripeCardNumberElement,
  StripeElements,
  StripeError,
  StripePaymentElement,
} from '@stripe/stripe-js';
import {CardElement, type Mount} from './card-element.js';
import type {OptionsOf} from './element-types.js';
import {checkGroupOptions, checkMode, type GroupOptions} from './elements-options.js';
import {isElementType, type ElementType} from './fields/inputs.js';
import {IntegrationError, notSubmitted, notYet, onlyOne, refusals} from './integration-error.js';
import type {Mounted, MountedClass, MountGroup, MountOptions, Reports} from './mounted.js';
import {isBefore, type Release} from './releases.js';

interface ElementsByType {
  card: StripeCardElement;
  cardNumber: StripeCardNumberElement;
  cardExpiry: StripeCardExpiryElement;
  cardCvc: StripeCardCvcElement;
  payment: StripePaymentElement;
}

type Factory<T extends ElementType> = (
  options: OptionsOf[T],
  mount: Mount,
  forget: () => void,
) => ElementsByType[T];

/** A row for each type also has the compiler compare our element with Stripe's. */
const factories: {readonly [T in ElementType]: Factory<T>} = {
  card: (...rest) => new CardElement('card', ...rest),
  cardNumber: (...rest) => new CardElement('cardNumber', ...rest),
  cardExpiry: (...rest) => new CardElement('cardExpiry', ...rest),
  cardCvc: (...rest) => new CardElement('cardCvc', ...rest),
  payment: (...rest) => new CardElement('payment', ...rest),
};

/** A component of `@stripe/react-stripe-js`, which stands for the element that it mounts. */
interface ElementComponent<T extends ElementType> {
  readonly __elementType: T;
}

/** What sandbox and test kit do each in a way of its own. */
export interface Backend<M extends Mounted> {
  readonly release: Release;
  mount(
    type: ElementType,
    container: HTMLElement,
    options: MountOptions,
    group: MountGroup<M>,
    reports: Reports,
  ): M;
  /** Asks for a payment intent; returns what is wrong with that. */
  refetch(clientSecret: string): Promise<StripeError | undefined>;
}

/** What Stripe's methods know of a group of elements. */
interface Group {
  readonly options: GroupOptions;
  readonly payment?: Mounted;
  readonly isSubmitted: boolean;
}

/** Leads from a group to what is known of it, and pages do not find it. */
const groupKey = Symbol('group');

/** @throws IntegrationError for what `stripe.elements()` has not returned */
export function groupOptionsOf(elements: unknown): GroupOptions {
  return groupOf(elements).options;
}

/**
 * The Payment Element of a group, to be sent.
 * @param method of Stripe.js that wants it
 * @throws IntegrationError for a group without one that is ready, or one that was not submitted
 */
export function submittedPayment<M extends Mounted>(
  elements: unknown,
  method: string,
  kind: MountedClass<M>,
): M {
  const {payment, isSubmitted} = groupOf(elements);
  if (!(payment instanceof kind) || !payment.isReady) throw new IntegrationError(refusals.noData);
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
export class CardElements<M extends Mounted> implements ElementsMethods {
  readonly #backend: Backend<M>;
  readonly #created = new Map<string, ElementsByType[ElementType]>();
  readonly #mounted = new Set<M>();
  readonly #updateHandlers: (() => void)[] = [];
  #options: GroupOptions;
  #isSubmitted = false;

  /** @throws IntegrationError for options that Stripe refuses */
  constructor(backend: Backend<M>, options: GroupOptions) {
    checkGroupOptions('elements()', options, backend.release);
    checkMode(options);
    this.#backend = backend;
    this.#options = options;
  }

  readonly [groupKey] = (): Group => ({
    options: this.#options,
    payment: this.#payment,
    isSubmitted: this.#isSubmitted,
  });

  /** @throws IntegrationError for a type that there is not, or that the group has already */
  readonly create = <T extends ElementType>(type: T, options?: OptionsOf[T]): ElementsByType[T] => {
    this.#checkType(type);
    const group = {mounted: this.#mounted, options: this.#options};
    const mount: Mount = (container, mountOptions, reports) =>
      this.#backend.mount(type, container, mountOptions, group, reports);
    const forget = () => this.#created.delete(type);
    const element = factories[type](options ?? {}, mount, forget);
    this.#created.set(type, element);
    return element;
  };

  readonly getElement = <T extends ElementType>(
    type: T | ElementComponent<T>,
  ): ElementsByType[T] | null => {
    const element = this.#created.get(typeof type === 'string' ? type : type.__elementType);
    return element ? (element as ElementsByType[T]) : null;
  };

  readonly submit = async (): ReturnType<StripeElements['submit']> => {
    const payment = this.#payment;
    if (!payment?.isReady) throw new IntegrationError(refusals.noData);
    const error = await payment.check();
    this.#isSubmitted = !error;
    return error ? {error} : {selectedPaymentMethod: 'card'};
  };

  readonly update = async (options: Parameters<StripeElements['update']>[0]): Promise<void> => {
    const updated = {...this.#options, ...options};
    checkGroupOptions('update()', options, this.#backend.release);
    checkMode(updated);
    this.#options = updated;
    this.#isSubmitted = false;
    await Promise.resolve();
    for (const handler of this.#updateHandlers) handler();
  };

  readonly fetchUpdates = async (): ReturnType<StripeElements['fetchUpdates']> => {
    const {clientSecret} = this.#options;
    if (clientSecret === undefined) return {};
    const error = await this.#backend.refetch(clientSecret);
    return error ? {error: {message: error.message ?? ''}} : {};
  };

  readonly on = (_eventType: 'update-end', handler: () => void): void => {
    this.#updateHandlers.push(handler);
  };

  get #payment(): M | undefined {
    return [...this.#mounted].find(({type}) => type === 'payment');
  }

  #checkType(type: unknown): void {
    if (type === 'paymentRequestButton' && !isBefore(this.#backend.release, 'endive')) {
      throw new IntegrationError(refusals.paymentRequestButton);
    }
    if (!isElementType(type)) throw new IntegrationError(notYet(`${String(type)} Elements`));
    if (this.#created.has(type)) throw new IntegrationError(onlyOne(type));
    const {clientSecret, mode} = this.#options;
    if (type === 'payment' && clientSecret === undefined && mode === undefined) {
      throw new IntegrationError(refusals.noMode);
    }
  }
}
