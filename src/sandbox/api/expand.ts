import type {Store} from '../store/store.js';
import {invalidRequest} from './errors.js';

export type Kind =
  'card' | 'charge' | 'charges' | 'customer' | 'payment_intent' | 'payment_method' | 'token';

/** Which properties hold an id that can be exchanged for its object. */
const expandable: Readonly<Record<Kind, Readonly<Record<string, Kind>>>> = {
  card: {},
  charge: {customer: 'customer', payment_intent: 'payment_intent'},
  charges: {data: 'charge'},
  customer: {default_source: 'card'},
  payment_intent: {
    customer: 'customer',
    latest_charge: 'charge',
    payment_method: 'payment_method',
  },
  payment_method: {customer: 'customer'},
  token: {},
};

const deepest = 4;

/**
 * Checks the names in `expand` before a request is carried out.
 * @throws ApiError when a property cannot be expanded
 */
export function checkExpand(kind: Kind, names: readonly string[]): void {
  for (const name of names) {
    const parts = name.split('.');
    if (parts.length > deepest) {
      throw invalidRequest(
        `You cannot expand more than ${deepest} levels of a property (Property: ${name})`,
        {param: 'expand'},
      );
    }
    parts.reduce<Kind>((at, part) => linkedKind(at, part, name), kind);
  }
}

/** An object with ids replaced by their objects; the stored object stays as it is. */
export function expanded(
  kind: Kind,
  object: object,
  names: readonly string[],
  store: Store,
): object {
  return names.reduce((result, name) => expandPath(kind, result, name.split('.'), store), object);
}

function expandPath(kind: Kind, object: object, parts: readonly string[], store: Store): object {
  const [part, ...rest] = parts;
  if (part === undefined) return object;
  const to = linkedKind(kind, part, part);
  const expandOne = (value: unknown): unknown => {
    const found = typeof value === 'string' ? find(to, value, store) : value;
    return isObject(found) ? expandPath(to, found, rest, store) : value;
  };
  const value: unknown = Reflect.get(object, part);
  return {...object, [part]: Array.isArray(value) ? value.map(expandOne) : expandOne(value)};
}

function linkedKind(kind: Kind, part: string, name: string): Kind {
  const links = expandable[kind];
  const to = Object.hasOwn(links, part) ? links[part] : undefined;
  if (to) return to;
  throw invalidRequest(`This property cannot be expanded (${name}).`, {param: 'expand'});
}

function find(kind: Kind, id: string, store: Store): object | undefined {
  switch (kind) {
    case 'card':
      return store.paymentMethods.get(id)?.source;
    case 'charge':
      return store.charges.get(id);
    case 'customer':
      return store.customers.get(id);
    case 'payment_intent':
      return store.paymentIntents.get(id);
    case 'payment_method':
      return store.paymentMethods.get(id)?.paymentMethod;
    case 'charges':
    case 'token':
      return undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
