import type {StripeElementChangeEvent} from '@stripe/stripe-js';
import type {Brand} from '../sandbox/cards/brands.js';
import {passesLuhn} from '../sandbox/cards/luhn.js';

/** What can be wrong with an input, in Stripe's codes and words. */
const faults = {
  incomplete_number: 'Your card number is incomplete.',
  invalid_number: 'Your card number is invalid.',
  incomplete_expiry: "Your card's expiration date is incomplete.",
  invalid_expiry_month_past: "Your card's expiration date is in the past.",
  invalid_expiry_year_past: "Your card's expiration year is in the past.",
  incomplete_cvc: "Your card's security code is incomplete.",
  incomplete_zip: 'Your postal code is incomplete.',
} as const;

export type Fault = keyof typeof faults;
export type FieldError = NonNullable<StripeElementChangeEvent['error']>;

interface Part {
  readonly label: string;
  readonly autocomplete: string;
  readonly placeholder: string;
  /** What counts of a text: its digits, as many as there can be. */
  read(text: string, brand: Brand): string;
  /** What is wrong with a value, or nothing when it is complete. */
  faultOf(value: string, brand: Brand): Fault | undefined;
}

/** The inputs that a card is typed into, in Stripe's order. */
export const parts = {
  number: {
    label: 'Credit or debit card number',
    autocomplete: 'cc-number',
    placeholder: '1234 1234 1234 1234',
    read: (text, brand) => digitsOf(text).slice(0, longest(brand)),
    faultOf(value, brand) {
      if (brand.lengths.includes(value.length) && passesLuhn(value)) return undefined;
      return value.length < longest(brand) ? 'incomplete_number' : 'invalid_number';
    },
  },
  expiry: {
    label: 'Credit or debit card expiration date',
    autocomplete: 'cc-exp',
    placeholder: 'MM / YY',
    read: text => readExpiry(text),
    faultOf: value => expiryFault(value, new Date()),
  },
  cvc: {
    label: 'Credit or debit card CVC/CVV',
    autocomplete: 'cc-csc',
    placeholder: 'CVC',
    // Before the number tells the brand, a code of three digits and one of four will do.
    read: (text, brand) => digitsOf(text).slice(0, brand.name === 'unknown' ? 4 : brand.cvcLength),
    faultOf: (value, brand) => (value.length < brand.cvcLength ? 'incomplete_cvc' : undefined),
  },
  postal: {
    label: 'ZIP',
    autocomplete: 'postal-code',
    placeholder: 'ZIP',
    // Every test card is American, and so is the code that Stripe asks for.
    read: text => digitsOf(text).slice(0, 5),
    faultOf: value => (value.length < 5 ? 'incomplete_zip' : undefined),
  },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof parts;

export function partOf(name: PartName): Part {
  return parts[name];
}

export function errorOf(fault: Fault): FieldError {
  return {type: 'validation_error', code: fault, message: faults[fault]};
}

/** Whether more typing can put it right: such a fault is not shown before the input is left. */
export function isIncomplete(fault: Fault): boolean {
  return fault.startsWith('incomplete_');
}

/** The digits of a text. Full-width ones count too: Japanese keyboards write them. */
export function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/[^0-9]/g, '');
}

function longest({lengths}: Brand): number {
  return Math.max(...lengths);
}

/** Month and year in two digits each, or as much of them as is there. */
function readExpiry(text: string): string {
  const [, month, year] = /^\s*([0-9])\s*\/(.*)$/.exec(text) ?? [];
  const digits = month && year !== undefined ? `0${month}${digitsOf(year)}` : digitsOf(text);
  const isShortMonth = Number(digits.slice(0, 1)) > 1 || Number(digits.slice(0, 2)) > 12;
  const whole = isShortMonth ? `0${digits}` : digits;
  return (
    whole.slice(0, 2) +
    whole
      .slice(2)
      .replace(/^20(?=[0-9]{2})/, '')
      .slice(0, 2)
  );
}

/** @param now Cards are good to the end of their month. */
function expiryFault(value: string, now: Date): Fault | undefined {
  if (value.length < 4 || value.startsWith('00')) return 'incomplete_expiry';
  const month = Number(value.slice(0, 2));
  const year = 2000 + Number(value.slice(2));
  if (year < now.getFullYear()) return 'invalid_expiry_year_past';
  if (year === now.getFullYear() && month <= now.getMonth()) return 'invalid_expiry_month_past';
  return undefined;
}
