import {type Address, type AddressBook, type AddressField, addressKinds} from '../address.js';
import {errorCodes} from '../errors.js';
import {formats} from './formats.js';
import {postedAddresses} from './posted-addresses.js';

const fields: Readonly<Record<string, AddressField>> = {
  A: 'line1',
  C: 'city',
  S: 'state',
  Z: 'zip',
};

/** ISO 3166-1 codes. */
export const countries: readonly string[] = Object.keys(formats);

/** The fields under name and country, in the order in which the country's people write them. */
export function fieldsOf(country: string): readonly AddressField[] {
  const [parts] = formats[country];
  return fieldsFrom(parts).flatMap(field => (field === 'line1' ? [field, 'line2'] : field));
}

/** Whether an address of this country is of no use without the field. A name is always required, a second line never. */
export function isRequired(country: string, field: AddressField): boolean {
  const [, required] = formats[country];
  return field === 'name' || fieldsFrom(required).includes(field);
}

/** Whether a postal code can be one of this country. */
export function isZip(country: string, zip: string): boolean {
  const [, , pattern] = formats[country];
  // Wide digits, as Japanese keyboards type them, are made plain; what stands between is left out.
  const code = zip.normalize('NFKC').replace(/[^a-z\d]/gi, '');
  // The patterns say nothing of digits of other scripts, and a code that may be left out may be any.
  if (!pattern || !code || !isRequired(country, 'zip')) return true;
  // People write the country before it (D-10115), and leave out one that the pattern has (LV-1010).
  const bare = code.replace(new RegExp(`^([a-z]|${country})(?=\\d)`, 'i'), '');
  const spellings = [code, bare, country + code];
  return spellings.some(spelling => new RegExp(`^(?:${pattern})$`, 'i').test(spelling));
}

/** Addresses of all countries, after Google's data. */
export const addressBook: AddressBook = {
  faultsIn(addresses) {
    return addressKinds.flatMap(kind => {
      const address = addresses[kind];
      // What is wrong with one object is said once.
      if (!address || (kind === 'shipping' && address === addresses.billing)) return [];
      return faultsOf(address).map(([field, code]) => [`${kind}-${field}`, code] as const);
    });
  },

  posted: postedAddresses,
};

/** What is missing or wrong, each with one of our error codes. */
function faultsOf(address: Address): (readonly [field: AddressField, code: string])[] {
  const {country, zip} = address;
  const missing = (['name', ...fieldsOf(country)] as const)
    .filter(field => isRequired(country, field) && !address[field])
    .map(field => [field, errorCodes.incompleteAddress] as const);
  const isWrong = zip !== '' && !isZip(country, zip);
  return isWrong ? [...missing, ['zip', errorCodes.invalidPostalCode]] : missing;
}

function fieldsFrom(letters: string): AddressField[] {
  return [...letters].map(letter => fields[letter]);
}
