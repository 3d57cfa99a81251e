import {newId} from '../store/ids.js';

/** What goes wrong with a request. */
export type FaultKind =
  /** Held for `ms` milliseconds, or until `release()`; then carried out. */
  | {readonly kind: 'latency'; readonly ms?: number}
  /** Answered with a status from 400 to 599 and Stripe's error for it; nothing is carried out. */
  | {readonly kind: 'status'; readonly status: number; readonly body?: object}
  /** The connection is cut, and nothing is carried out. */
  | {readonly kind: 'cut-before'}
  /** Carried out, but the connection is cut instead of an answer. */
  | {readonly kind: 'cut-after'}
  /** Carried out, but the answer breaks off in the middle. */
  | {readonly kind: 'truncated'}
  /** Carried out, but answered with a page where JSON was asked for. */
  | {readonly kind: 'not-json'}
  /** Neither carried out nor ever answered. */
  | {readonly kind: 'never'};

export type Fault = FaultKind & {
  /** Any method unless given. */
  readonly method?: string;
  /** A path, in which `*` stands for anything: `/v1/tokens`, `/frames/*`. */
  readonly path: string;
  /** How many requests it befalls; all of them unless given. */
  readonly times?: number;
};

/** Kinds of fault by name; also what the control API accepts. */
export const faultKinds: readonly FaultKind['kind'][] = [
  'latency',
  'status',
  'cut-before',
  'cut-after',
  'truncated',
  'not-json',
  'never',
];

/** More than these make no sense, and cost time at each request. */
const mostFaults = 100;

interface Entry {
  readonly id: string;
  readonly fault: Fault;
  /** Of its path, between the `*`. */
  readonly pieces: readonly string[];
  left: number;
}

/** The faults that are to happen, and the requests that are held by them. */
export class Faults {
  readonly #entries: Entry[] = [];
  /** What lets each held request go on, or ends it. */
  readonly #held = new Set<(goesOn: boolean) => void>();
  /** What ends each request that is never answered. */
  readonly #unanswered = new Set<() => void>();

  /**
   * Has requests fail from now on; where two faults fit, the first one counts.
   * @returns its id
   * @throws RangeError when there are too many already
   */
  add(fault: Fault): string {
    if (this.#entries.length >= mostFaults) throw new RangeError('There are too many faults.');
    const id = newId('fault');
    const pieces = fault.path.split('*');
    this.#entries.push({id, fault, pieces, left: fault.times ?? Infinity});
    return id;
  }

  /** What befalls this request, counted. */
  take(method: string, path: string): Fault | undefined {
    const index = this.#entries.findIndex(
      ({fault, pieces}) =>
        (fault.method === undefined || fault.method.toUpperCase() === method) && fits(pieces, path),
    );
    const entry = this.#entries[index];
    if (!entry) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) this.#entries.splice(index, 1);
    return entry.fault;
  }

  /** Those that can still happen. */
  list(): (Fault & {readonly id: string})[] {
    return this.#entries.map(({id, fault, left}) => ({
      ...fault,
      id,
      ...(fault.times !== undefined && {times: left}),
    }));
  }

  /** Lets all held requests go on. */
  release(): void {
    for (const letGo of [...this.#held]) letGo(true);
  }

  /** How many requests are held, for a while or for good. */
  get held(): number {
    return this.#held.size + this.#unanswered.size;
  }

  /** Ends all faults, and lets go what they hold. */
  clear(): void {
    this.#entries.length = 0;
    this.release();
  }

  /** Ends all faults, and with them what they hold: that does not go on. */
  end(): void {
    for (const letGo of [...this.#held]) letGo(false);
    for (const end of this.#unanswered) end();
    this.clear();
  }

  /**
   * Waits as a fault says.
   * @param ms until it is released unless given
   * @returns whether the request goes on then
   */
  hold(ms?: number): Promise<boolean> {
    return new Promise(resolve => {
      const timer = ms === undefined ? undefined : setTimeout(() => letGo(true), ms);
      timer?.unref();
      const letGo = (goesOn: boolean) => {
        clearTimeout(timer);
        this.#held.delete(letGo);
        resolve(goesOn);
      };
      this.#held.add(letGo);
    });
  }

  /**
   * Waits for what never comes.
   * @param closed when who asked has gone
   */
  async leaveUnanswered(closed: Promise<void>): Promise<void> {
    let end = () => {};
    const ended = new Promise<void>(resolve => {
      end = resolve;
    });
    this.#unanswered.add(end);
    await Promise.race([closed, ended]);
    this.#unanswered.delete(end);
  }
}

/** Piece by piece: a regular expression with many `.*` tries all the ways to divide a path. */
function fits([first = '', ...rest]: readonly string[], path: string): boolean {
  const last = rest.pop();
  if (last === undefined) return path === first;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}
