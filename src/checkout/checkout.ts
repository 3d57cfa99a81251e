import type {AddressBook} from '../address.js';
import {errorCodes, type FieldName, PayError} from '../errors.js';
import type {CardEvent, CardField, CardForm, CardLook, Gateway} from '../gateways/gateway.js';
import {type Pace, startClock} from './clock.js';
import type {Delivery, DeliveryAnswer} from './delivery.js';
import {askedDetails, detailErrors, type CustomerDetails} from './details.js';
import {PayErrorEvent} from './events.js';
import {notReached, payErrorOf, undelivered, unreachable} from './failures.js';
import {errorOf, incompleteInputs, placeOf, type FieldErrors} from './field-errors.js';
import type {CheckoutOptions} from './options.js';
import type {CloseReason, Payment, PayResult} from './payment.js';
import {type CheckoutState, isDelivering, isWaiting} from './state.js';
import type {CheckoutView} from './view.js';

/**
 * One opening, from click to result. Knows neither the DOM nor a provider: a view calls its verbs and
 * draws its `state`.
 *
 * Fires `change` with each new state, `pace` when waiting in one takes long, `focus` when the keyboard
 * goes into an input of the provider's or out of it, and `pay-error` with each failure.
 */
export class Checkout extends EventTarget {
  readonly options: CheckoutOptions;
  readonly gateway: Gateway;
  /** Settles once: with the payment and who has it, or with the reason why there is none. Never rejects. */
  readonly result: Promise<PayResult>;
  /** The provider's inputs, from top to bottom. */
  readonly cardFields: readonly CardField[];

  #settle!: (result: PayResult) => void;
  #state: CheckoutState = {name: 'opening'};
  #addressBook: AddressBook | undefined;
  #card: CardForm | undefined;
  #view: CheckoutView | undefined;
  #waitingFor = new Set<CardField>();
  #complete = new Set<CardField>();
  readonly #delivery: Delivery;
  /** The payment that is with the page or the merchant's server, which may be charging it. */
  #sent: Payment | undefined;
  /** Aborts when this opening is over. */
  readonly #life = new AbortController();
  #focused: CardField | undefined;
  #pace: Pace = 'usual';
  #stopClock = this.#startClock();

  /** @param delivery takes the payment to the merchant, before this is done */
  constructor(options: CheckoutOptions, gateway: Gateway, delivery: Delivery) {
    super();
    this.options = options;
    this.gateway = gateway;
    this.cardFields = gateway.fieldsFor(options.create);
    this.#delivery = delivery;
    this.result = new Promise(settle => (this.#settle = settle));
  }

  get state(): CheckoutState {
    return this.#state;
  }

  /** How long the customer has been waiting in this state. */
  get pace(): Pace {
    return this.#pace;
  }

  /** The provider's input that has the keyboard: a page cannot tell by itself, for a frame of another origin. */
  get focused(): CardField | undefined {
    return this.#focused;
  }

  /**
   * Loads the provider and puts the card's fields in place, once more if their place was lost. Failure shows in the
   * state.
   */
  async start(view: CheckoutView): Promise<void> {
    if (this.#sent) return;
    if (this.#view) {
      this.#dropCard();
      this.#enter({name: 'opening'});
    }
    this.#view = view;
    await this.#load(view);
  }

  /** Starts anew after `unavailable`, or asks once more after `unconfirmed`. */
  async retry(): Promise<void> {
    if (this.#state.name === 'unconfirmed') return this.#deliver(this.#state.payment);
    if (this.#state.name !== 'unavailable' || !this.#view) return;
    this.#enter({name: 'opening'});
    await this.#load(this.#view);
  }

  /** The dialog looks different from now on. */
  restyle(look: CardLook): void {
    this.#card?.restyle(look);
  }

  /** Moves the focus into one of the card's fields. */
  focus(field: CardField): void {
    this.#card?.focus(field);
  }

  /** Checks what the customer typed and turns the card into a payment. One at a time; later calls do nothing. */
  async pay(details: CustomerDetails): Promise<void> {
    const card = this.#card;
    if (!card || !this.#canType) return;
    const asked = askedDetails(details, this.options);
    const errors = detailErrors(asked, this.#addressBook);
    // An incomplete card alone stops nothing here: that it is complete may not have been told yet, and if it is not,
    // the provider refuses it.
    if (Object.keys(errors).length) {
      // In the order of the inputs, in which they are read out.
      const {email, ...others} = errors;
      const all = {...(email && {email}), ...this.#incompleteCard(), ...others};
      return this.#enter({name: 'refused', errors: all});
    }
    this.#enter({name: 'tokenizing'});
    const {email, postalCode, billing, shipping} = asked;
    let payment: Payment;
    try {
      const product = await card.tokenize({email, postalCode, billing});
      const addressFields = this.#addressBook?.posted({billing, shipping}) ?? [];
      payment = {product, email, billing, shipping, addressFields};
    } catch (error) {
      if (card === this.#card) this.#refuse(payErrorOf(error));
      return;
    }
    // Closed meanwhile, or its fields have failed: a credential that comes late is dropped.
    if (card === this.#card) await this.#deliver(payment);
  }

  /** The customer is changing an input of ours: what was said about it no longer holds. */
  edit(field: FieldName): void {
    this.#say(field);
  }

  /**
   * Ends this opening. A credential that comes later is dropped. While the merchant's server may be charging, the
   * customer cannot close it, except after a long wait: the server may have answered with nothing to show.
   */
  close(reason: CloseReason): void {
    const isCustomer = reason === 'escape' || reason === 'button';
    const isHeld = isDelivering(this.#state) && this.#pace !== 'long';
    if (this.#closed || (isCustomer && isHeld)) return;
    const isPaid = this.#state.name === 'done';
    const isHandled = this.#sent !== undefined && reason === 'page';
    this.#life.abort();
    this.#dropCard();
    this.#enter({name: 'closed', reason: isPaid ? 'paid' : isHandled ? 'handled' : reason});
    this.#settle(this.#sent ? {handled: this.#sent} : {closed: reason});
  }

  get #errors(): FieldErrors {
    return this.#state.name === 'refused' ? this.#state.errors : {};
  }

  get #closed(): boolean {
    return this.#state.name === 'closed';
  }

  get #canType(): boolean {
    return this.#state.name === 'ready' || this.#state.name === 'refused';
  }

  /** Takes the payment to the merchant, and enters the state that the answer means. */
  async #deliver(payment: Payment): Promise<void> {
    const card = this.#card;
    this.#sent = payment;
    this.#enter({name: 'delivering'});
    const answer = await this.#answerTo(payment);
    if (card !== this.#card) return;
    switch (answer.name) {
      case 'leaving':
        this.#settle({handled: payment});
        return this.#enter({name: 'leaving'});
      case 'handled':
        return this.close('handled');
      case 'paid':
        // First, since a listener may close at once.
        this.#settle({paid: payment});
        this.#enter({name: 'done', payment});
        if (!answer.isLeaving) this.close('paid');
        return;
      case 'refused':
        this.#sent = undefined;
        return this.#refuse(answer.error);
      case 'unknown':
        return this.#announce({name: 'unconfirmed', payment, error: answer.error}, answer.error);
    }
  }

  async #answerTo(payment: Payment): Promise<DeliveryAnswer> {
    const {signal} = this.#life;
    try {
      return await this.#delivery.deliver(payment, {authenticate: this.#authenticate, signal});
    } catch (cause) {
      return undelivered(cause);
    }
  }

  #authenticate = async (clientSecret: string): Promise<string> => {
    const card = this.#card;
    const closed = new PayError(errorCodes.unknownOutcome, 'network', 'The dialog was closed.');
    if (!card) throw closed;
    this.#enter({name: 'authenticating'});
    return card.authenticate(clientSecret).finally(() => {
      if (card !== this.#card) throw closed;
      this.#enter({name: 'delivering'});
    });
  };

  async #load(view: CheckoutView): Promise<void> {
    const {options, state} = this;
    const asksAddress = options.billingAddress || options.shippingAddress;
    try {
      const [card, addressBook] = await Promise.all([
        this.gateway.load(options),
        asksAddress ? view.loadAddressBook().catch(notReached('The address form')) : undefined,
        view.seen,
      ]);
      this.#addressBook = addressBook;
      // Closed meanwhile, or given up.
      if (state === this.state) this.#mount(card, view);
    } catch (error) {
      if (state === this.state) this.#fail(payErrorOf(error));
    }
  }

  #mount(card: CardForm, {places, look}: CheckoutView): void {
    this.#card = card;
    this.#complete.clear();
    this.#waitingFor = new Set(this.cardFields);
    card.mount(places, look, event => {
      // A field that was given up may still have something to say.
      if (card === this.#card) this.#hear(event);
    });
  }

  #hear(event: CardEvent): void {
    switch (event.type) {
      case 'ready':
        this.#waitingFor.delete(event.field);
        if (this.#state.name === 'opening' && !this.#waitingFor.size) this.#enter({name: 'ready'});
        break;
      case 'change':
        if (event.complete) this.#complete.add(event.field);
        else this.#complete.delete(event.field);
        this.#say(event.field, errorOf(event));
        break;
      case 'focus':
      case 'blur':
        this.#focused = event.type === 'focus' ? event.field : undefined;
        this.dispatchEvent(new Event('focus'));
        break;
      case 'escape':
        this.close('escape');
        break;
      case 'failed':
        // Once they have made a token, they are not needed any more.
        if (this.#canType || /^(opening|tokenizing)$/.test(this.#state.name)) {
          this.#fail(unreachable(this.gateway.name, event.cause));
        }
        break;
    }
  }

  /** The provider's fields did not come, or have gone away. */
  #fail(error: PayError): void {
    this.#dropCard();
    this.#announce({name: 'unavailable', error}, error);
  }

  #refuse(error: PayError): void {
    const errors = {
      ...this.#incompleteCard(),
      [placeOf(error, this.cardFields, this.options)]: error,
    };
    this.#announce({name: 'refused', errors}, error);
  }

  /** Enters a state because of an error. */
  #announce(state: CheckoutState, error: PayError): void {
    this.#enter(state);
    this.dispatchEvent(new PayErrorEvent(error));
  }

  /** Says something at one field while the customer is typing, or takes it back. */
  #say(field: FieldName, error?: PayError): void {
    if (!this.#canType) return;
    const errors: Partial<Record<FieldName, PayError>> = {...this.#errors};
    delete errors.form;
    if (error) errors[field] = error;
    else delete errors[field];
    this.#enter(Object.keys(errors).length ? {name: 'refused', errors} : {name: 'ready'});
  }

  #incompleteCard(): FieldErrors {
    const incomplete = this.cardFields.filter(field => !this.#complete.has(field));
    return incompleteInputs(incomplete, this.#errors);
  }

  #dropCard(): void {
    this.#card?.destroy();
    this.#card = undefined;
  }

  #enter(state: CheckoutState): void {
    this.#state = state;
    this.#stopClock();
    this.#pace = 'usual';
    if (isWaiting(state)) this.#stopClock = this.#startClock();
    this.dispatchEvent(new Event('change'));
  }

  #startClock(): () => void {
    return startClock(pace => {
      // By then nobody believes in the provider's fields any more.
      if (pace === 'long' && this.#state.name === 'opening') {
        return this.#fail(unreachable(this.gateway.name));
      }
      this.#pace = pace;
      this.dispatchEvent(new Event('pace'));
    });
  }
}
