import type {Delivery, DeliveryAnswer} from '../checkout/delivery.js';
import type {Payment} from '../checkout/payment.js';
import type {Core} from '../core.js';
import {warnOnce} from '../hints.js';
import type {PaymentForm} from './payment-form.js';

/** The setup of a {@link LegacyPost}. */
export interface LegacyPostSetup {
  /** The form as it is when the credential is there. */
  readonly getForm: () => PaymentForm | undefined;
  readonly fieldsOf: (payment: Payment) => Iterable<readonly [name: string, value?: string]>;
  /** Called with the payment before the form is posted. */
  readonly notify: (payment: Payment) => void;
}

/** The way of checkout.js: hidden fields in the form, which is posted past its handlers. */
export class LegacyPost implements Delivery {
  readonly #setup: LegacyPostSetup;
  readonly #core: Core;

  constructor(setup: LegacyPostSetup, core: Core) {
    this.#setup = setup;
    this.#core = core;
  }

  deliver(payment: Payment): Promise<DeliveryAnswer> {
    const {getForm, fieldsOf, notify} = this.#setup;
    const form = this.#core.beforeSending(() => {
      notify(payment);
      const form = getForm();
      form?.write(fieldsOf(payment));
      return form;
    });
    if (!form) warnOnce('pay-button: there is no form for the token.');
    return Promise.resolve({name: form?.post() ? 'leaving' : 'handled'});
  }
}
