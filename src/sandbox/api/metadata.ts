import {invalidRequest} from './errors.js';
import type {Field} from './params.js';

type Metadata = Readonly<Record<string, string>>;

/** Names to set; an empty text removes its name, and null removes them all. */
export type MetadataChange = Metadata | null;

/** Stripe's limits: https://docs.stripe.com/api/metadata. */
const mostKeys = 50;
const longestKey = 40;
const longestValue = 500;

/** Names of the caller's own, with a text each. */
export const metadata: Field<MetadataChange | undefined> = (value, name) => {
  if (value === undefined) return undefined;
  if (value === '') return null;
  if (typeof value === 'string' || Array.isArray(value)) {
    throw invalidRequest('Invalid object', {param: name});
  }
  const entries = Object.entries(value).map(([key, item]) => entry(key, item, `${name}[${key}]`));
  return atMost(mostKeys, entries);
};

/**
 * The metadata of an object after a change.
 * @throws ApiError when there would be too many names
 */
export function changedMetadata(current: Metadata, change: MetadataChange = {}): Metadata {
  if (change === null) return {};
  const entries = Object.entries({...current, ...change}).filter(([, value]) => value !== '');
  return atMost(mostKeys, entries);
}

function atMost(most: number, entries: readonly (readonly [string, string])[]): Metadata {
  if (entries.length <= most) return Object.fromEntries(entries);
  throw invalidRequest(`Metadata may have at most ${most} keys.`, {param: 'metadata'});
}

function entry(key: string, value: unknown, name: string): [string, string] {
  if (typeof value !== 'string') {
    throw invalidRequest('Invalid string', {param: name});
  }
  if (key.length > longestKey) {
    throw invalidRequest(`Metadata keys may have at most ${longestKey} characters.`, {
      param: name,
    });
  }
  if (value.length > longestValue) {
    throw invalidRequest(`Metadata values may have at most ${longestValue} characters.`, {
      param: name,
    });
  }
  return [key, value];
}
