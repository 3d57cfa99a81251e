import type {FullWords} from './en.js';
import {english as en} from './en-full.js';

/** English (New Zealand) */
export const words: FullWords = {
  ...en,
  language: 'en-NZ',
  fields: {...en.fields, postalCode: 'Postcode'},
  addresses: {...en.addresses, shipping: 'Delivery address'},
  addressFields: {...en.addressFields, line2: 'Unit, floor', city: 'Town or city', zip: 'Postcode'},
  sameAsBilling: 'Deliver to the billing address',
  errors: {
    ...en.errors,
    incomplete_zip: 'Enter the postcode of your card’s billing address.',
    invalid_zip: 'This postcode does not fit the country. Check both.',
    incorrect_zip: 'The postcode does not match the card. Check it and try again.',
  },
  incompleteAddress: {
    ...en.incompleteAddress,
    city: 'Enter the town or city.',
    zip: 'Enter the postcode.',
  },
};
