import type {Checkout} from '../checkout/checkout.js';
import {PayTokenEvent} from '../checkout/events.js';
import {problemIn} from '../checkout/failures.js';
import type {Payment} from '../checkout/payment.js';
import {postedFields} from '../checkout/posted-fields.js';
import type {PaymentForm} from '../form/payment-form.js';

/**
 * Gives a payment to the page: as an event, and in the form, which is submitted unless the page objects.
 * @param form as it is now: it may have been changed, or been another, at the click
 */
export function deliver(
  payment: Payment,
  checkout: Checkout,
  button: HTMLElement,
  form: PaymentForm | undefined,
): void {
  const problem = problemIn(() => form?.assertPostable());
  if (problem) return checkout.fail(problem);
  form?.write(postedFields(payment, checkout.options));
  const submits = button.dispatchEvent(new PayTokenEvent(payment)) && checkout.options.autoSubmit;
  if (submits && form?.submit()) return checkout.hold();
  checkout.close('paid');
  // A field that has become invalid could not say so under the dialog.
  if (submits) form?.reportValidity();
}
