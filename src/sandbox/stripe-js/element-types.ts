import type {
  StripeCardCvcElementChangeEvent,
  StripeCardCvcElementOptions,
  StripeCardExpiryElementChangeEvent,
  StripeCardExpiryElementOptions,
  StripeCardNumberElementChangeEvent,
  StripeCardNumberElementOptions,
  StripeError,
} from '@stripe/stripe-js';
import type {FieldType} from '../frames/field-types.js';

export interface OptionsOf {
  cardNumber: StripeCardNumberElementOptions;
  cardExpiry: StripeCardExpiryElementOptions;
  cardCvc: StripeCardCvcElementOptions;
}

interface ElementType<T extends FieldType> {
  /** Of the iframe: what screen readers and tests find it by. */
  readonly title: string;
  /** `showIcon` and `iconStyle` are taken, but the sandbox draws no icons. */
  readonly options: readonly Extract<keyof OptionsOf[T], string>[];
  /** Options that `update` does not take. */
  readonly fixed: readonly Extract<keyof OptionsOf[T], string>[];
}

const common = ['classes', 'style', 'placeholder', 'disabled'] as const;

export const elementTypes: {readonly [T in FieldType]: ElementType<T>} = {
  cardNumber: {
    title: 'Secure card number input frame',
    options: [...common, 'showIcon', 'iconStyle', 'disableLink', 'preferredNetwork'],
    fixed: ['disableLink', 'preferredNetwork'],
  },
  cardExpiry: {
    title: 'Secure expiration date input frame',
    options: common,
    fixed: [],
  },
  cardCvc: {
    title: 'Secure CVC input frame',
    options: common,
    fixed: [],
  },
};

interface ChangeOf {
  cardNumber: StripeCardNumberElementChangeEvent;
  cardExpiry: StripeCardExpiryElementChangeEvent;
  cardCvc: StripeCardCvcElementChangeEvent;
}

/** Payloads of an element's events. */
export interface EventsOf<T extends FieldType> {
  ready: {elementType: T};
  change: ChangeOf[T];
  focus: {elementType: T};
  blur: {elementType: T};
  escape: {elementType: T};
  /** Of the number alone. */
  loaderror: {elementType: T; error: StripeError};
  /** For cards of two networks; the sandbox knows none, so it never comes. */
  networkschange: {elementType: T};
}
