import type {Authenticate} from '../checkout/confirm.js';
import {PayConfirmedEvent, PayTokenEvent} from '../checkout/events.js';
import {text} from '../checkout/given-options.js';
import type {Payment, PostedField} from '../checkout/payment.js';
import {errorCodes, type PayError} from '../errors.js';
import type {Gateway} from '../gateways/gateway.js';
import {member} from '../platform.js';
import {ask, request} from './form-request.js';
import type {PaymentForm} from './payment-form.js';
import {destination, readAnswer, type ShopAnswer} from './shop-answer.js';

export {shopWords} from '../locales/en-shop.js';

export interface Handover {
  readonly payment: Payment;
  readonly fields: readonly PostedField[];
  readonly form: PaymentForm;
  /** Whom the page listens to, and who made the payment. */
  readonly button: EventTarget & {readonly gateway: Gateway};
  readonly authenticate: Authenticate;
  /** Handed over, since the checkout knows its own class alone: this part might bring a second copy along. */
  readonly PayError: typeof PayError;
}

/** What the page has agreed to have posted, and in which form: asking the shop again is no new payment. */
const agreed = new WeakMap<Payment, {form: PaymentForm; fields: Handover['fields']}>();

/**
 * Posts the form by `fetch`, and again after the bank's confirmation where the server asks for one.
 * @returns whether the browser is leaving this page
 * @throws PayError where the server refuses the payment, or nobody knows what became of it
 */
export async function confirmByFetch(handover: Handover): Promise<boolean> {
  const {payment, button, authenticate} = handover;
  const posted = agreed.get(payment) ?? {form: handover.form, fields: handover.fields};
  const {form} = posted;
  form.write(posted.fields);
  if (!agreed.has(payment)) {
    if (!button.dispatchEvent(new PayTokenEvent(payment)) || !ask(form)) return false;
    agreed.set(payment, posted);
  }
  let answer = await post(form);
  if (answer.status === 'action_required') {
    const intent = await authenticate(answer.client_secret);
    const [, ...rest] = posted.fields;
    posted.fields = [['stripe_payment_intent', intent], ...rest];
    form.write(posted.fields);
    answer = await post(form);
  }
  if (answer.status !== 'done') throw errorOf(answer, handover);
  form.clear();
  return button.dispatchEvent(new PayConfirmedEvent(answer)) && leave(answer.location);
}

async function post(form: PaymentForm): Promise<ShopAnswer> {
  try {
    return await readAnswer(await request(form));
  } catch {
    return {status: 'unknown'};
  }
}

function errorOf(answer: ShopAnswer, {button, PayError}: Handover): PayError {
  switch (answer.status) {
    case 'refused':
      return button.gateway.refusal(
        text(answer.code) ?? 'card_declined',
        text(answer.message) ?? '',
      );
    case 'error': {
      const message = `pay-button: the shop's server did not take the payment: ${text(answer.message) ?? 'no message'}`;
      return new PayError(errorCodes.shopFailed, 'merchant', message);
    }
    default:
      return new PayError(errorCodes.unknownOutcome, 'network', 'The shop gave no clear answer.');
  }
}

function leave(location: string | undefined): boolean {
  const url = destination(location, member<string>(Node.prototype, 'baseURI', document));
  if (url) window.location.assign(url);
  return url !== undefined;
}
