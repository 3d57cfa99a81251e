import {addressKinds, type AddressBook, type AskedAddresses} from '../address.js';
import {errorCodes, type FieldName, PayError} from '../errors.js';
import {type CheckoutOptions, isEmail} from './options.js';

/** What the customer typed into inputs of ours. */
export interface CustomerDetails extends AskedAddresses {
  readonly email: string;
  readonly postalCode: string;
}

/** What to say at which input. */
export type FieldErrors = Readonly<Partial<Record<FieldName, PayError>>>;

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
  details: CustomerDetails,
  options: CheckoutOptions,
  book: AddressBook | undefined,
): FieldErrors {
  const errors: Partial<Record<FieldName, PayError>> = {};
  if (options.askEmail && !isEmail(details.email)) {
    errors.email = incomplete('email', errorCodes.incompleteEmail);
  }
  if (options.zipCode && !details.postalCode) {
    errors.postalCode = incomplete('postalCode', errorCodes.incompletePostalCode);
  }
  for (const kind of addressKinds) {
    const address = details[kind];
    // What is wrong with one object is said once.
    if (kind === 'shipping' && address === details.billing) continue;
    for (const [part, code] of (address && book?.faultsOf(address)) ?? []) {
      const field = `${kind}-${part}` as const;
      errors[field] = incomplete(field, code);
    }
  }
  return errors;
}

/** Says at a field what is missing or, by the code, wrong. */
export function incomplete(field: FieldName, code: string): PayError {
  return new PayError(code, 'customer', `The ${field} is incomplete or wrong.`, {field});
}
