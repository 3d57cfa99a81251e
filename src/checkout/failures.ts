import {errorCodes, PayError} from '../errors.js';
import type {DeliveryAnswer} from './delivery.js';

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

/** Converts anything thrown to a PayError. Anything else than a PayError is a fault, so that it is logged. */
export function payErrorOf(cause: unknown): PayError {
  if (cause instanceof PayError) return cause;
  console.error(cause);
  return new PayError(errorCodes.providerFailed, 'network', 'The provider failed.', {
    cause,
  });
}

/** A delivery that rejected. Only a PayError says for certain that nothing was charged. */
export function undelivered(cause: unknown): DeliveryAnswer {
  if (cause instanceof PayError) return {name: 'refused', error: cause};
  return {name: 'unknown', error: deliveryFault(errorCodes.unknownOutcome, cause)};
}

/**
 * Runs the steps of a delivery before anything is sent.
 * @throws PayError where they throw, so that the customer can be told that nothing was charged
 */
export function beforeSending<T>(steps: () => T): T {
  try {
    return steps();
  } catch (cause) {
    if (cause instanceof PayError) throw cause;
    throw deliveryFault(errorCodes.deliveryFailed, cause);
  }
}

function deliveryFault(code: string, cause: unknown): PayError {
  console.error(cause);
  return new PayError(code, 'network', 'The payment could not be delivered.', {cause});
}
