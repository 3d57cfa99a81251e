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

/** The elements there are, by type, and the inputs that each one shows. */
export const elementInputs = {
  card: ['number', 'expiry', 'cvc', 'postal'],
  cardNumber: ['number'],
  cardExpiry: ['expiry'],
  cardCvc: ['cvc'],
  payment: ['number', 'expiry', 'cvc'],
} as const satisfies Record<string, readonly InputType[]>;

export type ElementType = keyof typeof elementInputs;

export function isElementType(type: unknown): type is ElementType {
  return typeof type === 'string' && Object.hasOwn(elementInputs, type);
}

export function isInputType(type: unknown): type is InputType {
  return typeof type === 'string' && Object.hasOwn(inputTypes, type);
}
