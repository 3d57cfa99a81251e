import type {AskedAddresses} from '../address.js';
import type {Product} from '../gateways/gateway.js';

/** A form field: name and value. */
export type PostedField = readonly [name: string, value: string];

/** What a completed checkout gives the page. */
export interface Payment extends AskedAddresses {
  /** What the provider made of the card. The merchant's server turns it into a charge. */
  readonly product: Product;
  /** The customer's e-mail address, where it was asked for. */
  readonly email: string | undefined;
  /** The addresses as they are posted: `billing_name`, `billing_address_line1` …, `shipping_…`. */
  readonly addressFields: readonly PostedField[];
}

/**
 * Why a dialog closed: the merchant's server charged the card, the page or the browser took the credential over,
 * Escape, the dialog's close button, or the page (`close()`, navigation).
 */
export type CloseReason = 'paid' | 'handled' | 'escape' | 'button' | 'page';

/**
 * How an opening ended: the merchant's server charged the card; the credential is with the page or on its way to the
 * server, which decides; or there is none.
 */
export type PayResult =
  {readonly paid: Payment} | {readonly handled: Payment} | {readonly closed: CloseReason};
