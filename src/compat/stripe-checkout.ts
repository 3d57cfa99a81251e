import {Checkout} from '../checkout/checkout.js';
import {runCheckout} from '../elements/run-checkout.js';
import type {Gateway} from '../gateways/gateway.js';
import {onDemand} from '../on-demand.js';
import type {RawOptions} from './option-names.js';
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
    return new LateHandler(typeof first === 'object' ? first : second, gateway);
  }
  return {
    configure,
    open: options => configure(options).open(),
    __app: {configurations},
  };
}

/** Does what it is told once that part is there, in the order in which it was told. */
class LateHandler implements StripeCheckoutHandler {
  readonly #configured: StripeCheckoutOptions | undefined;
  readonly #gateway: Gateway;
  #handler: Promise<StripeCheckoutHandler> | undefined;

  constructor(configured: StripeCheckoutOptions | undefined, gateway: Gateway) {
    this.#configured = configured;
    this.#gateway = gateway;
    this.#tell(() => {});
  }

  // Pages hand both around without their object.
  open = (options?: StripeCheckoutOptions): void => this.#tell(handler => handler.open(options));
  close = (): void => this.#tell(handler => handler.close());

  #tell(act: (handler: StripeCheckoutHandler) => void): void {
    this.#handler ??= this.#load();
    // It has said by then what is missing; the next call tries again.
    this.#handler.then(act, () => (this.#handler = undefined));
  }

  async #load(): Promise<StripeCheckoutHandler> {
    const {Handler} = await onDemand.checkoutJs();
    return new Handler(this.#configured, this.#gateway, {Checkout, runCheckout});
  }
}
