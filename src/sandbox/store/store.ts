import type Stripe from 'stripe';
import type {Brand} from '../cards/brands.js';
import type {Refusal} from '../cards/refusals.js';
import {Shelf} from './shelf.js';

/** What is kept of a card: never its number, never its CVC. */
export interface StoredCard {
  /** `card_…` */
  readonly id: string;
  readonly brand: Brand;
  readonly funding: string;
  readonly last4: string;
  /** The same for the same number, and of no use for finding it. */
  readonly fingerprint: string;
  readonly expMonth: number;
  readonly expYear: number;
  readonly name: string | null;
  readonly address: Stripe.Address;
  readonly hasCvc: boolean;
  /** What its bank says to every charge. */
  readonly decline?: Refusal;
}

export interface TokenRecord {
  readonly token: Stripe.Token;
  readonly card: StoredCard;
}

export interface PaymentMethodRecord {
  readonly paymentMethod: Stripe.PaymentMethod;
  readonly card: StoredCard;
  /** The same card as a customer's source, where it was attached as one. */
  source?: Stripe.Card;
  /** Used without a customer, and so not to be used again. */
  spent: boolean;
}

/** All state of one sandbox, in memory. */
export class Store {
  readonly tokens = new Shelf<TokenRecord>();
  readonly paymentMethods = new Shelf<PaymentMethodRecord>();
  readonly customers = new Shelf<Stripe.Customer>();
  readonly charges = new Shelf<Stripe.Charge>();
  readonly paymentIntents = new Shelf<Stripe.PaymentIntent>();
}
