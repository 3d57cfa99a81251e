import type {Address} from '../address.js';
import type {Product} from '../gateways/gateway.js';

/** What a completed checkout gives the page. */
export interface Payment {
  /** What the provider made of the card. The merchant's server turns it into a charge. */
  readonly product: Product;
  /** The customer's e-mail address, where it was asked for. */
  readonly email: string | undefined;
  /** The addresses, each where it was asked for. */
  readonly billing: Address | undefined;
  readonly shipping: Address | undefined;
}

/** Why a dialog closed: the payment was made, Escape, its close button, or the page (`close()`, navigation). */
export type CloseReason = 'paid' | 'escape' | 'button' | 'page';

/** How an opening ended. */
export type PayResult = {readonly paid: Payment} | {readonly closed: CloseReason};
