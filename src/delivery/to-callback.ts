import type {Delivery, DeliveryAnswer} from '../checkout/delivery.js';
import type {Payment} from '../checkout/payment.js';

/** The way of `StripeCheckout.open()`: the page's callback gets the credential as soon as the dialog has gone. */
export class ToCallback implements Delivery {
  #payment: Payment | undefined;

  /** The payment for the callback, once there is one. */
  get payment(): Payment | undefined {
    return this.#payment;
  }

  deliver(payment: Payment): Promise<DeliveryAnswer> {
    this.#payment = payment;
    return Promise.resolve({name: 'handled'});
  }
}
