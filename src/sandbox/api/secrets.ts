import {invalidRequest, missingParam} from './errors.js';
import type {KeyKind} from './keys.js';

/**
 * A browser must know the client secret of what it asks for; a server need not. (Wording not
 * verified.)
 * @throws ApiError 400 when it does not
 */
export function checkClientSecret(
  object: {readonly object: string; readonly client_secret: string | null},
  given: string | undefined,
  keyKind: KeyKind,
): void {
  const param = 'client_secret';
  if (given === undefined) {
    if (keyKind === 'secret') return;
    throw missingParam(param);
  }
  if (given === object.client_secret) return;
  throw invalidRequest(
    `The client_secret provided does not match the client_secret associated with the ` +
      `${nameOf(object.object)}.`,
    {code: 'resource_missing', param},
  );
}

/** `payment_intent` as people read it: PaymentIntent. */
function nameOf(kind: string): string {
  return kind
    .split('_')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
