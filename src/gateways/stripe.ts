import type {
  Stripe,
  StripeCardCvcElement,
  StripeCardExpiryElement,
  StripeCardNumberElement,
  StripeElementLocale,
} from '@stripe/stripe-js';
import {attributeError, errorCodes} from '../errors.js';
import {cardFields} from './gateway.js';
import type {
  CardDetails,
  CardEvent,
  CardField,
  CardForm,
  CardLook,
  Gateway,
  Product,
} from './gateway.js';
import {stripeFor} from './stripe-loader.js';
import {makeProduct} from './stripe-products.js';

/** Stripe, through Stripe.js and its Elements. */
export const stripeGateway: Gateway = {
  name: 'Stripe',

  isTestKey(key) {
    if (/(sk|rk|whsec)_/.test(key)) {
      throw attributeError(
        errorCodes.secretKey,
        'data-key',
        'your publishable key (pk_…), but it is a secret one. Everyone who saw this page can have it: ' +
          'roll it now in the Stripe Dashboard',
      );
    }
    if (!/^pk_(test|live)_\w+$/.test(key)) {
      // Without what was found: it may hold a secret all the same.
      throw attributeError(errorCodes.invalidKey, 'data-key', 'a publishable key (pk_test_…)');
    }
    return key.startsWith('pk_test_');
  },

  async load(key, locale) {
    stripeGateway.isTestKey(key);
    return new StripeCardForm(await stripeFor(key), locale as StripeElementLocale);
  },
};

interface CardElements {
  readonly number: StripeCardNumberElement;
  readonly expiry: StripeCardExpiryElement;
  readonly cvc: StripeCardCvcElement;
}

class StripeCardForm implements CardForm {
  readonly #stripe: Stripe;
  readonly #locale: StripeElementLocale;
  #elements: CardElements | undefined;

  constructor(stripe: Stripe, locale: StripeElementLocale) {
    this.#stripe = stripe;
    this.#locale = locale;
  }

  mount(
    places: Readonly<Record<CardField, HTMLElement>>,
    look: CardLook,
    listener: (event: CardEvent) => void,
  ): void {
    const group = this.#stripe.elements({locale: this.#locale});
    const style = styleFrom(look);
    const elements: CardElements = {
      // Link puts an overlay on the body, which a modal dialog makes inert.
      number: group.create('cardNumber', {style, showIcon: true, disableLink: true}),
      expiry: group.create('cardExpiry', {style}),
      cvc: group.create('cardCvc', {style}),
    };
    this.#elements = elements;
    elements.number.on('loaderror', event => listener({type: 'failed', cause: event.error}));
    for (const field of cardFields) {
      listen(elements, field, listener);
      elements[field].mount(places[field]);
    }
  }

  focus(field: CardField): void {
    this.#elements?.[field].focus();
  }

  async tokenize(details: CardDetails): Promise<Product> {
    if (!this.#elements) throw new TypeError('tokenize() before mount()');
    return makeProduct(this.#stripe, this.#elements.number, details);
  }

  destroy(): void {
    const elements = this.#elements;
    this.#elements = undefined;
    if (elements) cardFields.forEach(field => destroy(elements[field]));
  }
}

function listen(
  elements: CardElements,
  field: CardField,
  listener: (event: CardEvent) => void,
): void {
  // The three elements have the same events, but their types are overloads that do not unite.
  const element = elements[field] as StripeCardNumberElement;
  element.on('ready', () => listener({type: 'ready', field}));
  element.on('escape', () => listener({type: 'escape', field}));
  element.on('change', ({complete, error}) => listener({type: 'change', field, complete, error}));
}

/** Stripe.js destroys elements itself where loading failed, and throws when asked again. */
function destroy(element: CardElements[CardField]): void {
  try {
    element.destroy();
  } catch {
    // Gone already.
  }
}

function styleFrom(look: CardLook) {
  return {
    base: {
      color: look.color,
      fontFamily: look.fontFamily,
      fontSize: look.fontSize,
      '::placeholder': {color: look.placeholderColor},
    },
    invalid: {color: look.errorColor, iconColor: look.errorColor},
  };
}
