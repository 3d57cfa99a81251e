import type {Answer} from '../frames/requests.js';
import {IntegrationError, refusals} from '../../stripe-js/integration-error.js';
import {randomId} from './random-id.js';

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: IntegrationError): void;
}

/** What was asked of a frame and is not answered yet. */
export class PendingAnswers {
  readonly #waiting = new Map<string, Waiting>();

  /**
   * Rejects with an IntegrationError when the frame is gone before it has answered.
   * @param send called with an id that nobody can guess
   */
  ask(send: (id: string) => void): Promise<Answer> {
    const id = randomId();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {resolve, reject});
      send(id);
    });
  }

  settle(id: string, answer: Answer): void {
    this.#waiting.get(id)?.resolve(answer);
    this.#waiting.delete(id);
  }

  abandon(): void {
    for (const waiting of this.#waiting.values()) {
      waiting.reject(new IntegrationError(refusals.noData));
    }
    this.#waiting.clear();
  }
}
