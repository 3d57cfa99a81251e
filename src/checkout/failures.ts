import {errorCodes, PayError} from '../errors.js';

/** Something of another's did not come, or has gone away. */
export function unreachable(who: string, cause?: unknown): PayError {
  return new PayError(errorCodes.unreachable, 'network', `${who} did not answer.`, {cause});
}

/** What was thrown, as what everyone is told. */
export function payErrorOf(cause: unknown): PayError {
  if (cause instanceof PayError) return cause;
  return new PayError(errorCodes.providerFailed, 'network', 'The provider failed.', {
    cause,
  });
}
