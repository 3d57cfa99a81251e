/** Why a card is refused, in Stripe's codes and words. */
export interface Refusal {
  readonly code: string;
  readonly declineCode?: string;
  /** The field to blame, without the `card[…]` around it. */
  readonly param?: string;
  readonly message: string;
}

/**
 * Refused while it is typed in or tokenized: the card cannot exist as given. Not verified: the
 * messages, but for that of `incorrectNumber`.
 */
export const invalidCards = {
  incorrectNumber: {
    code: 'incorrect_number',
    param: 'number',
    message: 'Your card number is incorrect.',
  },
  invalidNumber: {
    code: 'invalid_number',
    param: 'number',
    message: 'The card number is not a valid credit card number.',
  },
  invalidMonth: {
    code: 'invalid_expiry_month',
    param: 'exp_month',
    message: "Your card's expiration month is invalid.",
  },
  invalidYear: {
    code: 'invalid_expiry_year',
    param: 'exp_year',
    message: "Your card's expiration year is invalid.",
  },
  invalidCvc: {
    code: 'invalid_cvc',
    param: 'cvc',
    message: "Your card's security code is invalid.",
  },
  notATestCard: {
    code: 'card_declined',
    declineCode: 'test_mode_live_card',
    message:
      'Your card was declined. Your request was in test mode, but used a non test card. ' +
      'For a list of valid test cards, visit: https://stripe.com/docs/testing.',
  },
} as const satisfies Record<string, Refusal>;

/**
 * Refused by the card's bank when it is charged or attached to a customer. Not verified: the
 * messages of `lostCard`, `stolenCard`, `velocityExceeded` and `authenticationRequired`.
 */
export const declines = {
  generic: {
    code: 'card_declined',
    declineCode: 'generic_decline',
    message: 'Your card was declined.',
  },
  insufficientFunds: {
    code: 'card_declined',
    declineCode: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
  },
  lostCard: {
    code: 'card_declined',
    declineCode: 'lost_card',
    message: 'Your card was declined.',
  },
  stolenCard: {
    code: 'card_declined',
    declineCode: 'stolen_card',
    message: 'Your card was declined.',
  },
  velocityExceeded: {
    code: 'card_declined',
    declineCode: 'card_velocity_exceeded',
    message: 'Your card was declined.',
  },
  fraudulent: {
    code: 'card_declined',
    declineCode: 'fraudulent',
    message: 'Your card was declined.',
  },
  /** Where nobody can be asked to authenticate. */
  authenticationRequired: {
    code: 'authentication_required',
    declineCode: 'authentication_required',
    message: 'Your card was declined. This transaction requires authentication.',
  },
  expiredCard: {
    code: 'expired_card',
    param: 'exp_month',
    message: 'Your card has expired.',
  },
  incorrectCvc: {
    code: 'incorrect_cvc',
    param: 'cvc',
    message: "Your card's security code is incorrect.",
  },
  processingError: {
    code: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
  },
} as const satisfies Record<string, Refusal>;
