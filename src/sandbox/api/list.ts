import {invalidRequest, noSuch} from './errors.js';
import {type Field, integer, readParams, text, type Values} from './params.js';

/** A time, or bounds for one; whole seconds since 1970. */
const created: Field<
  Readonly<Record<'gt' | 'gte' | 'lt' | 'lte', number | undefined>> | undefined
> = (value, name) => {
  const seconds = integer(0, Number.MAX_SAFE_INTEGER);
  if (value === undefined) return undefined;
  if (typeof value !== 'string' && !Array.isArray(value)) {
    return readParams({gt: seconds, gte: seconds, lt: seconds, lte: seconds}, value, name);
  }
  const exact = seconds(value, name);
  return {gt: undefined, gte: exact, lt: undefined, lte: exact};
};

/** What every list takes: https://docs.stripe.com/api/pagination. */
export const cursorParams = {
  ending_before: text,
  limit: integer(1, 100),
  starting_after: text,
};

/** The same for lists of things that have a time. */
export const listParams = {...cursorParams, created};

type Range = Partial<Values<typeof listParams>>;

interface Listed {
  readonly id: string;
  readonly created?: number;
}

/**
 * One page of a list.
 * @param newestFirst all that there is
 * @param url of the list, for its `url`; its last part names the kind
 * @throws ApiError when a cursor names nothing in the list, or both cursors are given
 */
export function page<T extends Listed>(newestFirst: readonly T[], range: Range, url: string) {
  const {ending_before: before, limit = 10, starting_after: after} = range;
  if (before && after) {
    throw invalidRequest(
      'You may only specify one of these parameters: ending_before, starting_after.',
    );
  }
  const all = newestFirst.filter(thing => isWithin(thing.created, range.created));
  if (before) {
    const end = indexOf(all, before, url, 'ending_before');
    const start = Math.max(0, end - limit);
    return list(all.slice(start, end), start > 0, url);
  }
  const start = after ? indexOf(all, after, url, 'starting_after') + 1 : 0;
  return list(all.slice(start, start + limit), all.length > start + limit, url);
}

function list<T>(data: readonly T[], hasMore: boolean, url: string) {
  return {object: 'list', data, has_more: hasMore, url};
}

function indexOf(all: readonly Listed[], id: string, url: string, param: string): number {
  const index = all.findIndex(thing => thing.id === id);
  if (index >= 0) return index;
  throw noSuch(url.replace(/.*\/(\w+)s$/, '$1'), id, param);
}

function isWithin(time = 0, bounds: Range['created']): boolean {
  if (!bounds) return true;
  const {gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity} = bounds;
  return time > gt && time >= gte && time < lt && time <= lte;
}
