import type Stripe from 'stripe';
import {cardErrorOf, docUrl} from '../../stripe-js/cards/card-error.js';
import type {Refusal} from '../../stripe-js/cards/refusals.js';
import type {Scene} from '../api/endpoint.js';
import {cardError, type ApiError} from '../api/errors.js';
import {idOf} from '../store/ids.js';
import type {PaymentMethodRecord} from '../store/store.js';
import {methodCard} from './cards.js';
import {charge} from './charging.js';
import {emit} from './events.js';
import {keepForCustomer} from './payment-methods.js';
import {isSource, markCharged} from './source-states.js';

interface Taking {
  readonly isAuthenticated: boolean;
  /** What the card is refused with; its bank's own decline unless given. */
  readonly refusal?: Refusal;
}

/**
 * Charges the card of a PaymentIntent, whose status then says how that went.
 * @returns the error that tells of a decline; undefined when the money was taken
 */
export function takePayment(
  intent: Stripe.PaymentIntent,
  method: PaymentMethodRecord,
  {isAuthenticated, refusal = method.card.decline}: Taking,
  scene: Scene,
): ApiError | undefined {
  const {card, paymentMethod} = method;
  const isCaptured = intent.capture_method !== 'manual';
  const made = charge(
    {
      amount: intent.amount,
      currency: intent.currency,
      card,
      refusal,
      isAuthenticated,
      isCaptured,
      customer: idOf(intent.customer),
      description: intent.description,
      metadata: intent.metadata,
      receiptEmail: intent.receipt_email,
      shipping: intent.shipping,
      statementDescriptor: intent.statement_descriptor,
      statementDescriptorSuffix: intent.statement_descriptor_suffix,
      paymentIntent: intent.id,
      paymentMethod,
    },
    scene,
  );
  paymentMethod.card = methodCard(card, true);
  intent.latest_charge = made.id;
  if (refusal) {
    spend(method, scene);
    return declined(intent, refusal, made.id, method, scene);
  }
  keep(intent, method, isAuthenticated, scene);
  spend(method, scene);
  intent.last_payment_error = null;
  intent.next_action = null;
  intent.payment_method = paymentMethod.id;
  intent.status = isCaptured ? 'succeeded' : 'requires_capture';
  intent.amount_received = isCaptured ? intent.amount : 0;
  intent.amount_capturable = isCaptured ? 0 : intent.amount;
  emit(
    scene,
    isCaptured ? 'payment_intent.succeeded' : 'payment_intent.amount_capturable_updated',
    intent,
  );
  return undefined;
}

/** With `setup_future_usage`, a paid intent's customer keeps the card for later. */
function keep(
  intent: Stripe.PaymentIntent,
  method: PaymentMethodRecord,
  isAuthenticated: boolean,
  scene: Scene,
): void {
  const customer = idOf(intent.customer);
  if (intent.setup_future_usage === null) return;
  if (isAuthenticated && intent.setup_future_usage === 'off_session') method.isSetUp = true;
  if (customer !== null && method.paymentMethod.customer === null && !isSource(method.source)) {
    keepForCustomer(method, customer, scene);
  }
}

/** What no customer keeps can be used once. */
function spend(method: PaymentMethodRecord, scene: Scene): void {
  method.spent = method.paymentMethod.customer === null;
  if (isSource(method.source)) markCharged(method.source, scene);
}

/** Puts a declined intent back to where another card can be tried. */
function declined(
  intent: Stripe.PaymentIntent,
  refusal: Refusal,
  chargeId: string,
  {paymentMethod}: PaymentMethodRecord,
  scene: Scene,
): ApiError {
  intent.last_payment_error = {
    ...cardErrorOf(refusal),
    charge: chargeId,
    doc_url: docUrl(refusal.code),
    payment_method: paymentMethod,
  };
  intent.next_action = null;
  intent.payment_method = null;
  intent.status = 'requires_payment_method';
  emit(scene, 'payment_intent.payment_failed', intent);
  return cardError(refusal, {
    charge: chargeId,
    payment_intent: intent,
    payment_method: paymentMethod,
  });
}
