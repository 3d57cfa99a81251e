/** A card as a customer types it; what is absent is not typed. */
export interface CardDetails {
  readonly number?: string;
  /** Such as `12/34`. */
  readonly expiry?: string;
  readonly cvc?: string;
  readonly postal?: string;
}

/** A whole card with this number, as customers have it. */
export function wholeCard(number: string, cvc = '123') {
  return {number, expiry: '12/34', cvc, postal: '42424'} as const;
}

/** Stripe's test cards by what comes of them. Those that decline do so when they are charged. */
export const testCards = {
  visa: wholeCard('4242424242424242'),
  mastercard: wholeCard('5555555555554444'),
  amex: wholeCard('378282246310005', '1234'),
  discover: wholeCard('6011111111111117'),
  diners: wholeCard('3056930009020004'),
  jcb: wholeCard('3566002020360505'),
  unionpay: wholeCard('6200000000000005'),
  declined: wholeCard('4000000000000002'),
  insufficientFunds: wholeCard('4000000000009995'),
  lost: wholeCard('4000000000009987'),
  stolen: wholeCard('4000000000009979'),
  expired: wholeCard('4000000000000069'),
  incorrectCvc: wholeCard('4000000000000127'),
  processingError: wholeCard('4000000000000119'),
  fraudulent: wholeCard('4100000000000019'),
  authenticationRequired: wholeCard('4000002760003184'),
  /** Fails its check digit, which its input shows at once. */
  incorrectNumber: wholeCard('4242424242424241'),
} as const satisfies Record<string, CardDetails>;
