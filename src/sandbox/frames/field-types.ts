interface InputMarkup {
  /** As in Stripe's frames, so that tests written for those find the input. */
  readonly name: string;
  readonly autocomplete: string;
}

/** The inputs that a card is typed into, in Stripe's order. */
export const inputTypes = {
  number: {name: 'cardnumber', autocomplete: 'cc-number'},
  expiry: {name: 'exp-date', autocomplete: 'cc-exp'},
  cvc: {name: 'cvc', autocomplete: 'cc-csc'},
  postal: {name: 'postal', autocomplete: 'postal-code'},
} as const satisfies Record<string, InputMarkup>;

export type InputType = keyof typeof inputTypes;

/** The fields there are, by element type, and the inputs that each one's frame shows. */
export const fieldTypes = {
  card: ['number', 'expiry', 'cvc', 'postal'],
  cardNumber: ['number'],
  cardExpiry: ['expiry'],
  cardCvc: ['cvc'],
  payment: ['number', 'expiry', 'cvc'],
} as const satisfies Record<string, readonly InputType[]>;

export type FieldType = keyof typeof fieldTypes;

export function isFieldType(type: unknown): type is FieldType {
  return typeof type === 'string' && Object.hasOwn(fieldTypes, type);
}

export function isInputType(type: unknown): type is InputType {
  return typeof type === 'string' && Object.hasOwn(inputTypes, type);
}
