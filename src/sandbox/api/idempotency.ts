import {createHash} from 'node:crypto';
import type {ContentfulStatusCode} from 'hono/utils/http-status';
import {Shelf} from '../store/shelf.js';
import {ApiError, invalidRequest} from './errors.js';

/** What was answered, to be answered again. */
export interface Answer {
  readonly status: ContentfulStatusCode;
  readonly body: string;
  readonly requestId: string;
}

interface Entry {
  readonly path: string;
  readonly digest: string;
  answer?: Answer;
}

const longestKey = 255;

/**
 * Remembers the answers to POST requests by their idempotency key, so that a request that is sent
 * twice is carried out once: https://docs.stripe.com/api/idempotent_requests.
 */
export class IdempotencyKeys {
  readonly #entries = new Shelf<Entry>();

  /**
   * Takes the key for a request that is about to be carried out.
   * @param params the parameters, in one order
   * @returns the answer to give again, where the key has one already
   * @throws ApiError when the key is too long, is being used, or was used for another request
   */
  begin(key: string, path: string, params: string): Answer | undefined {
    if (key.length > longestKey) {
      throw invalidRequest(`Idempotency keys may have at most ${longestKey} characters.`);
    }
    const digest = createHash('sha256').update(params).digest('hex');
    const entry = this.#entries.get(key);
    if (!entry) {
      this.#entries.add(key, {path, digest});
      return undefined;
    }
    if (entry.path !== path) throw otherEndpoint(key, entry.path);
    if (entry.digest !== digest) throw otherParameters(key);
    if (!entry.answer) throw inUse(key);
    return entry.answer;
  }

  /** Forgets all keys. */
  clear(): void {
    this.#entries.clear();
  }

  /** Keeps the answer of a request that was carried out, failed or not. */
  finish(key: string, answer: Answer): void {
    const entry = this.#entries.get(key);
    if (entry) entry.answer = answer;
  }
}

function otherParameters(key: string): ApiError {
  return new ApiError(400, {
    type: 'idempotency_error',
    message:
      'Keys for idempotent requests can only be used with the same parameters they were first ' +
      `used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  });
}

function otherEndpoint(key: string, path: string): ApiError {
  return new ApiError(400, {
    type: 'idempotency_error',
    message:
      'Keys for idempotent requests can only be used for the same endpoint they were first used ' +
      `for ('${path}'). Try using a key other than '${key}' if you meant to execute a different ` +
      'request.',
  });
}

function inUse(key: string): ApiError {
  return new ApiError(409, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message:
      'There is currently another in-progress request using this Idempotent Key (that probably ' +
      `means you submitted twice, and the other request is still going through): ${key}. Please ` +
      'try again later.',
  });
}
