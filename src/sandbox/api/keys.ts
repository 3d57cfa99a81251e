import {type ApiError, unauthorized} from './errors.js';

/** What a request is allowed to do: browsers have a publishable key, servers a secret one. */
export type KeyKind = 'publishable' | 'secret';

const testKey = /^(pk|sk|rk)_test_\w+$/;

const noKey =
  'You did not provide an API key. You need to provide your API key in the Authorization header, ' +
  "using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See " +
  'https://stripe.com/docs/api#authentication for details, or we can help at ' +
  'https://support.stripe.com/.';

const notWithPublishable =
  'This API call cannot be made with a publishable API key. Please use a secret API key. You can ' +
  'find a list of your API keys at https://dashboard.stripe.com/account/apikeys.';

/**
 * Whose request it is. Any well-formed test key will do, and all of them share one account; live
 * keys are refused, because nothing here is live.
 * @throws ApiError 401, with the key masked
 */
export function keyKind(key: string | undefined): KeyKind {
  if (!key) throw unauthorized(noKey);
  if (!testKey.test(key)) throw unauthorized(`Invalid API Key provided: ${masked(key)}`);
  return key.startsWith('pk_') ? 'publishable' : 'secret';
}

/** What a publishable key gets where only a secret one may go. */
export function secretKeyRequired(): ApiError {
  return unauthorized(notWithPublishable, {code: 'secret_key_required'});
}

/** The key in an `Authorization` header: Bearer, or Basic with the key as the user name. */
export function keyFromHeader(header: string | undefined): string | undefined {
  const [, scheme, credentials] = /^(bearer|basic)\s+(\S+)$/i.exec(header?.trim() ?? '') ?? [];
  if (!scheme || !credentials) return undefined;
  if (scheme.toLowerCase() === 'bearer') return credentials;
  return Buffer.from(credentials, 'base64').toString().split(':', 1)[0];
}

/** The kind of key and its last four characters; what is too short to mask shows nothing. */
export function masked(key: string): string {
  const prefix = /^[a-z]{2}_(test|live)_/.exec(key)?.[0] ?? '';
  const rest = key.slice(prefix.length);
  return `${prefix}${'*'.repeat(20)}${rest.length > 8 ? rest.slice(-4) : ''}`;
}
