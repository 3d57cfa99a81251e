import {digitsOf} from '../stripe-js/fields/rules.js';
import {installed} from './installed.js';
import {testCards, wholeCard, type CardDetails} from './test-cards.js';

/** A card to fill in: a number, with the rest made up; its parts; or any card that is complete. */
export type CardToFill = string | CardDetails | {readonly complete: true};

/**
 * Has a customer fill in every card element that is mounted, once they are ready, and leave them.
 * @param card Parts that it does not have are left as they are.
 * @throws an Error where there is no card element, or it is disabled
 */
export async function fillCard(card: CardToFill = testCards.visa): Promise<void> {
  const {mounted} = installed();
  if (mounted.size === 0) throw new Error('fillCard(): no card element is mounted.');
  await Promise.all([...mounted].map(({whenReady}) => whenReady));
  for (const element of mounted) element.fill(detailsOf(card));
}

function detailsOf(card: CardToFill): CardDetails {
  if (typeof card === 'string') return wholeCard(digitsOf(card));
  return 'complete' in card ? testCards.visa : card;
}
