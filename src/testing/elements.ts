import type {
  StripeCardCvcElement,
  StripeCardElement,
  StripeCardExpiryElement,
  StripeCardNumberElement,
  StripeElements,
  StripePaymentElement,
} from '@stripe/stripe-js';
import {FakeElement} from './element.js';
import {isElementType, type ElementType, type OptionsOf} from './element-types.js';
import {installed} from './installed.js';
import {IntegrationError, notYet, onlyOne, refusals} from '../stripe-js/integration-error.js';
import {warnOfUnknown} from '../stripe-js/options.js';
import {MountedGroup} from './mounted-group.js';

interface ElementsByType {
  card: StripeCardElement;
  cardNumber: StripeCardNumberElement;
  cardExpiry: StripeCardExpiryElement;
  cardCvc: StripeCardCvcElement;
  payment: StripePaymentElement;
}

type Factory<T extends ElementType> = (
  options: OptionsOf[T],
  group: MountedGroup,
  forget: () => void,
) => ElementsByType[T];

/** A row for each type also has the compiler compare our element with Stripe's. */
const factories: {readonly [T in ElementType]: Factory<T>} = {
  card: (...rest) => new FakeElement('card', ...rest),
  cardNumber: (...rest) => new FakeElement('cardNumber', ...rest),
  cardExpiry: (...rest) => new FakeElement('cardExpiry', ...rest),
  cardCvc: (...rest) => new FakeElement('cardCvc', ...rest),
  payment: (...rest) => new FakeElement('payment', ...rest),
};

/** Options of `elements()` that take effect: what a Payment Element is for. */
export interface GroupOptions {
  readonly clientSecret?: string;
  readonly mode?: 'payment' | 'setup' | 'subscription';
  readonly setupFutureUsage?: 'off_session' | 'on_session' | null;
}

const knownOptions = [
  'fonts',
  'locale',
  'appearance',
  'loader',
  'clientSecret',
  'mode',
  'amount',
  'currency',
  'setupFutureUsage',
  'setup_future_usage',
  'captureMethod',
  'capture_method',
  'onBehalfOf',
  'on_behalf_of',
  'excludedPaymentMethodTypes',
  'allowedPaymentMethodTypes',
  'paymentMethodConfiguration',
  'payment_method_configuration',
  'paymentMethodOptions',
  'payment_method_options',
  'paymentMethodCreation',
  'externalPaymentMethodTypes',
  'customerOptions',
  'customerSessionClientSecret',
  'customPaymentMethods',
  'syncAddressCheckbox',
  'adaptivePricing',
];

/** React's component of an element. */
interface Component<T extends ElementType> {
  readonly __elementType: T;
}

/** What Stripe's methods know of a group. */
export interface Group {
  readonly mounted: MountedGroup;
  readonly options: GroupOptions;
  readonly isSubmitted: boolean;
}

/** Kept apart, so that a group shows pages no more than Stripe's do. */
const groups = new WeakMap<object, Group>();

/** @throws {IntegrationError} For what is no `elements()` of the kit. */
export function groupOf(elements: unknown): Group {
  const isObject = typeof elements === 'object' && elements !== null;
  const group = isObject ? groups.get(elements) : undefined;
  if (!group) throw new IntegrationError(refusals.noData);
  return group;
}

type ElementsMethods = Pick<StripeElements, 'submit' | 'update' | 'fetchUpdates' | 'on'>;

/** A group of elements: what `stripe.elements()` returns. */
export class FakeElements implements ElementsMethods {
  readonly #mounted = new MountedGroup();
  readonly #created = new Map<string, ElementsByType[ElementType]>();
  readonly #updated: (() => void)[] = [];
  #options: GroupOptions;

  constructor(options: GroupOptions) {
    checkOptions('elements()', options);
    this.#options = options;
    this.#know(false);
  }

  /** @throws {IntegrationError} For a type that the kit has not, or the group has already. */
  create<T extends ElementType>(type: T, options?: OptionsOf[T]): ElementsByType[T] {
    if (!isElementType(type)) throw new IntegrationError(notYet(`${String(type)} Elements`));
    if (this.#created.has(type)) throw new IntegrationError(onlyOne(type));
    const {clientSecret, mode} = this.#options;
    if (type === 'payment' && clientSecret === undefined && mode === undefined) {
      throw new IntegrationError(refusals.noMode);
    }
    const forget = () => this.#created.delete(type);
    const element = factories[type](options ?? {}, this.#mounted, forget);
    this.#created.set(type, element);
    return element;
  }

  /** @param type or a component of `@stripe/react-stripe-js`, which bears its type. */
  getElement<T extends ElementType>(type: T | Component<T>): ElementsByType[T] | null {
    const element = this.#created.get(typeof type === 'string' ? type : type.__elementType);
    return element ? (element as ElementsByType[T]) : null;
  }

  submit(): ReturnType<StripeElements['submit']> {
    return installed().record('elements.submit', [], () => {
      const payment = this.#mounted.find('payment');
      if (!payment?.isReady) throw new IntegrationError(refusals.noData);
      const error = payment.check();
      if (error) return {error};
      this.#know(true);
      return {selectedPaymentMethod: 'card'};
    });
  }

  update(options: Parameters<StripeElements['update']>[0]): Promise<void> {
    return installed().record('elements.update', [options], () => {
      checkOptions('update()', options);
      this.#options = {...this.#options, ...options};
      this.#know(false);
      for (const handler of this.#updated) handler();
    });
  }

  fetchUpdates(): ReturnType<StripeElements['fetchUpdates']> {
    const control = installed();
    return control.record('elements.fetchUpdates', [], async () => {
      await control.answered();
      return {};
    });
  }

  on(_eventType: 'update-end', handler: () => void): void {
    this.#updated.push(handler);
  }

  #know(isSubmitted: boolean): void {
    groups.set(this, {mounted: this.#mounted, options: this.#options, isSubmitted});
  }
}

/** @throws {IntegrationError} For an option that the release endive removed. */
function checkOptions(method: string, options: object): void {
  if ('paymentMethodTypes' in options) throw new IntegrationError(refusals.paymentMethodTypes);
  warnOfUnknown(method, options, knownOptions);
}
