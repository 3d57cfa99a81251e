import type {CheckoutOptions} from './options.js';
import type {Payment, PostedField} from './payment.js';

/** What the merchant's server gets for a payment, in this order. */
export function postedFields(payment: Payment, options: CheckoutOptions): readonly PostedField[] {
  const {product, email, addressFields} = payment;
  const fields: PostedField[] = [];
  if (product.kind === 'token' || product.kind === 'source') {
    fields.push(['token_type', product.type]);
  }
  if (email) fields.push(['email', email]);
  fields.push(...addressFields);
  return [
    [options.field, product.id],
    ...fields.map(([name, value]) => [spell(`stripe_${name}`, options), value] as const),
  ];
}

/** A name as the options spell it: `stripe_billing_name`, or checkout.js's `stripeBillingName`. */
function spell(name: string, {spelling}: CheckoutOptions): string {
  if (spelling === 'snake') return name;
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}
