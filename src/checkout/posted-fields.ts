import {addressKinds, type Address, type AddressKind} from '../address.js';
import type {CheckoutOptions} from './options.js';
import type {Payment} from './payment.js';

/** A form field: name and value. */
export type PostedField = readonly [name: string, value: string];

/** What the merchant's server gets for a payment, in this order. */
export function postedFields(payment: Payment, options: CheckoutOptions): readonly PostedField[] {
  const {product, email} = payment;
  const fields: PostedField[] = [['token_type', product.type]];
  if (email) fields.push(['email', email]);
  fields.push(...addressFields(payment));
  return [
    [options.field, product.id],
    ...fields.map(([name, value]) => [spell(`stripe_${name}`, options), value] as const),
  ];
}

/**
 * The addresses of a payment under the names and in the order of checkout.js: billing, then shipping.
 * A state that the country does not have, and an empty second line, are left out.
 */
export function addressFields(payment: Payment): readonly PostedField[] {
  return addressKinds.flatMap(kind => {
    const address = payment[kind];
    return address ? fieldsOf(kind, address) : [];
  });
}

function fieldsOf(kind: AddressKind, address: Address): PostedField[] {
  const named: PostedField[] = [
    ['name', address.name],
    ['address_country', englishNameOf(address.country)],
    ['address_country_code', address.country],
    ['address_zip', address.zip],
    ['address_line1', address.line1],
    ['address_apt', address.line2],
    ['address_city', address.city],
    ['address_state', address.state],
  ];
  const optional = ['address_apt', 'address_state'];
  return named
    .filter(([name, value]) => value || !optional.includes(name))
    .map(([name, value]) => [`${kind}_${name}`, value]);
}

/** Servers compare it: English, whatever the customer reads. */
function englishNameOf(country: string): string {
  return new Intl.DisplayNames('en', {type: 'region'}).of(country) ?? country;
}

/** Both spellings of a name: `stripe_billing_name` is checkout.js's `stripeBillingName`. */
function spell(name: string, {spelling}: CheckoutOptions): string {
  if (spelling === 'snake') return name;
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}
