import type {Payment} from '../checkout/payment.js';

/** What checkout.js gave a page: the provider's own token (or source), with the customer's e-mail address. */
export function legacyToken({product, email}: Payment): object {
  return {...product.raw, email};
}
