import type {
  StripeCardCvcElementChangeEvent,
  StripeCardCvcElementOptions,
  StripeCardElementChangeEvent,
  StripeCardElementOptions,
  StripeCardExpiryElementChangeEvent,
  StripeCardExpiryElementOptions,
  StripeCardNumberElementChangeEvent,
  StripeCardNumberElementOptions,
  StripeError,
  StripePaymentElementAvailablePaymentMethodsChangeEvent,
  StripePaymentElementCardDetailsChangeEvent,
  StripePaymentElementChangeEvent,
  StripePaymentElementOptions,
  StripePaymentElementSavedPaymentMethodRemoveEvent,
  StripePaymentElementSavedPaymentMethodUpdateEvent,
} from '@stripe/stripe-js';
import type {FieldState} from './field-state.js';
import type {PartName} from './parts.js';

export interface OptionsOf {
  card: StripeCardElementOptions;
  cardNumber: StripeCardNumberElementOptions;
  cardExpiry: StripeCardExpiryElementOptions;
  cardCvc: StripeCardCvcElementOptions;
  payment: StripePaymentElementOptions;
}

export type ElementType = keyof OptionsOf;

interface ChangeOf {
  card: StripeCardElementChangeEvent;
  cardNumber: StripeCardNumberElementChangeEvent;
  cardExpiry: StripeCardExpiryElementChangeEvent;
  cardCvc: StripeCardCvcElementChangeEvent;
  payment: StripePaymentElementChangeEvent;
}

/** Events that Stripe types for the Payment Element; what they tell of is not in the kit. */
interface PaymentEvents {
  carddetailschange: StripePaymentElementCardDetailsChangeEvent;
  savedpaymentmethodupdate: StripePaymentElementSavedPaymentMethodUpdateEvent;
  savedpaymentmethodremove: StripePaymentElementSavedPaymentMethodRemoveEvent;
  availablepaymentmethodschange: StripePaymentElementAvailablePaymentMethodsChangeEvent;
}

/** Payloads of an element's events. */
export interface EventsOf<T extends ElementType> extends PaymentEvents {
  ready: {elementType: T};
  change: ChangeOf[T];
  focus: {elementType: T};
  blur: {elementType: T};
  escape: {elementType: T};
  loaderror: {elementType: T; error: StripeError};
  loaderstart: {elementType: T};
  /** For cards of two networks, of which the test cards have none: it never comes. */
  networkschange: {elementType: T};
}

interface Row<T extends ElementType> {
  readonly parts: readonly PartName[];
  readonly options: readonly Extract<keyof OptionsOf[T], string>[];
  /** Options that `update` does not take. */
  readonly fixed: readonly Extract<keyof OptionsOf[T], string>[];
  change(state: FieldState): ChangeOf[T];
}

const common = ['classes', 'style', 'placeholder', 'disabled'] as const;
const ofLink = ['disableLink', 'preferredNetwork'] as const;

/** What is different from type to type. Icons, styles and Link have no effect in the kit. */
export const elementTypes: {readonly [T in ElementType]: Row<T>} = {
  card: {
    parts: ['number', 'expiry', 'cvc', 'postal'],
    options: [
      'classes',
      'style',
      'value',
      'hidePostalCode',
      'iconStyle',
      'hideIcon',
      'disabled',
      ...ofLink,
    ],
    fixed: ofLink,
    change: ({empty, complete, error, brand, postalCode}) => {
      return {elementType: 'card', empty, complete, error, brand, value: {postalCode}};
    },
  },
  cardNumber: {
    parts: ['number'],
    options: [...common, 'showIcon', 'iconStyle', ...ofLink],
    fixed: ofLink,
    change: ({empty, complete, error, brand}) => {
      return {elementType: 'cardNumber', empty, complete, error, brand};
    },
  },
  cardExpiry: {
    parts: ['expiry'],
    options: common,
    fixed: [],
    change: ({empty, complete, error}) => ({elementType: 'cardExpiry', empty, complete, error}),
  },
  cardCvc: {
    parts: ['cvc'],
    options: common,
    fixed: [],
    change: ({empty, complete, error}) => ({elementType: 'cardCvc', empty, complete, error}),
  },
  payment: {
    parts: ['number', 'expiry', 'cvc'],
    options: [
      'defaultValues',
      'business',
      'paymentMethodOrder',
      'fields',
      'readOnly',
      'terms',
      'wallets',
      'walletOptions',
      'layout',
      'applePay',
    ],
    fixed: ['wallets'],
    change: ({empty, complete, collapsed}) => {
      return {elementType: 'payment', empty, complete, collapsed, value: {type: 'card'}};
    },
  },
};

export function isElementType(type: unknown): type is ElementType {
  return typeof type === 'string' && Object.hasOwn(elementTypes, type);
}
