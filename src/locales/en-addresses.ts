import type {AddressField, AddressKind} from '../address.js';

/** The English words of addresses: they come with the form for these. */
export const addressWords = {
  addresses: {
    billing: 'Billing address',
    shipping: 'Shipping address',
  } satisfies Record<AddressKind, string>,
  addressFields: {
    name: 'Name',
    country: 'Country or region',
    line1: 'Address',
    line2: 'Apartment, floor',
    city: 'City',
    state: 'State or province',
    zip: 'Postal code',
  } satisfies Record<AddressField, string>,
  optional: (label: string) => `${label} (optional)`,
  sameAsBilling: 'Ship to the billing address',
  /** What is missing of an address, by its field. */
  incompleteAddress: {
    name: 'Enter the full name.',
    line1: 'Enter the street and number.',
    city: 'Enter the city.',
    state: 'Enter the state or province.',
    zip: 'Enter the postal code.',
  },
};

export type AddressWords = typeof addressWords;
