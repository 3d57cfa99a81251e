import {brandOf} from '../stripe-js/cards/brands.js';
import {testCardCalled} from '../stripe-js/cards/test-cards.js';

/** A card as a customer types it; what is absent is not typed. */
export interface CardDetails {
  readonly number?: string;
  /** Such as `12/34`. */
  readonly expiry?: string;
  readonly cvc?: string;
  readonly postal?: string;
}

/** A whole card with this number, as customers have it. */
export function wholeCard(number: string) {
  const cvc = '1234'.slice(0, brandOf(number).cvcLength);
  return {number, expiry: '12/34', cvc, postal: '42424'} as const;
}

/** A test card by Stripe's name for it. */
function called(alias: string) {
  return wholeCard(testCardCalled(alias).number);
}

/** Stripe's test cards by what comes of them. Those that decline do so when they are charged. */
export const testCards = {
  visa: called('visa'),
  mastercard: called('mastercard'),
  amex: called('amex'),
  discover: called('discover'),
  diners: called('diners'),
  jcb: called('jcb'),
  unionpay: called('unionpay'),
  declined: called('visa_chargeDeclined'),
  insufficientFunds: called('visa_chargeDeclinedInsufficientFunds'),
  lost: called('visa_chargeDeclinedLostCard'),
  stolen: called('visa_chargeDeclinedStolenCard'),
  expired: called('chargeDeclinedExpiredCard'),
  incorrectCvc: called('chargeDeclinedIncorrectCvc'),
  processingError: called('chargeDeclinedProcessingError'),
  fraudulent: called('radarBlock'),
  authenticationRequired: called('authenticationRequired'),
  /** Fails its check digit, which its input shows at once. */
  incorrectNumber: wholeCard('4242424242424241'),
} as const satisfies Record<string, CardDetails>;
