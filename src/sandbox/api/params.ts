import {currencies} from './currencies.js';
import {invalidRequest, missingParam, unknownParams} from './errors.js';
import type {Form, FormValue} from './form.js';

/**
 * Reads one parameter: checks what arrived under its full name (`card[number]`) and returns it with
 * its right type, or undefined where it is absent.
 */
export type Field<T> = (value: FormValue, name: string) => T;

/** One field for each parameter. */
export type Fields<V> = {readonly [K in keyof V]: Field<V[K]>};

/** What such fields read. */
export type Values<F> = {readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never};

/** The largest amount: twelve digits of the smallest currency unit. */
const largestAmount = 999_999_999_999;

/** The same field, which must be there. */
export function required<T>(field: Field<T>): Field<NonNullable<T>> {
  return (value, name) => {
    const read = value === undefined ? undefined : field(value, name);
    if (read != null) return read;
    throw missingParam(name);
  };
}

/** A parameter that Stripe takes and that makes no difference here. */
export const ignored: Field<undefined> = () => undefined;

/**
 * Text that is not empty. What is refused is not repeated in the error: it may be a card.
 * @param longest in characters
 */
function textUpTo(longest: number): Field<string | undefined> {
  return (value, name) => {
    if (value === undefined) return undefined;
    if (typeof value !== 'string') throw invalidRequest('Invalid string', {param: name});
    if (value === '') throw emptyValue(name);
    if (value.length <= longest) return value;
    // In the manner of Stripe's (wording not verified).
    throw invalidRequest(`Invalid string; must be at most ${longest} characters`, {param: name});
  };
}

/** Text of what length Stripe takes where it names no other. */
export const text = textUpTo(5000);

/**
 * What stands on the customer's statement. (Stripe's wording is not known.)
 * https://docs.stripe.com/get-started/account/statement-descriptors
 */
export const statementDescriptor: Field<string | undefined> = (value, name) => {
  const words = textUpTo(22)(value, name);
  if (words === undefined || !/[<>"'*\\]/.test(words)) return words;
  throw invalidRequest(`Invalid ${name}: it may not contain any of <, >, ", ', * and \\.`, {
    param: name,
  });
};

/** A field that empties its property when it is sent empty: null then. */
export function clearable<T>(field: Field<T>): Field<T | null> {
  return (value, name) => (value === '' ? null : field(value, name));
}

/** A whole number from `least` to `most`. */
export function integer(least: number, most: number): Field<number | undefined> {
  return (value, name) => {
    const digits = text(value, name);
    if (digits === undefined) return undefined;
    if (!/^-?\d+$/.test(digits)) throw invalidInteger(`Invalid integer: ${digits}`, name);
    const number = Number(digits);
    if (number < least) {
      throw invalidInteger(`This value must be greater than or equal to ${least}.`, name);
    }
    if (number > most) {
      throw invalidInteger(`This value must be less than or equal to ${most}.`, name);
    }
    return number;
  };
}

/** Money to take, in the currency's smallest unit. */
export const amount: Field<number | undefined> = (value, name) => {
  const units = integer(1, Infinity)(value, name);
  if (units === undefined || units <= largestAmount) return units;
  throw invalidRequest(`Amount must be no more than ${largestAmount}`, {
    code: 'amount_too_large',
    param: name,
  });
};

/** A three-letter code in either case; read in lower case. */
export const currency: Field<string | undefined> = (value, name) => {
  const code = text(value, name)?.toLowerCase();
  if (code === undefined || currencies.includes(code)) return code;
  throw invalidRequest(
    `Invalid currency: ${code}. Stripe currently supports these currencies: ${currencies.join(', ')}`,
    {param: name},
  );
};

/**
 * `true` or `false`; `True` and `False` as well, as SDKs for Python and .NET sent them until 2025:
 * https://github.com/stripe/stripe-python/pull/1499
 */
export const flag: Field<boolean | undefined> = (value, name) => {
  const word = text(value, name);
  if (word === undefined) return undefined;
  if (word === 'true' || word === 'True') return true;
  if (word === 'false' || word === 'False') return false;
  throw invalidRequest(`Invalid boolean: ${word}`, {param: name});
};

/** An e-mail address, by the look of it. */
export const email: Field<string | undefined> = (value, name) => {
  const address = text(value, name);
  if (address === undefined || /^[^\s@]+@[^\s@]+$/.test(address)) return address;
  throw invalidRequest(`Invalid email address: ${address}`, {code: 'email_invalid', param: name});
};

/** Schemes that run or show something of the sender's, or that browsers go nowhere with. */
const notReturnable: readonly string[] = [
  'about:',
  'blob:',
  'data:',
  'file:',
  'filesystem:',
  'javascript:',
  'mailto:',
  'vbscript:',
  'view-source:',
  'ws:',
  'wss:',
];

/** Where a browser goes back to: a page, or a link into an app. */
export const returnUrl: Field<string | undefined> = (value, name) => {
  const address = text(value, name);
  if (address === undefined) return undefined;
  if (URL.canParse(address) && !notReturnable.includes(new URL(address).protocol)) return address;
  throw invalidRequest('Not a valid URL', {code: 'url_invalid', param: name});
};

/** One of a few words. */
export function choice<const T extends string>(...words: readonly T[]): Field<T | undefined> {
  return (value, name) => {
    const given = text(value, name);
    const known = words.find(word => word === given);
    if (given === undefined || known !== undefined) return known;
    const last = words.length > 1 ? `${words.slice(0, -1).join(', ')} or ` : '';
    throw invalidRequest(`Invalid ${name}: must be one of ${last}${words.at(-1)}`, {param: name});
  };
}

/** Texts in order, sent as `name[]` or as `name[0]`, `name[1]` and so on. */
export const texts: Field<readonly string[]> = (value, name) => {
  if (value === undefined) return [];
  if (typeof value === 'string') throw invalidRequest('Invalid array', {param: name});
  return Object.values(value)
    .flat()
    .map(item => required(text)(item, name));
};

/** Parameters inside a parameter; any that is not listed here is refused. */
export function shape<V>(fields: Fields<V>): Field<V | undefined> {
  return (value, name) => {
    if (value === undefined) return undefined;
    if (typeof value === 'string' || Array.isArray(value)) {
      throw invalidRequest('Invalid object', {param: name});
    }
    return readParams(fields, value, name);
  };
}

/** Reads all parameters of a request, or those inside the parameter `parent`. */
export function readParams<V>(fields: Fields<V>, given: Form, parent?: string): V {
  const fullName = (key: string) => (parent === undefined ? key : `${parent}[${key}]`);
  const unknown = Object.keys(given).filter(key => !Object.hasOwn(fields, key));
  refuseUnknown(unknown.map(fullName));
  const values = Object.entries<Field<unknown>>(fields).map(([key, field]) => {
    return [key, field(given[key], fullName(key))];
  });
  return Object.fromEntries(values) as V;
}

/** What was given of these parameters: those that are absent are undefined. */
export function onlyGiven<V extends object>(params: V): Partial<V> {
  const given = Object.entries(params).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Partial<V>;
}

function refuseUnknown(names: readonly string[]): void {
  if (names.length > 0) throw unknownParams(names);
}

function invalidInteger(message: string, param: string) {
  return invalidRequest(message, {code: 'parameter_invalid_integer', param});
}

function emptyValue(name: string) {
  return invalidRequest(
    `You passed an empty string for '${name}'. We assume empty values are an attempt to unset a ` +
      `field; however '${name}' cannot be unset. You should remove '${name}' from your request or ` +
      'supply a non-empty value.',
    {code: 'parameter_invalid_empty', param: name},
  );
}
