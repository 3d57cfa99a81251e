import type {CreateTokenCardData} from '@stripe/stripe-js';
import {ownerFields} from '../../stripe-js/products.js';
import type {Params} from '../frames/requests.js';
import {randomId} from './random-id.js';

/** On whose behalf the page asks. */
export interface Account {
  readonly key: string;
  /** A connected account. */
  readonly stripeAccount?: string;
}

/** Stripe tells browser, visitor and visit by these; here they live as long as the page. */
const visit = {guid: randomId(), muid: randomId(), sid: randomId()};

/** What every request says: who asks. */
export function accountParams({key, stripeAccount}: Account): Params {
  return {key, ...(stripeAccount === undefined ? {} : {_stripe_account: stripeAccount})};
}

/** What a request that makes something of a card says about the page that took it. */
export function visitParams(product: 'split-card-element' | 'card-element' | 'payment-element') {
  return {
    ...visit,
    payment_user_agent: `stripe.js/sandbox; stripe-js-v3/sandbox; ${product}`,
    referrer: window.origin,
    time_on_page: String(Math.round(performance.now())),
  };
}

/** The owner of a card, as the page gave it. */
export function ownerParams(owner: CreateTokenCardData): Params {
  const given = ownerFields.filter(name => owner[name] !== undefined);
  return Object.fromEntries(given.map(name => [`card[${name}]`, String(owner[name])]));
}

/**
 * Nested values as a form has them: `{a: {b: 1}}` is `a[b]=1`. What is undefined or null is left
 * out: an object that is new has nothing to unset.
 */
export function formParams(values: object, parent?: string): Params {
  const entries = Object.entries(values as Record<string, unknown>);
  const params = entries.map(([key, value]) => param(parent ? `${parent}[${key}]` : key, value));
  return Object.assign({}, ...params) as Params;
}

function param(name: string, value: unknown): Params {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return {[name]: String(value)};
    case 'object':
      return value === null ? {} : formParams(value, name);
    default:
      return {};
  }
}
