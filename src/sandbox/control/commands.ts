import type {Fault, Faults} from './faults.js';
import type {Journal} from './journal.js';

/** Commands to a sandbox, for tests: faults on demand, and a look at what has happened. */
export interface Control {
  readonly journal: Journal;
  readonly faults: Faults;
  /**
   * Has requests fail from now on.
   * @returns the fault's id
   * @throws TypeError for what is no fault, and RangeError when there are too many
   * @example control.fault({path: '/v1/charges', kind: 'cut-after', times: 1})
   */
  fault(fault: Fault): string;
  /** Lets all held requests go on. */
  release(): void;
  /** Ends all faults, and lets go what they hold. */
  clear(): void;
  /**
   * Has a pending source or a confirmation token run out of time.
   * @returns whether there is such an object
   */
  expire(id: string): boolean;
  /**
   * As after a start: no faults, no objects, no idempotency keys, an empty journal. Requests that
   * are held end with an error.
   */
  reset(): void;
}
