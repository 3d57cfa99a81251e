import type {Gateway, ProductKind} from '../gateways/gateway.js';
import {attributeError, errorCodes} from '../errors.js';
import {imageUrl} from './image.js';
import {localeFor} from '../locales/locale.js';
import {isCurrency} from './money.js';

/** What a merchant asked for, checked and frozen. Read anew at each opening. */
export interface CheckoutOptions {
  /** The publishable key. */
  readonly key: string;
  /** The key charges nothing. */
  readonly testMode: boolean;
  /** In the smallest currency unit (999 is ¥999, but $9.99). Shown, never sent: the server knows the price. */
  readonly amount: number | undefined;
  /** Lower-case ISO 4217 code. */
  readonly currency: string;
  /** The language to speak, one of `locales`. */
  readonly locale: string;
  /** The merchant's or product's name, the dialog's title. */
  readonly name: string | undefined;
  readonly description: string | undefined;
  /** An address that is safe to load. */
  readonly image: string | undefined;
  /** The text on the page's button. */
  readonly label: string | undefined;
  /** The text on the dialog's button; `{{amount}}` stands for the amount, which is appended otherwise. */
  readonly panelLabel: string | undefined;
  /** What to make of the card. */
  readonly create: ProductKind;
  /** Ask for the card's postal code alone, where the billing address is not asked for. */
  readonly zipCode: boolean;
  readonly billingAddress: boolean;
  readonly shippingAddress: boolean;
  /** Ask for the e-mail address. */
  readonly askEmail: boolean;
  /** What to fill in there at first. */
  readonly email: string | undefined;
  /** The name of the hidden field that carries the product. */
  readonly field: string;
  /** How the names of the other hidden fields are spelt: `stripe_email`, or `stripeEmail` as by checkout.js. */
  readonly spelling: 'snake' | 'camel';
  /** Submit the form once the token is in it. */
  readonly autoSubmit: boolean;
}

/** The attributes that {@link readOptions} reads. */
export const optionAttributes = [
  'data-key',
  'data-amount',
  'data-currency',
  'data-locale',
  'data-name',
  'data-description',
  'data-image',
  'data-label',
  'data-panel-label',
  'data-zip-code',
  'data-billing-address',
  'data-shipping-address',
  'data-email',
  'data-field',
  'data-auto-submit',
] as const;

type OptionAttribute = (typeof optionAttributes)[number];

const wholeNumber = /^[1-9]\d{0,11}$/;
const emailAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Whether a text looks like an e-mail address. */
export function isEmail(text: string): boolean {
  return emailAddress.test(text);
}

/**
 * Reads the `data-*` attributes of an element.
 * @throws PayError for the merchant, naming attribute, expectation and value
 */
export function readOptions(element: HTMLElement, gateway: Gateway): CheckoutOptions {
  const read = (name: OptionAttribute) => element.getAttribute(name)?.trim() ?? null;
  const text = (name: OptionAttribute) => read(name) || undefined;
  const email = read('data-email');
  const billingAddress = isTrue(read('data-billing-address'));
  return Object.freeze({
    ...keyFrom(read('data-key'), gateway),
    amount: amountFrom(read('data-amount')),
    currency: currencyFrom(read('data-currency')),
    locale: localeFor(text('data-locale')),
    name: text('data-name'),
    description: text('data-description'),
    image: imageUrl(read('data-image'), element.baseURI),
    label: text('data-label'),
    panelLabel: text('data-panel-label'),
    create: 'token',
    zipCode: isTrue(read('data-zip-code')) && !billingAddress,
    billingAddress,
    shippingAddress: isTrue(read('data-shipping-address')),
    askEmail: isTrue(email),
    email: email !== null && isEmail(email) ? email : undefined,
    field: fieldFrom(read('data-field')),
    spelling: 'snake',
    autoSubmit: isTrue(read('data-auto-submit') ?? ''),
  });
}

/** checkout.js's rule: present and not `"false"` is true. */
function isTrue(value: string | null): boolean {
  return value !== null && value !== 'false';
}

function keyFrom(key: string | null, gateway: Gateway) {
  if (!key) {
    throw attributeError(errorCodes.missingKey, 'data-key', 'your publishable key (pk_test_…)');
  }
  return {key, testMode: gateway.isTestKey(key)};
}

function amountFrom(value: string | null): number | undefined {
  if (value === null) return undefined;
  if (wholeNumber.test(value)) return Number(value);
  throw attributeError(
    errorCodes.invalidAmount,
    'data-amount',
    'a positive whole number in the smallest currency unit (999 for ¥999 or $9.99)',
    value,
  );
}

function currencyFrom(value: string | null): string {
  const currency = (value ?? 'usd').toLowerCase();
  if (isCurrency(currency)) return currency;
  throw attributeError(
    errorCodes.invalidCurrency,
    'data-currency',
    'the three letters of a currency that can be charged, such as "usd" or "jpy"',
    value,
  );
}

function fieldFrom(value: string | null): string {
  if (value !== '') return value ?? 'stripe_token';
  throw attributeError(errorCodes.invalidField, 'data-field', 'the name of a form field', value);
}
