import type {AddressBook} from '../address.js';
import {errorCodes, type FieldName, PayError} from '../errors.js';
import {cardFields} from '../gateways/gateway.js';
import type {CardEvent, CardField, CardForm, CardLook, Gateway} from '../gateways/gateway.js';
import {askedDetails, detailErrors, incomplete} from './details.js';
import type {CustomerDetails, FieldErrors} from './details.js';
import {PayErrorEvent} from './events.js';
import type {CheckoutOptions} from './options.js';
import type {CloseReason, Payment, PayResult} from './payment.js';

/** Where an opening stands, with only what that stage needs. */
export type CheckoutState =
  | {readonly name: 'opening'}
  | {readonly name: 'unavailable'; readonly error: PayError}
  | {readonly name: 'ready'}
  | {readonly name: 'refused'; readonly errors: FieldErrors}
  | {readonly name: 'tokenizing'}
  | {readonly name: 'done'; readonly payment: Payment}
  | {readonly name: 'closed'; readonly reason: CloseReason};

/** What the view has for a checkout: where the card's fields go, how they look, and how addresses are asked for. */
export interface CheckoutView {
  readonly places: Readonly<Record<CardField, HTMLElement>>;
  readonly look: CardLook;
  /** Called where an address is asked for. May reject: the customer is told, and can try again. */
  loadAddressBook(): Promise<AddressBook>;
}

/** Milliseconds that the provider's fields may take to appear once its script is there. */
const patience = 8000;

/** Milliseconds that the browser may take to leave for the merchant's server, before a customer may close. */
const departure = 10_000;

const incompleteCard = {
  number: errorCodes.incompleteNumber,
  expiry: errorCodes.incompleteExpiry,
  cvc: errorCodes.incompleteCvc,
} as const;

/**
 * One opening, from click to result. Knows neither the DOM nor a provider: a view calls its verbs and
 * draws its `state`.
 *
 * Fires `change` with each new state and `pay-error` with each failure.
 */
export class Checkout extends EventTarget {
  readonly options: CheckoutOptions;
  readonly gateway: Gateway;
  /** Settles once: with the payment, or with the reason why there is none. Never rejects. */
  readonly result: Promise<PayResult>;

  readonly #settle: (result: PayResult) => void;
  #state: CheckoutState = {name: 'opening'};
  #addressBook: AddressBook | undefined;
  #card: CardForm | undefined;
  #view: CheckoutView | undefined;
  #waitingFor = new Set<CardField>();
  #complete = new Set<CardField>();
  #held = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: CheckoutOptions, gateway: Gateway) {
    super();
    this.options = options;
    this.gateway = gateway;
    let settle: (result: PayResult) => void = () => {};
    this.result = new Promise(resolve => (settle = resolve));
    this.#settle = settle;
  }

  get state(): CheckoutState {
    return this.#state;
  }

  /** Loads the provider and puts the card's fields in place. Failure shows in the state. */
  async start(view: CheckoutView): Promise<void> {
    this.#view = view;
    await this.#load(view);
  }

  /** Starts anew after `unavailable`. */
  async retry(): Promise<void> {
    if (this.#state.name !== 'unavailable' || !this.#view) return;
    this.#enter({name: 'opening'});
    await this.#load(this.#view);
  }

  /** Moves the focus into one of the card's fields. */
  focus(field: CardField): void {
    this.#card?.focus(field);
  }

  /** Checks what the customer typed and turns the card into a payment. One at a time; later calls do nothing. */
  async pay(details: CustomerDetails): Promise<void> {
    const card = this.#card;
    if (!card || (this.#state.name !== 'ready' && this.#state.name !== 'refused')) return;
    const errors = detailErrors(details, this.options, this.#addressBook);
    // Only the provider knows whether the card is incomplete: its last word on that may still be on its way.
    if (Object.keys(errors).length) {
      // In the order of the inputs, in which they are read out.
      const {email, ...others} = errors;
      const all = {...(email && {email}), ...this.#incompleteCard(), ...others};
      return this.#enter({name: 'refused', errors: all});
    }
    this.#enter({name: 'tokenizing'});
    const {create} = this.options;
    const {email, postalCode, billing, shipping} = askedDetails(details, this.options);
    try {
      const product = await card.tokenize({create, email, postalCode, billing});
      // Closed meanwhile, or its fields have failed: what comes late is thrown away.
      if (card !== this.#card) return;
      const addressFields = this.#addressBook?.posted({billing, shipping}) ?? [];
      const payment = {product, email, billing, shipping, addressFields};
      // First, since whoever hears of the payment may close at once.
      this.#settle({paid: payment});
      this.#enter({name: 'done', payment});
    } catch (error) {
      if (card === this.#card) this.#refuse(payErrorOf(error), this.#incompleteCard());
    }
  }

  /** The customer is changing an input of ours: what was said about it no longer holds. */
  edit(field: FieldName): void {
    this.#say(field, undefined);
  }

  /**
   * Keeps the customer from closing, and from paying once more, while the browser leaves with the payment.
   * Gives way after a while: the server may have answered with nothing to show.
   */
  hold(): void {
    this.#held = true;
    this.#timer = setTimeout(() => (this.#held = false), departure);
  }

  /** The payment could not be handed over. Trying again makes another one, whose `done` follows. */
  fail(error: PayError): void {
    this.#becomeUnavailable(error);
  }

  /** Ends this opening, whatever stage it is in. A token that comes later is thrown away. */
  close(reason: CloseReason): void {
    if (this.#closed || (this.#held && reason !== 'page')) return;
    const paid = this.#state.name === 'done';
    this.#dropCard();
    this.#enter({name: 'closed', reason: paid ? 'paid' : reason});
    this.#settle({closed: reason});
  }

  get #errors(): FieldErrors {
    return this.#state.name === 'refused' ? this.#state.errors : {};
  }

  get #closed(): boolean {
    return this.#state.name === 'closed';
  }

  async #load(view: CheckoutView): Promise<void> {
    try {
      const [card] = await Promise.all([
        this.gateway.load(this.options.key, this.options.locale),
        this.#loadAddressBook(view),
      ]);
      if (!this.#closed) this.#mount(card, view);
    } catch (error) {
      this.#becomeUnavailable(error);
    }
  }

  async #loadAddressBook(view: CheckoutView): Promise<void> {
    if (!this.options.billingAddress && !this.options.shippingAddress) return;
    try {
      this.#addressBook = await view.loadAddressBook();
    } catch (cause) {
      const message = 'The address forms could not be loaded.';
      throw new PayError(errorCodes.unreachable, 'network', message, {cause});
    }
  }

  #mount(card: CardForm, {places, look}: CheckoutView): void {
    this.#card = card;
    this.#complete.clear();
    this.#waitingFor = new Set(cardFields);
    this.#timer = setTimeout(() => {
      this.#becomeUnavailable(unreachable(this.gateway));
    }, patience);
    card.mount(places, look, event => {
      // A field that was given up may still have something to say.
      if (card === this.#card) this.#hear(event);
    });
  }

  #hear(event: CardEvent): void {
    switch (event.type) {
      case 'ready':
        this.#waitingFor.delete(event.field);
        if (this.#state.name === 'opening' && !this.#waitingFor.size) this.#becomeReady();
        break;
      case 'change':
        if (event.complete) this.#complete.add(event.field);
        else this.#complete.delete(event.field);
        this.#say(event.field, event.error && fieldError(event.field, event.error));
        break;
      case 'escape':
        this.close('escape');
        break;
      case 'failed':
        this.#becomeUnavailable(unreachable(this.gateway, event.cause));
        break;
    }
  }

  #becomeReady(): void {
    clearTimeout(this.#timer);
    this.#enter({name: 'ready'});
  }

  #becomeUnavailable(cause: unknown): void {
    if (this.#closed) return;
    const error = payErrorOf(cause);
    this.#dropCard();
    this.#enter({name: 'unavailable', error});
    this.dispatchEvent(new PayErrorEvent(error));
  }

  #refuse(error: PayError, incomplete: FieldErrors): void {
    this.#enter({name: 'refused', errors: {...incomplete, [this.#placeOf(error)]: error}});
    this.dispatchEvent(new PayErrorEvent(error));
  }

  /** The provider speaks of the postal code, wherever that was asked for. */
  #placeOf({field}: PayError): FieldName {
    if (field !== 'postalCode' || this.options.zipCode) return field;
    return this.options.billingAddress ? 'billing-zip' : 'form';
  }

  /** Says something at one field while the customer is typing, or takes it back. */
  #say(field: FieldName, error: PayError | undefined): void {
    if (this.#state.name !== 'ready' && this.#state.name !== 'refused') return;
    const errors: Partial<Record<FieldName, PayError>> = {...this.#errors};
    delete errors.form;
    if (error) errors[field] = error;
    else delete errors[field];
    this.#enter(Object.keys(errors).length ? {name: 'refused', errors} : {name: 'ready'});
  }

  #incompleteCard(): FieldErrors {
    const said = this.#errors;
    const errors: Partial<Record<FieldName, PayError>> = {};
    for (const field of cardFields) {
      if (this.#complete.has(field)) continue;
      errors[field] = said[field] ?? incomplete(field, incompleteCard[field]);
    }
    return errors;
  }

  #dropCard(): void {
    clearTimeout(this.#timer);
    this.#card?.destroy();
    this.#card = undefined;
  }

  #enter(state: CheckoutState): void {
    this.#state = state;
    this.dispatchEvent(new Event('change'));
  }
}

function fieldError(field: CardField, {code, message}: {code: string; message: string}): PayError {
  return new PayError(code, 'customer', message, {field});
}

function unreachable({name}: Gateway, cause?: unknown): PayError {
  return new PayError(errorCodes.unreachable, 'network', `${name} did not answer.`, {cause});
}

function payErrorOf(cause: unknown): PayError {
  if (cause instanceof PayError) return cause;
  return new PayError(errorCodes.providerFailed, 'network', 'The payment provider failed.', {
    cause,
  });
}
