import type Stripe from 'stripe';
import {changedMetadata} from '../api/metadata.js';
import {isSince} from '../api/versions.js';
import {newId, randomText, timestamp} from '../store/ids.js';
import {shippingOf} from './contact.js';
import type {CreateParams, Payment} from './intent-params.js';

/**
 * A PaymentIntent that nobody has paid yet.
 * @param version of the API that it is asked for in
 */
export function newIntent(
  params: CreateParams,
  customer: string | null,
  version: string,
): Stripe.PaymentIntent {
  const id = newId('pi');
  return {
    id,
    object: 'payment_intent',
    ...methodTypes(params),
    amount: params.amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: automaticMethods(params, version),
    canceled_at: null,
    cancellation_reason: null,
    capture_method: params.capture_method ?? 'automatic_async',
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: params.confirmation_method ?? 'automatic',
    created: timestamp(),
    currency: params.currency,
    customer,
    customer_account: null,
    description: params.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: changedMetadata({}, params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: {
        installments: null,
        mandate_options: null,
        network: null,
        request_three_d_secure: 'automatic',
      },
    },
    payment_record: null,
    processing: null,
    receipt_email: params.receipt_email ?? null,
    review: null,
    setup_future_usage: params.setup_future_usage ?? null,
    shipping: shippingOf(params.shipping ?? null),
    source: null,
    statement_descriptor: params.statement_descriptor ?? null,
    statement_descriptor_suffix: params.statement_descriptor_suffix ?? null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  };
}

/** What an intent says of the kinds of payment method that it is for, where a request names them. */
export function methodTypes({
  allowed_payment_method_types: allowed,
  payment_method_types: types,
}: Pick<Payment, 'allowed_payment_method_types' | 'payment_method_types'>) {
  return {
    allowed_payment_method_types: (allowed ??
      null) as Stripe.PaymentIntent['allowed_payment_method_types'],
    payment_method_types: [...(types ?? allowed ?? ['card'])],
  };
}

/** Before 2023-08-16 an intent took what redirects, too, only where it was told to. */
function automaticMethods(
  {automatic_payment_methods: given, payment_method_types: types}: CreateParams,
  version: string,
): Stripe.PaymentIntent.AutomaticPaymentMethods | null {
  if (!given && (types || !isSince(version, '2023-08-16'))) return null;
  return {
    allow_redirects: given?.allow_redirects ?? 'always',
    enabled: given?.enabled ?? true,
  };
}
