import type {AddressBook} from '../address.js';
import type {CardLook, CardPlaces} from '../gateways/gateway.js';

/** What the view has for a checkout: where the card's fields go, how they look, and how addresses are asked for. */
export interface CheckoutView {
  readonly places: CardPlaces;
  readonly look: CardLook;
  /** Called where an address is asked for. May reject: the customer is told, and can try again. */
  loadAddressBook(): Promise<AddressBook>;
  /** Resolves when the customer sees it, or nobody is going to: what keeps a browser busy comes after that. */
  readonly seen: Promise<void>;
}
