import {type CardRequest, type Gateway, productKinds, sourceUsages} from '../gateways/gateway.js';
import {attributeError, errorCodes} from '../errors.js';
import {attributeName, isEmail, isTrue, sharedNames, text} from './given-options.js';
import {imageUrl} from './image.js';
import {localeFor} from '../locales/locale.js';
import {amountError, currencyError, isCurrency} from './money.js';

const confirms = ['navigate', 'fetch'] as const;
const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/**
 * What a merchant asked for, checked and frozen. Read anew at each opening. The amount is shown, never sent:
 * the merchant's server knows the price.
 */
export interface CheckoutOptions extends CardRequest {
  /** The key charges nothing. */
  readonly testMode: boolean;
  /** The colours of the dialog; `auto` for those of the customer's system. */
  readonly theme: Theme;
  /** The merchant's or product's name, the dialog's title. */
  readonly name: string | undefined;
  readonly description: string | undefined;
  /** An address that is safe to load. */
  readonly image: string | undefined;
  /** The text on the page's button. */
  readonly label: string | undefined;
  /** The text on the dialog's button; `{{amount}}` stands for the amount, which is appended otherwise. */
  readonly panelLabel: string | undefined;
  readonly shippingAddress: boolean;
  /** Ask for the e-mail address. */
  readonly askEmail: boolean;
  /** What to fill in there at first. */
  readonly email: string | undefined;
  /** The name of the hidden field that carries the product. */
  readonly field: string;
  /** Submit the form once the token is in it. */
  readonly autoSubmit: boolean;
  /** How the form is submitted: as browsers do, or by a request whose answer the dialog shows. */
  readonly confirm: (typeof confirms)[number];
}

const optionNames = [
  ...sharedNames,
  'theme',
  'create',
  'usage',
  'account',
  'field',
  'autoSubmit',
  'confirm',
] as const;

/** The attributes that {@link readOptions} reads; and when to load the provider, which no checkout asks any more. */
export const optionAttributes = [...optionNames, 'preload'].map(attributeName);

type Given = Readonly<Record<(typeof optionNames)[number], string | undefined>>;

const wholeNumber = /^[1-9]\d{0,11}$/;

/**
 * Reads the `data-*` attributes of an element.
 * @throws PayError for the merchant, naming attribute, expectation and value
 */
export function readOptions(element: HTMLElement, gateway: Gateway): CheckoutOptions {
  const given = Object.fromEntries(
    optionNames.map((name, place) => [name, element.getAttribute(optionAttributes[place])?.trim()]),
  ) as Given;
  const create = oneOf(productKinds, 'data-create', given.create);
  return withShared(given, {
    ...keyFrom(given.key, gateway),
    account: text(given.account),
    create: create ?? 'token',
    usage: oneOf(sourceUsages, 'data-usage', given.usage),
    confirm: oneOf(confirms, 'data-confirm', given.confirm) ?? 'navigate',
    // The provider's one field for all of a card has to know it.
    amount: amountFrom(given.amount, create === 'confirmation-token'),
    currency: currencyFrom(given.currency),
    locale: localeFor(given.locale),
    theme: themeFrom(given.theme),
    image: imageUrl(given.image, element.baseURI),
    billingAddress: isTrue(given.billingAddress),
    askEmail: isTrue(given.email),
    field: fieldFrom(given.field, create),
    autoSubmit: isTrue(given.autoSubmit ?? ''),
  });
}

/** One of the themes: `auto` where it is none. */
export function themeFrom(given: unknown): CheckoutOptions['theme'] {
  return themes.find(theme => theme === given) ?? 'auto';
}

function keyFrom(key: string | undefined, gateway: Gateway) {
  if (!key) {
    throw attributeError(errorCodes.missingKey, 'data-key', 'your publishable key (pk_test_…)');
  }
  return {key, testMode: gateway.isTestKey(key)};
}

/** One of a list, or nothing where nothing was given. */
function oneOf<T extends string>(
  list: readonly T[],
  attribute: string,
  value: string | undefined,
): T | undefined {
  const found = list.find(item => item === value);
  if (found || !value) return found;
  throw attributeError(errorCodes.invalidOption, attribute, list.join(' or '), value);
}

function amountFrom(value: string | undefined, isRequired: boolean): number | undefined {
  if (value === undefined && !isRequired) return undefined;
  if (wholeNumber.test(value ?? '')) return Number(value);
  throw amountError('data-amount', value);
}

function currencyFrom(value: string | undefined): string {
  if (value === undefined) return 'usd';
  const currency = value.toLowerCase();
  if (isCurrency(currency)) return currency;
  throw currencyError('data-currency', value);
}

function fieldFrom(value: string | undefined, create = 'token'): string {
  if (value !== '') return value ?? `stripe_${create.replace('-', '_')}`;
  throw attributeError(errorCodes.invalidField, 'data-field', 'the name of a form field', value);
}

/** Options that are read alike wherever they were given, and are never refused. */
type Alike =
  'name' | 'description' | 'label' | 'panelLabel' | 'email' | 'zipCode' | 'shippingAddress';

/** Completes options with what is read alike, and freezes them. */
export function withShared(
  given: Readonly<Partial<Record<Alike, unknown>>>,
  own: Omit<CheckoutOptions, Alike>,
): CheckoutOptions {
  const email = text(given.email);
  return Object.freeze({
    ...own,
    name: text(given.name),
    description: text(given.description),
    label: text(given.label),
    panelLabel: text(given.panelLabel),
    email: email && isEmail(email) ? email : undefined,
    zipCode: isTrue(given.zipCode) && !own.billingAddress,
    shippingAddress: isTrue(given.shippingAddress),
  });
}
