import type {AddressBook, AddressField} from '../address.js';
import {formats} from './formats.js';

const fields: Readonly<Record<string, AddressField>> = {
  A: 'line1',
  C: 'city',
  S: 'state',
  Z: 'zip',
};

/** Addresses of all countries, after Google's data. A name is always required, a second line never. */
export const addressBook: AddressBook = {
  countries: Object.keys(formats),

  fieldsOf(country) {
    const [parts] = formats[country];
    return fieldsFrom(parts).flatMap(field => (field === 'line1' ? [field, 'line2'] : field));
  },

  isRequired(country, field) {
    const [, required] = formats[country];
    return field === 'name' || fieldsFrom(required).includes(field);
  },

  isZip(country, zip) {
    const [, , pattern] = formats[country];
    // Wide digits, as Japanese keyboards type them, are made plain; what stands between is left out.
    const code = zip.normalize('NFKC').replace(/[^a-z\d]/gi, '');
    // The patterns say nothing of digits of other scripts, and a code that may be left out may be any.
    if (!pattern || !code || !addressBook.isRequired(country, 'zip')) return true;
    // People write the country before it (D-10115), and leave out one that the pattern has (LV-1010).
    const bare = code.replace(new RegExp(`^([a-z]|${country})(?=\\d)`, 'i'), '');
    const spellings = [code, bare, country + code];
    return spellings.some(spelling => new RegExp(`^(?:${pattern})$`, 'i').test(spelling));
  },
};

function fieldsFrom(letters: string): AddressField[] {
  return [...letters].map(letter => fields[letter]);
}
