import {fullYear, refusalOf} from '../stripe-js/cards/card-entry.js';
import {invalidCards, type Refusal} from '../stripe-js/cards/refusals.js';
import {testCardByNumber, type TestCard} from '../stripe-js/cards/test-cards.js';

/** A card as Stripe has it once it was sent: without what must not be told. */
export interface Card {
  readonly testCard: TestCard;
  readonly expMonth: number;
  readonly expYear: number;
  readonly hasCvc: boolean;
  readonly postalCode: string | null;
}

/** What the elements of one card hold. */
export function enteredCard(
  elements: readonly {readonly params: () => Record<string, string>}[],
): Card | {refusal: Refusal} {
  const typed = elements.map(element => element.params());
  const params = Object.assign({}, ...typed) as Partial<Record<string, string>>;
  const {number = '', exp_month: expMonth = '', exp_year: expYear = '', cvc, postal} = params;
  const refusal = refusalOf({number, expMonth, expYear, cvc}, new Date());
  if (refusal) return {refusal};
  const testCard = testCardByNumber(number);
  if (!testCard) return {refusal: invalidCards.notATestCard};
  return {
    testCard,
    expMonth: Number(expMonth),
    expYear: fullYear(expYear),
    hasCvc: cvc !== undefined,
    postalCode: postal ?? null,
  };
}

/** A card as Stripe's ready-made ids have it: without a CVC or an address, good for a year. */
export function testCardMethod(testCard: TestCard): Card {
  const now = new Date();
  return {
    testCard,
    expMonth: now.getMonth() + 1,
    expYear: now.getFullYear() + 1,
    hasCvc: false,
    postalCode: null,
  };
}
