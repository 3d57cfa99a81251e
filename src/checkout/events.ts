import type {PayError} from '../errors.js';
import type {CloseReason, Payment} from './payment.js';

const bubbling = {bubbles: true, composed: true};

/**
 * `pay-open`: the dialog is about to open. `preventDefault()` keeps it closed; `waitUntil(promise)`
 * holds it back, and a rejection keeps it closed.
 */
export class PayOpenEvent extends Event {
  readonly #waits: Promise<unknown>[] = [];

  constructor() {
    super('pay-open', {...bubbling, cancelable: true});
  }

  /** Opens only after the promise has been fulfilled. Call it while the event is being handled. */
  waitUntil(promise: Promise<unknown>): void {
    this.#waits.push(promise);
  }

  /** What to wait for before opening; nothing where nobody called `waitUntil`. */
  get pending(): Promise<unknown> | undefined {
    return this.#waits.length ? Promise.all(this.#waits) : undefined;
  }
}

/** `pay-opened`: the dialog is open. */
export class PayOpenedEvent extends Event {
  constructor() {
    super('pay-opened', bubbling);
  }
}

/** `pay-token`: the token is in the form. `preventDefault()` leaves submitting the form to the page. */
export class PayTokenEvent extends Event {
  readonly #payment: Payment;
  #isRead = false;

  constructor(payment: Payment) {
    super('pay-token', {...bubbling, cancelable: true});
    this.#payment = payment;
  }

  get payment(): Payment {
    this.#isRead = true;
    return this.#payment;
  }

  /** True once somebody has read the payment. */
  get isRead(): boolean {
    return this.#isRead;
  }
}

/**
 * `pay-confirmed`: with `data-confirm="fetch"`, the merchant's server has taken the payment. `preventDefault()`
 * keeps the customer on this page.
 */
export class PayConfirmedEvent extends Event {
  /** The server's answer, as it came. */
  readonly answer: object;

  constructor(answer: object) {
    super('pay-confirmed', {...bubbling, cancelable: true});
    this.answer = answer;
  }
}

/** `pay-close`: the dialog has closed. */
export class PayCloseEvent extends Event {
  readonly reason: CloseReason;

  constructor(reason: CloseReason) {
    super('pay-close', bubbling);
    this.reason = reason;
  }
}

/** `pay-error`: something went wrong; `error.audience` says who has to act. */
export class PayErrorEvent extends Event {
  readonly error: PayError;

  constructor(error: PayError) {
    super('pay-error', bubbling);
    this.error = error;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'pay-open': PayOpenEvent;
    'pay-opened': PayOpenedEvent;
    'pay-token': PayTokenEvent;
    'pay-confirmed': PayConfirmedEvent;
    'pay-close': PayCloseEvent;
    'pay-error': PayErrorEvent;
  }
}
