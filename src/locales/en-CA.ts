import type {FullWords} from './en.js';
import {english as en} from './en-full.js';

/** English (Canada) */
export const words: FullWords = {
  ...en,
  language: 'en-CA',
  addressFields: {...en.addressFields, line2: 'Apartment, unit', state: 'Province or state'},
  incompleteAddress: {...en.incompleteAddress, state: 'Enter the province or state.'},
};
