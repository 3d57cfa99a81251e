import type {AddressBook, AskedAddresses} from '../address.js';
import {errorCodes, type FieldName, type PayError} from '../errors.js';
import {incomplete, type FieldErrors} from './field-errors.js';
import {isEmail} from './given-options.js';
import type {CheckoutOptions} from './options.js';

/** What the customer typed into inputs of ours. */
export interface CustomerDetails extends Partial<AskedAddresses> {
  readonly email: string;
  readonly postalCode: string;
}

/** The details without what was not asked for. */
export function askedDetails(details: CustomerDetails, options: CheckoutOptions) {
  return {
    email: options.askEmail ? details.email : undefined,
    postalCode: options.zipCode ? details.postalCode : undefined,
    billing: options.billingAddress ? details.billing : undefined,
    shipping: options.shippingAddress ? details.shipping : undefined,
  };
}

/** What is missing or wrong of the details that were asked for. */
export function detailErrors(
  asked: ReturnType<typeof askedDetails>,
  book: AddressBook | undefined,
): FieldErrors {
  const errors: Partial<Record<FieldName, PayError>> = {};
  if (asked.email !== undefined && !isEmail(asked.email)) {
    errors.email = incomplete('email', errorCodes.incompleteEmail);
  }
  if (asked.postalCode === '') {
    errors.postalCode = incomplete('postalCode', errorCodes.incompletePostalCode);
  }
  for (const [field, code] of book?.faultsIn(asked) ?? []) errors[field] = incomplete(field, code);
  return errors;
}
