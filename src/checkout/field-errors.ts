import {errorCodes, type FieldName, PayError} from '../errors.js';
import type {CardEvent, CardField} from '../gateways/gateway.js';
import type {CheckoutOptions} from './options.js';

const incompleteCard = {
  number: errorCodes.incompleteNumber,
  expiry: errorCodes.incompleteExpiry,
  cvc: errorCodes.incompleteCvc,
  card: errorCodes.incompleteNumber,
} as const;

/** What to say at which input. */
export type FieldErrors = Readonly<Partial<Record<FieldName, PayError>>>;

/** Says at a field what is missing or, by the code, wrong. */
export function incomplete(field: FieldName, code: string): PayError {
  return new PayError(code, 'customer', `The ${field} is incomplete or wrong.`, {field});
}

/** Says at inputs of the provider's that they are not complete, unless something else is wrong there already. */
export function incompleteInputs(fields: readonly CardField[], said: FieldErrors): FieldErrors {
  return Object.fromEntries(
    fields.map(field => [field, said[field] ?? incomplete(field, incompleteCard[field])]),
  );
}

/** What is wrong in an input of the provider's, if anything is. */
export function errorOf({
  field,
  error,
}: Extract<CardEvent, {type: 'change'}>): PayError | undefined {
  return error && new PayError(error.code, 'customer', error.message, {field});
}

/** Where a dialog with these inputs has what the provider speaks of. */
export function placeOf(
  {field}: PayError,
  cardFields: readonly CardField[],
  {zipCode, billingAddress}: CheckoutOptions,
): FieldName {
  if (/number|expiry|cvc/.test(field) && cardFields.includes('card')) return 'card';
  if (field !== 'postalCode' || zipCode) return field;
  return billingAddress ? 'billing-zip' : 'form';
}
