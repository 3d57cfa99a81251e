import {brandOf} from './brands.js';
import {passesLuhn} from './luhn.js';
import {invalidCards, type Refusal} from './refusals.js';

/** A card as a customer types it. */
export interface CardEntry {
  readonly number: string;
  readonly expMonth: string;
  /** With two or four digits. */
  readonly expYear: string;
  readonly cvc?: string;
}

/** Stripe takes a card to be mistyped that expires later than this many years from now. */
const longestValidity = 50;

/** A card number without the spaces or dashes that it may be typed with. */
export function withoutSeparators(number: string): string {
  return number.replaceAll(/[\s-]/g, '');
}

/** A year in full: cards print two digits of it. */
export function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

/** What is wrong with a card, before any bank is asked. A card without a CVC is fine. */
export function refusalOf(entry: CardEntry, now: Date): Refusal | undefined {
  return (
    numberRefusal(withoutSeparators(entry.number)) ?? expiryRefusal(entry, now) ?? cvcRefusal(entry)
  );
}

function numberRefusal(digits: string): Refusal | undefined {
  if (!/^\d+$/.test(digits)) return invalidCards.invalidNumber;
  if (!passesLuhn(digits)) return invalidCards.incorrectNumber;
  if (!brandOf(digits).lengths.includes(digits.length)) return invalidCards.incorrectNumber;
  return undefined;
}

/** What is wrong with the date that a card is good until. */
export function expiryRefusal(
  {expMonth, expYear}: Pick<CardEntry, 'expMonth' | 'expYear'>,
  now: Date,
): Refusal | undefined {
  if (!/^(0?[1-9]|1[0-2])$/.test(expMonth)) return invalidCards.invalidMonth;
  if (!/^(\d{2}|\d{4})$/.test(expYear)) return invalidCards.invalidYear;
  const year = fullYear(expYear);
  const thisYear = now.getFullYear();
  if (year < thisYear || year > thisYear + longestValidity) return invalidCards.invalidYear;
  const isPast = year === thisYear && Number(expMonth) < now.getMonth() + 1;
  return isPast ? invalidCards.invalidMonth : undefined;
}

function cvcRefusal({number, cvc}: CardEntry): Refusal | undefined {
  if (cvc === undefined) return undefined;
  const {cvcLength} = brandOf(withoutSeparators(number));
  // American Express prints four digits, and Stripe takes three of them too.
  const isRight = /^\d+$/.test(cvc) && (cvc.length === 3 || cvc.length === cvcLength);
  return isRight ? undefined : invalidCards.invalidCvc;
}
