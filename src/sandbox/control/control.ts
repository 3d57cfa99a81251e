import {isSource, expireSource} from '../resources/source-states.js';
import type {IdempotencyKeys} from '../api/idempotency.js';
import type {Store} from '../store/store.js';
import type {Deliveries} from '../webhooks/deliveries.js';
import {type Fault, Faults} from './faults.js';
import {Journal} from './journal.js';
import {readFault} from './read-fault.js';

interface Parts {
  readonly store: Store;
  readonly idempotencyKeys: IdempotencyKeys;
  readonly deliveries: Deliveries;
  /** Known once the server listens. */
  readonly origin: () => string;
}

/** Commands to a sandbox, for tests: faults on demand, and a look at what has happened. */
export class Control {
  readonly journal = new Journal();
  readonly faults = new Faults();
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.store.listen(this.journal);
  }

  /**
   * Has requests fail from now on.
   * @returns the fault's id
   * @throws TypeError for what is no fault, and RangeError when there are too many
   * @example control.fault({path: '/v1/charges', kind: 'cut-after', times: 1})
   */
  fault(fault: Fault): string {
    return this.faults.add(readFault(fault));
  }

  /** Lets all held requests go on. */
  release(): void {
    this.faults.release();
  }

  /** Ends all faults, and lets go what they hold. */
  clear(): void {
    this.faults.clear();
  }

  /**
   * Has a pending source or a confirmation token run out of time.
   * @returns whether there is such an object
   */
  expire(id: string): boolean {
    const {origin, store} = this.#parts;
    const source = store.sources.get(id);
    if (isSource(source)) {
      expireSource(source, {store, origin: origin(), request: null});
      return true;
    }
    const record = store.confirmationTokens.get(id);
    if (!record) return false;
    if (record.token.expires_at !== null) record.token.expires_at = record.token.created;
    return true;
  }

  /** As after a start: no faults, no objects, no idempotency keys, an empty journal. */
  reset(): void {
    this.clear();
    this.#parts.store.clear();
    this.#parts.idempotencyKeys.clear();
    this.#parts.deliveries.clear();
    this.journal.clear();
  }
}
