import type {FieldName} from './errors.js';

export const addressKinds = ['billing', 'shipping'] as const;
export type AddressKind = (typeof addressKinds)[number];

/** The parts of a postal address; which of them an address has, and in which order, depends on its country. */
export type AddressField = 'name' | 'country' | 'line1' | 'line2' | 'city' | 'state' | 'zip';

/**
 * A postal address as the customer typed it. `country` is an ISO 3166-1 code; what the country's addresses
 * do not have, or the customer left out, is empty.
 */
export type Address = Readonly<Record<AddressField, string>>;

/** How addresses are written, country by country. */
export interface AddressBook {
  /** ISO 3166-1 codes. */
  readonly countries: readonly string[];
  /** The fields under name and country, in the order in which the country's people write them. */
  fieldsOf(country: string): readonly AddressField[];
  /** Whether an address of this country is of no use without the field. */
  isRequired(country: string, field: AddressField): boolean;
  /** Whether a postal code can be one of this country. */
  isZip(country: string, zip: string): boolean;
}

/** The part of the dialog that asks for addresses. */
export interface AddressForm {
  /** CSS rules for the dialog's shadow root. */
  readonly styles: string;
  /** The inputs that are there now, from top to bottom. */
  readonly shown: readonly FieldName[];
  /** What the customer typed: both the same object where shipping goes to the billing address. */
  read(): Readonly<Record<AddressKind, Address | undefined>>;
  render(): unknown;
}
