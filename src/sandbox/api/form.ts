import qs from 'qs';
import {invalidRequest, unknownParams} from './errors.js';

/** Parameters as they arrive: text, or names with more of them. */
export interface Form {
  readonly [name: string]: FormValue;
}
export type FormValue = qs.ParsedQs[string];

/** The largest body that is read, in bytes. */
export const largestBody = 1024 * 1024;

/** How many parameters one request may have. */
const mostParams = 1000;

const formType = 'application/x-www-form-urlencoded';

const wrongType =
  `Invalid request (check that your POST content type is ${formType}). ` +
  'If you have any questions, we can help at https://support.stripe.com/.';

/**
 * Reads Stripe's form encoding, with names such as `metadata[order]` and `expand[]`.
 * @throws ApiError when there are too many parameters, or they are no text
 */
export function parseForm(text: string): Form {
  try {
    return qs.parse(text, {
      // A name such as `constructor` is a parameter like any other, and no property of ours.
      plainObjects: true,
      // Numbers are names too: metadata may be called `0`.
      parseArrays: false,
      arrayLimit: mostParams,
      duplicates: 'last',
      parameterLimit: mostParams,
      decoder: (encoded, _decoder, _charset, type) => decode(encoded, type),
      throwOnLimitExceeded: true,
    }) as Form;
  } catch (error) {
    if (error instanceof RangeError) throw invalidRequest('Too many parameters.');
    throw error;
  }
}

/** @throws ApiError for what is no UTF-8, and for a name that the parser would leave out in silence */
function decode(encoded: string, type: 'key' | 'value'): string {
  const text = decodePercents(encoded.replaceAll('+', ' '));
  if (type === 'key' && /(?:^|\[)__proto__(?:[[\]]|$)/.test(text)) throw unknownParams([text]);
  return text;
}

function decodePercents(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw invalidRequest('Invalid request: a parameter is not percent-encoded UTF-8.');
  }
}

/** One text for one set of parameters, in whatever order they came. */
export function canonical(form: Form): string {
  return qs.stringify(form, {sort: (a, b) => (a < b ? -1 : 1)});
}

const utf8 = new TextDecoder('utf-8', {fatal: true});

/** @throws ApiError when a body is no UTF-8 */
export function decodeUtf8(body: ArrayBuffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw invalidRequest('Invalid request: the body is not valid UTF-8.');
  }
}

/** @throws ApiError when a body is in anything but form encoding */
export function checkContentType(header: string | undefined, body: string): void {
  if (body === '') return;
  const type = (header ?? '').split(';', 1).join().trim().toLowerCase();
  if (type !== formType) throw invalidRequest(wrongType);
}
