import type {CheckoutOptions} from './options.js';
import type {Payment, PostedField} from './payment.js';

/** What the merchant's server gets for a payment, in this order. */
export function postedFields(payment: Payment, {field}: CheckoutOptions): readonly PostedField[] {
  const {product, email, addressFields} = payment;
  const fields: PostedField[] = [[field, product.id]];
  if (product.kind === 'token' || product.kind === 'source') {
    fields.push(['stripe_token_type', product.type]);
  }
  if (email) fields.push(['stripe_email', email]);
  return [...fields, ...addressFields.map(([name, value]) => [`stripe_${name}`, value] as const)];
}
