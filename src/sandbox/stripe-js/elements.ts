import type {
  StripeCardCvcElement,
  StripeCardExpiryElement,
  StripeCardNumberElement,
} from '@stripe/stripe-js';
import {isFieldType, type FieldType} from '../frames/field-types.js';
import type {OptionsOf} from './element-types.js';
import {FieldElement} from './field-element.js';
import {IntegrationError, notYet, onlyOne} from './integration-error.js';
import type {MountedField} from './mounted-field.js';

interface ElementsByType {
  cardNumber: StripeCardNumberElement;
  cardExpiry: StripeCardExpiryElement;
  cardCvc: StripeCardCvcElement;
}

type Factory<T extends FieldType> = (
  options: OptionsOf[T],
  group: Set<MountedField>,
  forget: () => void,
) => ElementsByType[T];

/** A row for each type also has the compiler compare our element with Stripe's. */
const factories: {readonly [T in FieldType]: Factory<T>} = {
  cardNumber: (...rest) => new FieldElement('cardNumber', ...rest),
  cardExpiry: (...rest) => new FieldElement('cardExpiry', ...rest),
  cardCvc: (...rest) => new FieldElement('cardCvc', ...rest),
};

/** A group of elements that together take one card: what `stripe.elements()` returns. */
export class CardElements {
  readonly #created = new Map<string, ElementsByType[FieldType]>();
  readonly #mounted = new Set<MountedField>();

  /** @throws IntegrationError for a type that the sandbox has not, or the group has already */
  create<T extends FieldType>(type: T, options?: OptionsOf[T]): ElementsByType[T] {
    if (!isFieldType(type)) throw new IntegrationError(notYet(`${String(type)} Elements`));
    if (this.#created.has(type)) throw new IntegrationError(onlyOne(type));
    const forget = () => this.#created.delete(type);
    const element = factories[type](options ?? {}, this.#mounted, forget);
    this.#created.set(type, element);
    return element;
  }

  getElement<T extends FieldType>(type: T): ElementsByType[T] | null {
    const element = this.#created.get(type);
    return element ? (element as ElementsByType[T]) : null;
  }
}
