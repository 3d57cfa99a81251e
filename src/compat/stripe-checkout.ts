import type {Gateway} from '../gateways/gateway.js';
import {late} from './late.js';
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
    const configured = typeof first === 'object' ? first : second;
    const tell = late(({Handler}, kit) => new Handler(configured, gateway, kit));
    // Pages hand both around without their object.
    return {
      open: (options?: StripeCheckoutOptions) => tell(handler => handler.open(options)),
      close: () => tell(handler => handler.close()),
    };
  }
  return {
    configure,
    open: options => configure(options).open(),
    __app: {configurations},
  };
}
