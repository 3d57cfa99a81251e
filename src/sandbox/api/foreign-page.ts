import type {HonoRequest} from 'hono';
import {ApiError} from './errors.js';
import type {KeyKind} from './keys.js';

/** What a browser says of requests that a page of this origin, or a person, asked for. */
const ownSites: readonly (string | undefined)[] = [undefined, 'none', 'same-origin'];

/**
 * Any page can have a browser post a form here, and any secret key opens the sandbox. So pages of
 * other origins are let in with a publishable key alone; SDKs name no origin.
 * @throws ApiError 403 for a secret key from such a page
 */
export function refuseForeignPage(req: HonoRequest, keyKind: KeyKind): void {
  if (keyKind !== 'secret' || !isForeign(req)) return;
  throw new ApiError(403, {
    type: 'invalid_request_error',
    message:
      'A page of another origin used a secret key. This sandbox, which is not Stripe, takes secret ' +
      'keys from servers alone.',
  });
}

function isForeign(req: HonoRequest): boolean {
  const origin = req.header('origin');
  const {origin: own} = new URL(req.url);
  return !ownSites.includes(req.header('sec-fetch-site')) || (origin ?? own) !== own;
}
