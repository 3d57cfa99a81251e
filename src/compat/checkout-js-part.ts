import type {FormTie} from '../delivery/form-tie.js';
import type {PaymentForm} from '../delivery/payment-form.js';
import type {Gateway} from '../gateways/gateway.js';
import type {RawOptions} from './option-names.js';

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

/** A script tag's button, as its checkout knows it. */
export interface ScriptOwner {
  readonly script: HTMLScriptElement;
  readonly label: string;
  readonly button: HTMLButtonElement;
  readonly gateway: Gateway;
  readonly tie: FormTie;
  /** The form as it is now, also where the page has drawn it anew. */
  readonly form: PaymentForm | undefined;
  /** Called when nothing is open, nor about to be. */
  readonly closed: () => void;
  /** Called when no dialog can be shown, which the console has been told. */
  readonly failed: (error?: unknown) => void;
}

/** The click of a script tag's button. */
export interface ScriptClick {
  /** @param isChecked the browser has checked the form */
  open(isChecked: boolean): void;
}

/** The part that pages of checkout.js need, and no others: loaded as soon as there is a tag, or a `configure()`. */
export interface CheckoutJsPart {
  /** @param failed called when no dialog can be shown, which the console has been told */
  createHandler(
    configured: StripeCheckoutOptions | undefined,
    gateway: Gateway,
    failed: () => void,
  ): StripeCheckoutHandler;
  createScriptCheckout(owner: ScriptOwner): ScriptClick;
}

declare module '../loading/parts.js' {
  interface Parts {
    readonly checkoutJs: () => Promise<CheckoutJsPart>;
  }
}
