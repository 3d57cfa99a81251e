import type {Store} from '../store/store.js';
import {invalidRequest} from './errors.js';

/** Which properties hold an id that can be exchanged for its object; of lists, their objects. */
const expandable = {
  card: {},
  charge: {
    customer: 'customer',
    payment_intent: 'payment_intent',
    refunds: 'refunds',
  },
  charges: {data: 'charge'},
  confirmation_token: {},
  customer: {default_source: 'customer_source', sources: 'customer_sources'},
  customer_source: {customer: 'customer'},
  customer_sources: {data: 'customer_source'},
  customers: {data: 'customer'},
  deleted: {},
  event: {},
  events: {data: 'event'},
  payment_intent: {
    customer: 'customer',
    latest_charge: 'charge',
    payment_method: 'payment_method',
  },
  payment_intents: {data: 'payment_intent'},
  payment_method: {customer: 'customer'},
  payment_methods: {data: 'payment_method'},
  refund: {charge: 'charge', payment_intent: 'payment_intent'},
  refunds: {data: 'refund'},
  source: {},
  token: {},
  webhook_endpoint: {},
  webhook_endpoints: {data: 'webhook_endpoint'},
} as const satisfies Record<string, Readonly<Record<string, string>>>;

/** What an endpoint answers with. */
export type Kind = keyof typeof expandable;

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
  const value: unknown = part in object ? Reflect.get(object, part) : listInside(to, object, store);
  return {...object, [part]: Array.isArray(value) ? value.map(expandOne) : expandOne(value)};
}

function linkedKind(kind: Kind, part: string, name: string): Kind {
  const links: Readonly<Record<string, Kind>> = expandable[kind];
  const to = Object.hasOwn(links, part) ? links[part] : undefined;
  if (to) return to;
  throw invalidRequest(`This property cannot be expanded (${name}).`, {param: 'expand'});
}

/** Lists that an object only has when they are asked for. */
function listInside(kind: Kind, object: object, store: Store): object | undefined {
  if (kind !== 'customer_sources' || !('id' in object)) return undefined;
  const {id} = object;
  const data = store.sourcesOf(String(id));
  return {object: 'list', data, has_more: false, url: `/v1/customers/${String(id)}/sources`};
}

function find(kind: Kind, id: string, store: Store): object | undefined {
  switch (kind) {
    case 'customer_source':
      return store.paymentMethods.get(id)?.source ?? store.sources.get(id);
    case 'charge':
      return store.charges.get(id);
    case 'customer':
      return store.customers.get(id) ?? store.deletedCustomers.get(id);
    case 'payment_intent':
      return store.paymentIntents.get(id);
    case 'payment_method':
      return store.paymentMethods.get(id)?.paymentMethod;
    default:
      return undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
