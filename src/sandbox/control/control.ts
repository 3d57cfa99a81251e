import {isSource, expireSource} from '../resources/source-states.js';
import type {IdempotencyKeys} from '../api/idempotency.js';
import type {Store} from '../store/store.js';
import type {Deliveries} from '../webhooks/deliveries.js';
import type {Control} from './commands.js';
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

/** Carries out what tests command a sandbox. */
export class SandboxControl implements Control {
  readonly journal = new Journal();
  readonly faults = new Faults();
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.store.listen(this.journal);
  }

  fault(fault: Fault): string {
    return this.faults.add(readFault(fault));
  }

  release(): void {
    this.faults.release();
  }

  clear(): void {
    this.faults.clear();
  }

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

  reset(): void {
    this.faults.end();
    this.#parts.store.clear();
    this.#parts.idempotencyKeys.clear();
    this.#parts.deliveries.clear();
    this.journal.clear();
  }
}
