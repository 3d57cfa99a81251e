import {Checkout} from '../checkout/checkout.js';
import type {Payment} from '../checkout/payment.js';
import {runCheckout} from '../elements/run-checkout.js';
import type {Gateway} from '../gateways/gateway.js';
import {makeActive} from './active-checkout.js';
import {legacyOptions} from './legacy-options.js';
import {legacyToken} from './legacy-token.js';
import {namedOptions, type RawOptions} from './option-names.js';
import {configurations} from './upgrade.js';

/** The callbacks of checkout.js. Options are whatever a page gives; see `legacyOptions()`. */
export interface StripeCheckoutOptions extends RawOptions {
  /**
   * Called with the token, to which `email` is added, and the addresses by `billing_name`,
   * `billing_address_line1` …, `shipping_…`: an empty object where none was asked for.
   */
  readonly token?: (token: object, addresses: Readonly<Record<string, string>>) => void;
  /** Called with a source instead. */
  readonly source?: (source: object, addresses: Readonly<Record<string, string>>) => void;
  readonly opened?: () => void;
  /** After `token`, and alone where the customer closed the dialog. */
  readonly closed?: () => void;
}

export interface StripeCheckoutHandler {
  /** Opens the dialog, with these options over those of `configure()`. */
  open(options?: StripeCheckoutOptions): void;
  close(): void;
}

/** checkout.js's object for pages that open the dialog by script. */
export interface StripeCheckout {
  configure(options?: StripeCheckoutOptions): StripeCheckoutHandler;
  configure(buttonId: string, options?: StripeCheckoutOptions): StripeCheckoutHandler;
  /** Configures and opens at once. */
  open(options?: StripeCheckoutOptions): void;
  /** Internal, but pages change amounts in it. */
  readonly __app: {readonly configurations: Record<string, RawOptions>};
}

export function createStripeCheckout(gateway: Gateway): StripeCheckout {
  function configure(first?: StripeCheckoutOptions | string, second?: StripeCheckoutOptions) {
    return new Handler(typeof first === 'object' ? first : second, gateway);
  }
  return {
    configure,
    open: options => configure(options).open(),
    __app: {configurations},
  };
}

class Handler implements StripeCheckoutHandler {
  readonly #configured: StripeCheckoutOptions | undefined;
  readonly #gateway: Gateway;
  #checkout: Checkout | undefined;

  constructor(configured: StripeCheckoutOptions | undefined, gateway: Gateway) {
    this.#configured = configured;
    this.#gateway = gateway;
  }

  // Pages hand both around without their object.
  open = (options?: StripeCheckoutOptions): void => {
    if (this.#checkout) return;
    const {token, source, opened, closed, ...rest} = merged(this.#configured, options);
    const take = source ?? token;
    if (typeof take !== 'function') {
      console.error('StripeCheckout: open() needs a token function to give the token to.');
      return;
    }
    const raw = namedOptions(Object.entries(rest), name => name);
    const read = legacyOptions(raw, this.#gateway, name => name);
    const checkout = new Checkout({...read, create: source ? 'source' : 'token'}, this.#gateway);
    makeActive(checkout);
    this.#checkout = checkout;
    let paid: Payment | undefined;
    void runCheckout(checkout, {
      // The page may have closed it meanwhile.
      opened: () => {
        if (this.#checkout === checkout) call(opened);
      },
      paid: payment => {
        paid = payment;
        checkout.close('paid');
      },
      // The dialog has gone: the page may focus what it likes, and open the next one.
      closed: () => {
        this.#checkout = undefined;
        if (paid) call(take, legacyToken(paid), Object.fromEntries(paid.addressFields));
        call(closed);
      },
      failed: () => {},
    });
  };

  close = (): void => this.#checkout?.close('page');
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
