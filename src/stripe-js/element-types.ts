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
import type {FieldState} from './fields/field-state.js';
import type {ElementType} from './fields/inputs.js';

export interface OptionsOf {
  card: StripeCardElementOptions;
  cardNumber: StripeCardNumberElementOptions;
  cardExpiry: StripeCardExpiryElementOptions;
  cardCvc: StripeCardCvcElementOptions;
  payment: StripePaymentElementOptions;
}

interface ChangeOf {
  card: StripeCardElementChangeEvent;
  cardNumber: StripeCardNumberElementChangeEvent;
  cardExpiry: StripeCardExpiryElementChangeEvent;
  cardCvc: StripeCardCvcElementChangeEvent;
  payment: StripePaymentElementChangeEvent;
}

/** Of the Payment Element; what they tell of, nobody here has, so they never come. */
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
  /** For cards of two networks; no test card here has them, so it never comes. */
  networkschange: {elementType: T};
}

/** How an element stands, and what the page itself has made of it. */
type ShownState = FieldState & {readonly collapsed: boolean};

interface Row<T extends ElementType> {
  readonly options: readonly Extract<keyof OptionsOf[T], string>[];
  /** Options that `update` does not take. */
  readonly fixed: readonly Extract<keyof OptionsOf[T], string>[];
  /** Whether it tells when it cannot load. */
  readonly tellsOfFailure: boolean;
  change(state: ShownState): ChangeOf[T];
}

const common = ['classes', 'style', 'placeholder', 'disabled'] as const;
const ofLink = ['disableLink', 'preferredNetwork'] as const;

/** What is different from type to type. There is no Link here to disable. */
export const elementTypes: {readonly [T in ElementType]: Row<T>} = {
  card: {
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
    tellsOfFailure: true,
    change: ({empty, complete, error, brand = 'unknown', postalCode = ''}) => {
      return {elementType: 'card', empty, complete, error, brand, value: {postalCode}};
    },
  },
  cardNumber: {
    options: [...common, 'showIcon', 'iconStyle', ...ofLink],
    fixed: ofLink,
    tellsOfFailure: true,
    change: ({empty, complete, error, brand = 'unknown'}) => {
      return {elementType: 'cardNumber', empty, complete, error, brand};
    },
  },
  cardExpiry: {
    options: common,
    fixed: [],
    tellsOfFailure: false,
    change: ({empty, complete, error}) => ({elementType: 'cardExpiry', empty, complete, error}),
  },
  cardCvc: {
    options: common,
    fixed: [],
    tellsOfFailure: false,
    change: ({empty, complete, error}) => ({elementType: 'cardCvc', empty, complete, error}),
  },
  payment: {
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
    tellsOfFailure: true,
    change: ({empty, complete, collapsed}) => {
      return {elementType: 'payment', empty, complete, collapsed, value: {type: 'card'}};
    },
  },
};
