import type Stripe from 'stripe';
import type {Brand} from '../../stripe-js/cards/brands.js';
import type {Refusal} from '../../stripe-js/cards/refusals.js';
import type {DeliveryTry} from './delivery-try.js';
import {Shelf} from './shelf.js';

/** As many webhook endpoints as an account may have. */
export const mostEndpoints = 16;

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
  /** Whether its bank lets a customer keep it. */
  readonly isAttachable: boolean;
  /** When its holder must be asked. */
  readonly authentication?: 'always' | 'until_set_up';
  readonly failsCvcCheck: boolean;
}

interface TokenRecord {
  readonly token: Stripe.Token;
  readonly card: StoredCard;
}

export interface PaymentMethodRecord {
  readonly paymentMethod: Stripe.PaymentMethod;
  readonly card: StoredCard;
  /** The same card as a Card or a Source, where it was made or attached as one. */
  source?: Stripe.Card | Stripe.Source;
  /** Used without a customer or detached from one, and so not to be used again. */
  spent: boolean;
  /** Its holder has agreed to later payments without being asked. */
  isSetUp: boolean;
}

export interface ConfirmationTokenRecord {
  readonly token: Stripe.ConfirmationToken;
  readonly method: PaymentMethodRecord;
}

/** A holder being asked whether a payment is theirs. */
export interface AuthenticationAttempt {
  /** `payatt_…` */
  readonly id: string;
  readonly paymentIntent: Stripe.PaymentIntent;
  readonly method: PaymentMethodRecord;
  /** Where the browser goes afterwards, when it was sent away from the merchant's page. */
  readonly returnUrl?: string;
  /** The sandbox's own origin. */
  readonly origin: string;
  status: 'pending' | 'complete' | 'failed';
}

/** Told of every object that is kept or changed, of every event and of its deliveries. */
export interface StoreListener {
  objectChanged?(object: object): void;
  eventHappened?(event: Stripe.Event): void;
  deliveryTried?(delivery: DeliveryTry): void;
}

/** All state of one sandbox, in memory. */
export class Store {
  readonly tokens = new Shelf<TokenRecord>();
  readonly sources = new Shelf<Stripe.Source>();
  readonly paymentMethods = new Shelf<PaymentMethodRecord>();
  readonly confirmationTokens = new Shelf<ConfirmationTokenRecord>();
  readonly customers = new Shelf<Stripe.Customer>();
  readonly deletedCustomers = new Shelf<Stripe.DeletedCustomer>();
  readonly charges = new Shelf<Stripe.Charge>();
  readonly refunds = new Shelf<Stripe.Refund>();
  readonly paymentIntents = new Shelf<Stripe.PaymentIntent>();
  readonly attempts = new Shelf<AuthenticationAttempt>();
  /** The latest of each PaymentIntent, by its id. */
  readonly currentAttempts = new Shelf<AuthenticationAttempt>();
  readonly events = new Shelf<Stripe.Event>();
  readonly webhookEndpoints = new Shelf<Stripe.WebhookEndpoint>(mostEndpoints);
  readonly #listeners = new Set<StoreListener>();

  /** Tells `listener` from now on. */
  listen(listener: StoreListener): void {
    this.#listeners.add(listener);
  }

  /** To be called when an object was made or changed. */
  changed(object: object): void {
    for (const listener of this.#listeners) listener.objectChanged?.(object);
  }

  /** The cards and sources that a customer of the Charges API can pay with, newest first. */
  sourcesOf(customer: string): (Stripe.Card | Stripe.Source)[] {
    const cards = this.paymentMethods
      .newestFirst()
      .map(({source}) => source)
      .filter(source => source?.object === 'card');
    return [...this.sources.newestFirst(), ...cards].filter(kept => kept.customer === customer);
  }

  /** Keeps an event and tells of it. */
  addEvent(event: Stripe.Event): void {
    this.events.add(event.id, event);
    for (const listener of this.#listeners) listener.eventHappened?.(event);
  }

  /** To be called when an event was sent, or not, to a webhook endpoint. */
  tried(delivery: DeliveryTry): void {
    for (const listener of this.#listeners) listener.deliveryTried?.(delivery);
  }

  /** Forgets everything; who listens stays. */
  clear(): void {
    for (const part of Object.values(this)) {
      if (part instanceof Shelf) part.clear();
    }
  }
}
