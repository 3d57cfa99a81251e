import {brandOf} from '../sandbox/cards/brands.js';
import {refusalOf} from '../sandbox/cards/card-entry.js';
import {invalidCards, type Refusal} from '../sandbox/cards/refusals.js';
import {testCardByNumber, type TestCard} from '../sandbox/cards/test-cards.js';
import {inputsOf} from './mounted-group.js';
import type {MountedElement} from './mounted-element.js';
import type {PartName} from './parts.js';

/** A card as Stripe has it once it was sent: without what must not be told. */
export interface Card {
  readonly testCard: TestCard;
  readonly expMonth: number;
  readonly expYear: number;
  readonly hasCvc: boolean;
  readonly postalCode: string | null;
}

/** What the elements of one card hold. */
export function enteredCard(elements: readonly MountedElement[]): Card | {refusal: Refusal} {
  const entered: Partial<Record<PartName, string>> = {};
  const brand = elements[0]?.brand ?? brandOf('');
  for (const input of inputsOf(elements)) entered[input.part] = input.value(brand);
  const {number = '', expiry = '', cvc, postal = null} = entered;
  const expMonth = expiry.slice(0, 2);
  const expYear = expiry.slice(2);
  const refusal = refusalOf({number, expMonth, expYear, cvc}, new Date());
  if (refusal) return {refusal};
  const testCard = testCardByNumber(number);
  if (!testCard) return {refusal: invalidCards.notATestCard};
  return {
    testCard,
    expMonth: Number(expMonth),
    expYear: 2000 + Number(expYear),
    hasCvc: cvc !== undefined,
    postalCode: postal,
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
