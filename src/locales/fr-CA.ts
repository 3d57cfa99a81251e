import type {FullWords} from './en.js';
import {words as fr} from './fr.js';

/** French (Canada) */
export const words: FullWords = {
  ...fr,
  language: 'fr-CA',
  fields: {...fr.fields, email: 'Adresse courriel'},
  addressFields: {...fr.addressFields, line2: 'Appartement, étage', state: 'Province ou État'},
  errors: {
    ...fr.errors,
    incomplete_email: 'Saisissez votre adresse courriel, par exemple ada@example.com.',
  },
  incompleteAddress: {...fr.incompleteAddress, state: 'Saisissez la province ou l’État.'},
};
