import {declines, type Refusal} from './refusals.js';

export interface TestCard {
  readonly number: string;
  /** Stripe's name for it: `visa` is `tok_visa` as a token and `pm_card_visa` as a method. */
  readonly alias?: string;
  readonly funding: 'credit' | 'debit' | 'prepaid';
  /** More names for it. */
  readonly otherAliases?: readonly string[];
  /** Absent: the card can be charged. */
  readonly decline?: Refusal;
  /** Whether a card that declines charges can be attached to a customer all the same. */
  readonly isAttachable?: boolean;
  /** When its holder must be asked: for every payment, or until it was set up for later ones. */
  readonly authentication?: 'always' | 'until_set_up';
  /** Its bank finds every CVC wrong, and charges the card all the same. */
  readonly failsCvcCheck?: boolean;
}

/** Numbers, names and outcomes: https://docs.stripe.com/testing. */
export const testCards: readonly TestCard[] = [
  {number: '4242424242424242', alias: 'visa', funding: 'credit'},
  {number: '4000056655665556', alias: 'visa_debit', funding: 'debit'},
  {number: '5555555555554444', alias: 'mastercard', funding: 'credit'},
  {number: '2223003122003222', funding: 'credit'},
  {number: '5200828282828210', alias: 'mastercard_debit', funding: 'debit'},
  {number: '5105105105105100', alias: 'mastercard_prepaid', funding: 'prepaid'},
  {number: '378282246310005', alias: 'amex', funding: 'credit'},
  {number: '371449635398431', funding: 'credit'},
  {number: '6011111111111117', alias: 'discover', funding: 'credit'},
  {number: '6011000990139424', funding: 'credit'},
  {number: '3056930009020004', alias: 'diners', funding: 'credit'},
  {number: '36227206271667', funding: 'credit'},
  {number: '3566002020360505', alias: 'jcb', funding: 'credit'},
  {number: '6200000000000005', alias: 'unionpay', funding: 'credit'},
  {number: '6205500000000000004', funding: 'credit'},
  {
    number: '4000000000000002',
    alias: 'visa_chargeDeclined',
    funding: 'credit',
    decline: declines.generic,
  },
  {
    number: '4000000000009995',
    alias: 'visa_chargeDeclinedInsufficientFunds',
    funding: 'credit',
    decline: declines.insufficientFunds,
  },
  {
    number: '4000000000009987',
    alias: 'visa_chargeDeclinedLostCard',
    funding: 'credit',
    decline: declines.lostCard,
  },
  {
    number: '4000000000009979',
    alias: 'visa_chargeDeclinedStolenCard',
    funding: 'credit',
    decline: declines.stolenCard,
  },
  {
    number: '4000000000000069',
    alias: 'chargeDeclinedExpiredCard',
    funding: 'credit',
    decline: declines.expiredCard,
  },
  {
    number: '4000000000000127',
    alias: 'chargeDeclinedIncorrectCvc',
    funding: 'credit',
    decline: declines.incorrectCvc,
  },
  {
    number: '4000000000000119',
    alias: 'chargeDeclinedProcessingError',
    funding: 'credit',
    decline: declines.processingError,
  },
  {
    number: '4000000000006975',
    alias: 'visa_chargeDeclinedVelocityLimitExceeded',
    funding: 'credit',
    decline: declines.velocityExceeded,
  },
  {
    number: '4000000000000341',
    alias: 'chargeCustomerFail',
    otherAliases: ['visa_chargeCustomerFail'],
    funding: 'credit',
    decline: declines.generic,
    isAttachable: true,
  },
  {number: '4000000000000101', alias: 'cvcCheckFail', funding: 'credit', failsCvcCheck: true},
  {
    number: '4100000000000019',
    alias: 'radarBlock',
    funding: 'credit',
    decline: declines.fraudulent,
    isAttachable: true,
  },
  {
    number: '4000002500003155',
    alias: 'authenticationRequiredOnSetup',
    funding: 'credit',
    authentication: 'until_set_up',
  },
  {
    number: '4000002760003184',
    alias: 'authenticationRequired',
    funding: 'credit',
    authentication: 'always',
  },
  {
    number: '4000000000003220',
    alias: 'threeDSecure2Required',
    funding: 'credit',
    authentication: 'always',
  },
  {
    number: '4000008400001629',
    alias: 'threeDSecureRequiredChargeDeclined',
    funding: 'credit',
    authentication: 'always',
    decline: declines.generic,
    isAttachable: true,
  },
];

/** The test card with this number, digits alone. */
export function testCardByNumber(number: string): TestCard | undefined {
  return testCards.find(card => card.number === number);
}

/** The test card that Stripe's ready-made token means, such as `tok_visa`. */
export function testCardByToken(id: string): TestCard | undefined {
  return id.startsWith('tok_') ? testCardByAlias(id.slice('tok_'.length)) : undefined;
}

/** The test card that Stripe's ready-made payment method means, such as `pm_card_visa`. */
export function testCardByPaymentMethod(id: string): TestCard | undefined {
  return id.startsWith('pm_card_') ? testCardByAlias(id.slice('pm_card_'.length)) : undefined;
}

/**
 * The test card that Stripe's name means, such as `visa`.
 * @throws RangeError where there is none
 */
export function testCardCalled(alias: string): TestCard {
  const card = testCardByAlias(alias);
  if (!card) throw new RangeError(`There is no test card called ${alias}.`);
  return card;
}

function testCardByAlias(alias: string): TestCard | undefined {
  return testCards.find(card => card.alias === alias || card.otherAliases?.includes(alias));
}
