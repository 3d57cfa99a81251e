import type {Address} from '../address.js';

/** The card's three inputs, in the order in which they are typed. */
export const cardFields = ['number', 'expiry', 'cvc'] as const;
export type CardField = (typeof cardFields)[number];

/** What the provider's fields tell while the customer types. The card itself stays with the provider. */
export type CardEvent =
  | {readonly type: 'ready' | 'escape'; readonly field: CardField}
  | {
      readonly type: 'change';
      readonly field: CardField;
      readonly complete: boolean;
      /** The field's own complaint, in Stripe's codes (`invalid_number`), with the provider's words. */
      readonly error: {readonly code: string; readonly message: string} | undefined;
    }
  | {readonly type: 'failed'; readonly cause: unknown};

/** How the provider's fields look: CSS colours and font of the dialog around them. */
export interface CardLook {
  readonly color: string;
  readonly placeholderColor: string;
  readonly errorColor: string;
  readonly fontFamily: string;
  readonly fontSize: string;
}

/** What goes to the provider beside the card. */
export interface CardDetails {
  readonly create: ProductKind;
  readonly email: string | undefined;
  readonly billing: Address | undefined;
  /** Where the billing address was not asked for as a whole. */
  readonly postalCode: string | undefined;
}

/** What a card can be turned into. A token or a source is worth one payment. */
export type ProductKind = 'token' | 'source';

/** What may be shown of a card. */
export interface CardSummary {
  readonly brand: string;
  readonly last4: string;
  readonly expMonth: number;
  readonly expYear: number;
}

/** What the provider made of the card. */
export interface Product {
  readonly kind: ProductKind;
  readonly id: string;
  /** The kind of token: `card`. */
  readonly type: string;
  readonly card: CardSummary | undefined;
  /** The provider's own answer, as it came. */
  readonly raw: object;
}

/** The card's fields of one opening, in frames of the provider. */
export interface CardForm {
  /** Puts the fields into these nodes, which must be in the document's light DOM. */
  mount(
    places: Readonly<Record<CardField, HTMLElement>>,
    look: CardLook,
    listener: (event: CardEvent) => void,
  ): void;
  focus(field: CardField): void;
  /** Turns the card into a product. Rejects with a PayError. */
  tokenize(details: CardDetails): Promise<Product>;
  /** Takes the fields away; safe to call at any time, and twice. */
  destroy(): void;
}

/** A payment provider. */
export interface Gateway {
  /** As the customer knows it. */
  readonly name: string;
  /**
   * Whether a publishable key charges nothing.
   * @throws PayError for the merchant where the key is none, or a secret one (which the message does not repeat)
   */
  isTestKey(key: string): boolean;
  /**
   * Fetches what the provider needs. Rejects with a PayError; a later call tries again.
   * @param locale the language of the fields, by Stripe's names
   */
  load(key: string, locale: string): Promise<CardForm>;
}
