import type {CheckoutOptions} from './options.js';
import type {Payment} from './payment.js';

/** A form field: name and value. */
export type PostedField = readonly [name: string, value: string];

/** What the merchant's server gets for a payment, in this order. */
export function postedFields(payment: Payment, options: CheckoutOptions): readonly PostedField[] {
  const {product, email} = payment;
  const fields: PostedField[] = [
    [options.field, product.id],
    ['stripe_token_type', product.type],
  ];
  if (email !== undefined) fields.push(['stripe_email', email]);
  return fields;
}
