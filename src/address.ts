export const addressKinds = ['billing', 'shipping'] as const;
export type AddressKind = (typeof addressKinds)[number];

/** The parts of a postal address; which of them an address has, and in which order, depends on its country. */
export type AddressField = 'name' | 'country' | 'line1' | 'line2' | 'city' | 'state' | 'zip';

/**
 * A postal address as the customer typed it. `country` is an ISO 3166-1 code; what the country's addresses
 * do not have, or the customer left out, is empty.
 */
export type Address = Readonly<Record<AddressField, string>>;

/** The addresses of a payment, each where it was asked for. */
export type AskedAddresses = Readonly<Record<AddressKind, Address | undefined>>;

/** What a checkout has to know of addresses. */
export interface AddressBook {
  /** What is missing or wrong, each with one of our error codes; once where both addresses are one object. */
  faultsIn(
    addresses: AskedAddresses,
  ): readonly (readonly [field: `${AddressKind}-${AddressField}`, code: string])[];
  /** As checkout.js posted them: `billing_name`, `billing_address_line1` …, `shipping_…`. */
  posted(addresses: AskedAddresses): readonly (readonly [name: string, value: string])[];
}
