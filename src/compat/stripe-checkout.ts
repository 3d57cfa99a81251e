import {Checkout} from '../checkout/checkout.js';
import type {Payment} from '../checkout/payment.js';
import {addressFields} from '../checkout/posted-fields.js';
import {runCheckout} from '../elements/run-checkout.js';
import type {Gateway} from '../gateways/gateway.js';
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

/** Opening a dialog closes the one of another handler. */
let closeActive: (() => void) | undefined;

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
    if (!take) {
      console.error('StripeCheckout: open() needs a token function to give the token to.');
      return;
    }
    closeActive?.();
    closeActive = this.close;
    const raw = namedOptions(Object.entries(rest), name => name);
    const read = legacyOptions(raw, this.#gateway, name => name);
    const checkout = new Checkout({...read, create: source ? 'source' : 'token'}, this.#gateway);
    this.#checkout = checkout;
    void runCheckout(checkout, {
      opened: () => opened?.(),
      paid: payment => this.#deliver(payment, take, checkout),
      closed: () => {
        this.#forget(checkout);
        closed?.();
      },
      failed: () => {},
    });
  };

  close = (): void => this.#checkout?.close('page');

  #deliver(
    payment: Payment,
    take: NonNullable<StripeCheckoutOptions['token']>,
    checkout: Checkout,
  ): void {
    // The page may want to open the next dialog at once.
    this.#forget(checkout);
    try {
      take(legacyToken(payment), Object.fromEntries(addressFields(payment)));
    } finally {
      checkout.close('paid');
    }
  }

  #forget(checkout: Checkout): void {
    if (this.#checkout !== checkout) return;
    this.#checkout = undefined;
    if (closeActive === this.close) closeActive = undefined;
  }
}

/** Without a prototype, on which a page's scripts might have put options. */
function merged(...options: (StripeCheckoutOptions | undefined)[]): StripeCheckoutOptions {
  return Object.assign(Object.create(null) as object, ...options) as StripeCheckoutOptions;
}
