import {invalidRequest} from './errors.js';

/** What a publishable key shows of a PaymentIntent: https://docs.stripe.com/api/payment_intents. */
const intentFields = [
  'id',
  'object',
  'amount',
  'automatic_payment_methods',
  'canceled_at',
  'cancellation_reason',
  'capture_method',
  'client_secret',
  'confirmation_method',
  'created',
  'currency',
  'description',
  'last_payment_error',
  'livemode',
  'next_action',
  'payment_method',
  'payment_method_configuration_details',
  'payment_method_types',
  'processing',
  'receipt_email',
  'setup_future_usage',
  'shipping',
  'source',
  'status',
] as const;

/** An object as browsers may see it: of an intent only a part, of anything else all. */
export function publicView(object: object): object {
  if (!('object' in object) || object.object !== 'payment_intent') return object;
  const seen = new Set<string>(intentFields);
  return Object.fromEntries(Object.entries(object).filter(([name]) => seen.has(name)));
}

/** @throws ApiError when a browser asks for more than the payment method it has just used */
export function checkPublicExpand(names: readonly string[]): void {
  const [other] = names.filter(name => name !== 'payment_method');
  if (other === undefined) return;
  throw invalidRequest(`This property cannot be expanded with a publishable API key (${other}).`, {
    param: 'expand',
  });
}
