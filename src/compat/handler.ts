import type {Checkout} from '../checkout/checkout.js';
import type {Core} from '../core.js';
import {ToCallback} from '../delivery/to-callback.js';
import type {Draft} from '../elements/draft.js';
import type {Gateway} from '../gateways/gateway.js';
import type {StripeCheckoutHandler, StripeCheckoutOptions} from './checkout-js-part.js';
import {legacyOptions} from './legacy-options.js';
import {legacyToken} from './legacy-token.js';
import {namedOptions} from './option-names.js';

/** What `StripeCheckout.configure()` gave a page. */
export class Handler implements StripeCheckoutHandler {
  readonly #configured: StripeCheckoutOptions | undefined;
  readonly #gateway: Gateway;
  readonly #core: Core;
  readonly #failed: () => void;
  #checkout: Checkout | undefined;
  readonly #draft: Draft = new Map();

  /** @param failed called when no dialog can be shown, which the console has been told */
  constructor(
    configured: StripeCheckoutOptions | undefined,
    gateway: Gateway,
    core: Core,
    failed: () => void,
  ) {
    this.#configured = configured;
    this.#gateway = gateway;
    this.#core = core;
    this.#failed = failed;
  }

  open(options?: StripeCheckoutOptions): void {
    const {Checkout, runCheckout} = this.#core;
    if (this.#checkout) return;
    const {token, source, opened, closed, ...rest} = merged(this.#configured, options);
    const take = source ?? token;
    if (typeof take !== 'function') {
      console.error('StripeCheckout: open() needs a token function to give the token to.');
      return;
    }
    const raw = namedOptions(Object.entries(rest), name => name);
    const read = legacyOptions(raw, this.#gateway, name => name);
    const create = source ? 'source' : 'token';
    const delivery = new ToCallback();
    const checkout = new Checkout({...read, create}, this.#gateway, delivery);
    this.#checkout = checkout;
    const isOver = runCheckout(checkout, {
      draft: this.#draft,
      opened: () => call(opened),
      // The dialog has gone: the page may focus what it likes, and open the next one.
      closed: () => {
        this.#checkout = undefined;
        const {payment} = delivery;
        if (payment) call(take, legacyToken(payment), Object.fromEntries(payment.addressFields));
        call(closed);
      },
    });
    isOver.catch((error: unknown) => {
      console.error(error);
      this.#failed();
    });
  }

  close(): void {
    this.#checkout?.close('page');
  }
}

/** Without a prototype, on which a page's scripts might have put options. */
function merged(...options: (StripeCheckoutOptions | undefined)[]): StripeCheckoutOptions {
  return Object.assign(Object.create(null) as object, ...options) as StripeCheckoutOptions;
}

/** A function of the page's, if it is one. What it throws goes to the page's own error handling. */
function call<A extends unknown[]>(callback: ((...args: A) => void) | undefined, ...args: A): void {
  try {
    if (typeof callback === 'function') callback(...args);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
