interface FieldMarkup {
  /** As in Stripe's frames, so that tests written for those find the input. */
  readonly name: string;
  readonly label: string;
  readonly autocomplete: string;
  readonly placeholder: string;
}

/** The fields there are, by element type, and the input that each one's frame shows. */
export const fieldTypes = {
  cardNumber: {
    name: 'cardnumber',
    label: 'Credit or debit card number',
    autocomplete: 'cc-number',
    placeholder: '1234 1234 1234 1234',
  },
  cardExpiry: {
    name: 'exp-date',
    label: 'Credit or debit card expiration date',
    autocomplete: 'cc-exp',
    placeholder: 'MM / YY',
  },
  cardCvc: {
    name: 'cvc',
    label: 'Credit or debit card CVC/CVV',
    autocomplete: 'cc-csc',
    placeholder: 'CVC',
  },
} as const satisfies Record<string, FieldMarkup>;

export type FieldType = keyof typeof fieldTypes;

export function isFieldType(type: unknown): type is FieldType {
  return typeof type === 'string' && Object.hasOwn(fieldTypes, type);
}
