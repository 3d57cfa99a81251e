import type {Delivery, DeliveryAnswer, DeliveryContext} from '../../src/checkout/delivery.js';
import type {Payment} from '../../src/checkout/payment.js';

/** A delivery with that answer, however often it is asked. */
export function answering(answer: DeliveryAnswer): Delivery {
  return {deliver: () => Promise.resolve(answer)};
}

/** The merchant's server charges the card, and the browser goes to the page that it named: the dialog stays. */
export const charged = answering({name: 'paid', isLeaving: true});

/** A delivery that does as the test says. */
export function delivery(
  deliver: (payment: Payment, context: DeliveryContext) => Promise<DeliveryAnswer>,
): Delivery {
  return {deliver};
}
