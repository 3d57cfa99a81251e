/**
 * The digits after the decimal point of each currency that the shop sells in. From Stripe's table,
 * https://docs.stripe.com/currencies#zero-decimal, since `Intl` has others for some currencies.
 */
const fractionDigits = {jpy: 0, eur: 2, usd: 2} as const;

export type Currency = keyof typeof fractionDigits;

export interface Product {
  /** Names the product in addresses, forms and its image's file. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** In the smallest unit of the currency: 999 yen, 1290 cents. */
  readonly amount: number;
  readonly currency: Currency;
}

export const products: readonly Product[] = [
  {id: 'widget', name: 'eee', description: 'Widget', amount: 999, currency: 'jpy'},
  {
    id: 'espresso',
    name: 'House espresso',
    description: '500 g, whole beans, roasted this week',
    amount: 1290,
    currency: 'eur',
  },
  {
    id: 'mug',
    name: 'Stoneware mug',
    description: '300 ml, glazed by hand',
    amount: 2400,
    currency: 'eur',
  },
  {
    id: 'notebook',
    name: 'Field notebook',
    description: '120 dotted pages, lies flat',
    amount: 1800,
    currency: 'usd',
  },
];

/** The product with this id, if the shop sells it. */
export function findProduct(id: string | undefined): Product | undefined {
  return products.find(product => product.id === id);
}

/** An amount in the smallest unit as people read it: `(1290, 'eur')` gives `€12.90`. */
export function formatAmount(amount: number, currency: Currency): string {
  const digits = fractionDigits[currency];
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount / 10 ** digits);
}
