import {errorCodes, PayError} from '../errors.js';

/** Something of another's did not come, or has gone away. */
export function unreachable(who: string, cause?: unknown): PayError {
  return new PayError(errorCodes.unreachable, 'network', `${who} did not answer.`, {cause});
}

/** For `catch()`: throws that it did not come. */
export function notReached(who: string): (cause: unknown) => never {
  return cause => {
    throw unreachable(who, cause);
  };
}

/** What a check has to say; what is no PayError is thrown on. */
export function problemIn(check: () => void): PayError | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof PayError) return error;
    throw error;
  }
}

/** What was thrown, as what everyone is told. */
export function payErrorOf(cause: unknown): PayError {
  if (cause instanceof PayError) return cause;
  return new PayError(errorCodes.providerFailed, 'network', 'The provider failed.', {
    cause,
  });
}
