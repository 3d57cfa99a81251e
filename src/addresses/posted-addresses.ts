import {addressKinds, type Address, type AddressKind, type AskedAddresses} from '../address.js';
import type {PostedField} from '../checkout/payment.js';

/**
 * Addresses under the names and in the order of checkout.js: billing, then shipping. A state that the country
 * does not have, and an empty second line, are left out.
 */
export function postedAddresses(addresses: AskedAddresses): readonly PostedField[] {
  return addressKinds.flatMap(kind => {
    const address = addresses[kind];
    return address ? namedFields(kind, address) : [];
  });
}

function namedFields(kind: AddressKind, address: Address): PostedField[] {
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
