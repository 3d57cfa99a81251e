export type BrandName =
  'visa' | 'mastercard' | 'amex' | 'discover' | 'diners' | 'jcb' | 'unionpay' | 'unknown';

export interface Brand {
  /** As in Elements and in payment methods. */
  readonly name: BrandName;
  /** As in the API's Card object. */
  readonly title: string;
  /** First and last of each range of leading digits. */
  readonly ranges: readonly (readonly [first: string, last: string])[];
  /** How many digits a number can have, shortest first. */
  readonly lengths: readonly number[];
  readonly cvcLength: number;
  /** How many digits stand before each space when the number is shown. */
  readonly gaps: readonly number[];
}

const everyFour = [4, 8, 12] as const;

/** Diners Club has two rows, because its length depends on the leading digits. */
const brands: readonly Brand[] = [
  {
    name: 'visa',
    title: 'Visa',
    ranges: [['4', '4']],
    lengths: [16],
    cvcLength: 3,
    gaps: everyFour,
  },
  {
    name: 'mastercard',
    title: 'MasterCard',
    ranges: [
      ['51', '55'],
      ['2221', '2720'],
    ],
    lengths: [16],
    cvcLength: 3,
    gaps: everyFour,
  },
  {
    name: 'amex',
    title: 'American Express',
    ranges: [
      ['34', '34'],
      ['37', '37'],
    ],
    lengths: [15],
    cvcLength: 4,
    gaps: [4, 10],
  },
  {
    name: 'discover',
    title: 'Discover',
    ranges: [
      ['6011', '6011'],
      ['644', '649'],
      ['65', '65'],
    ],
    lengths: [16],
    cvcLength: 3,
    gaps: everyFour,
  },
  {
    name: 'diners',
    title: 'Diners Club',
    ranges: [['36', '36']],
    lengths: [14],
    cvcLength: 3,
    gaps: [4, 10],
  },
  {
    name: 'diners',
    title: 'Diners Club',
    ranges: [
      ['300', '305'],
      ['309', '309'],
      ['38', '39'],
    ],
    lengths: [16],
    cvcLength: 3,
    gaps: everyFour,
  },
  {
    name: 'jcb',
    title: 'JCB',
    ranges: [['3528', '3589']],
    lengths: [16],
    cvcLength: 3,
    gaps: everyFour,
  },
  {
    name: 'unionpay',
    title: 'UnionPay',
    ranges: [
      ['62', '62'],
      ['81', '81'],
    ],
    lengths: [16, 17, 18, 19],
    cvcLength: 3,
    gaps: [4, 8, 12, 16],
  },
];

const unknown: Brand = {
  name: 'unknown',
  title: 'Unknown',
  ranges: [],
  lengths: [16],
  cvcLength: 3,
  gaps: everyFour,
};

/**
 * The brand of a card number, or of as much of it as has been typed: digits alone, without
 * spaces. `unknown` until enough digits are there to tell.
 */
export function brandOf(digits: string): Brand {
  return brands.find(brand => brand.ranges.some(range => startsWithin(digits, range))) ?? unknown;
}

function startsWithin(digits: string, [first, last]: readonly [string, string]): boolean {
  const start = digits.slice(0, first.length);
  return start.length === first.length && first <= start && start <= last;
}
