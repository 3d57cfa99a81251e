import type {
  Stripe,
  StripeCardCvcElement,
  StripeCardExpiryElement,
  StripeCardNumberElement,
  Token,
} from '@stripe/stripe-js';
import {attributeError, errorCodes, PayError} from '../errors.js';
import {cardFields} from './gateway.js';
import type {
  CardDetails,
  CardEvent,
  CardField,
  CardForm,
  CardLook,
  CardSummary,
  Gateway,
  Product,
} from './gateway.js';
import {payErrorFrom} from './stripe-errors.js';
import {stripeFor} from './stripe-loader.js';

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

  async load(key) {
    return new StripeCardForm(await stripeFor(key));
  },
};

interface CardElements {
  readonly number: StripeCardNumberElement;
  readonly expiry: StripeCardExpiryElement;
  readonly cvc: StripeCardCvcElement;
}

class StripeCardForm implements CardForm {
  readonly #stripe: Stripe;
  #elements: CardElements | undefined;

  constructor(stripe: Stripe) {
    this.#stripe = stripe;
  }

  mount(
    places: Readonly<Record<CardField, HTMLElement>>,
    look: CardLook,
    listener: (event: CardEvent) => void,
  ): void {
    const group = this.#stripe.elements();
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

  async tokenize({postalCode}: CardDetails): Promise<Product> {
    if (!this.#elements) throw new TypeError('tokenize() before mount()');
    const {token, error} = await this.#createToken(this.#elements.number, postalCode);
    if (error) throw payErrorFrom(error);
    if (!token?.id) {
      throw new PayError(errorCodes.providerFailed, 'network', 'Stripe answered without a token.');
    }
    return {kind: 'token', id: token.id, type: token.type, card: summaryOf(token)};
  }

  destroy(): void {
    const elements = this.#elements;
    this.#elements = undefined;
    if (elements) cardFields.forEach(field => destroy(elements[field]));
  }

  async #createToken(number: StripeCardNumberElement, postalCode: string | undefined) {
    try {
      return await this.#stripe.createToken(number, postalCode ? {address_zip: postalCode} : {});
    } catch (cause) {
      // Stripe.js rejects, instead of resolving to an error, where its frames are gone.
      throw new PayError(errorCodes.providerFailed, 'network', 'Stripe.js failed.', {cause});
    }
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

function summaryOf({card}: Token): CardSummary | undefined {
  return (
    card && {brand: card.brand, last4: card.last4, expMonth: card.exp_month, expYear: card.exp_year}
  );
}
