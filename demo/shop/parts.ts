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
  /** Where customers reach the shop, such as `https://shop.example`; by loopback names unless given. */
  readonly origin?: string;
  /**
   * Signs what forms carry. Several processes share one; without it, forms that were opened before a
   * restart have to be opened again.
   */
  readonly secret?: string;
  /** The secret of Stripe's webhooks, once there is one. Without it, the shop takes none. */
  readonly webhookSecret?: () => string | undefined;
}
