import type {Address} from '../address.js';
import type {PayError} from '../errors.js';

/** The provider's inputs: the three of a card, or one for all of it. */
export type CardField = 'number' | 'expiry' | 'cvc' | 'card';

/** Where the provider's inputs go: nodes in the document's light DOM. */
export type CardPlaces = Readonly<Partial<Record<CardField, HTMLElement>>>;

/** What the provider's fields tell while the customer types. The card itself stays with the provider. */
export type CardEvent =
  | {readonly type: 'ready' | 'focus' | 'blur' | 'escape'; readonly field: CardField}
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

/** What a card can be turned into. Each but a reusable source is worth one payment. */
export const productKinds = ['token', 'payment-method', 'confirmation-token', 'source'] as const;
export type ProductKind = (typeof productKinds)[number];

/** How often a source can be charged. */
export const sourceUsages = ['reusable', 'single_use'] as const;
export type SourceUsage = (typeof sourceUsages)[number];

/** What the provider has to know before it can ask for a card. */
export interface CardRequest {
  /** The publishable key. */
  readonly key: string;
  /** The connected account to act for. */
  readonly account: string | undefined;
  /** The language of the fields, by Stripe's names. */
  readonly locale: string;
  readonly create: ProductKind;
  readonly usage: SourceUsage | undefined;
  /** In the smallest currency unit. */
  readonly amount: number | undefined;
  /** Lower-case ISO 4217 code. */
  readonly currency: string;
  /** The dialog asks for the billing address, or for its postal code, so that the provider need not. */
  readonly billingAddress: boolean;
  readonly zipCode: boolean;
}

/** What goes to the provider beside the card. */
export interface CardDetails {
  readonly email: string | undefined;
  readonly billing: Address | undefined;
  /** Where the billing address was not asked for as a whole. */
  readonly postalCode: string | undefined;
}

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
  /** The way of paying: `card`. */
  readonly type: string;
  readonly card: CardSummary | undefined;
  /** The provider's own answer, as it came. */
  readonly raw: object;
}

/** The card's fields of one opening, in frames of the provider. */
export interface CardForm {
  /** Puts the fields into these nodes. */
  mount(places: CardPlaces, look: CardLook, listener: (event: CardEvent) => void): void;
  /** Gives the fields another look. */
  restyle(look: CardLook): void;
  focus(field: CardField): void;
  /** Turns the card into a product. Rejects with a PayError. */
  tokenize(details: CardDetails): Promise<Product>;
  /**
   * Lets the customer's bank ask for a confirmation, above the page.
   * @param clientSecret of the payment, from the merchant's server
   * @returns the payment's id, whatever came of the question: only the merchant's server knows whether the card is
   *   charged. Rejects with a PayError where the bank said no, and in no other case.
   */
  authenticate(clientSecret: string): Promise<string>;
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
  /** The inputs that ask for the card, in the order in which they are typed. */
  fieldsFor(create: ProductKind): readonly CardField[];
  /**
   * Fetches what the provider needs: before the click, maybe, and in vain. Rejects with a PayError; a later call
   * tries again.
   */
  load(request: CardRequest): Promise<CardForm>;
  /**
   * A refusal that the merchant's server passes on.
   * @param code the provider's
   * @param message shown where there are no words for the code; may be empty
   * @returns an error of the card's, or of the merchant's where the code is about the request or the account
   */
  refusal(code: string, message: string): PayError;
}
