import type {Orders} from './orders.js';
import type {Provider} from './provider.js';

/** What the shop is put together from. */
export interface ShopParts {
  readonly orders: Orders;
  readonly provider: Provider;
  /**
   * Takes a line for each request, and for trouble with a payment; never with a token, a key or a
   * card.
   */
  readonly log: (line: string) => void;
}
