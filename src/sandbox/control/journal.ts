import type {DeliveryTry} from '../store/delivery-try.js';
import {redactText} from './redact.js';

/** A request and what came of it. */
export interface JournalRequest {
  readonly type: 'request';
  /** `req_…` for requests to the API. */
  readonly id: string | null;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly method: string;
  readonly path: string;
  /** Null when no answer was sent. */
  readonly status: number | null;
  readonly milliseconds: number;
  /** The API key, masked. */
  readonly key: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  /** The id of the object that was answered. */
  readonly object: string | null;
  readonly error: {readonly type: string; readonly code?: string; readonly message: string} | null;
  /** The kind of fault that befell it. */
  readonly fault: string | null;
  readonly isReplay: boolean;
}

/** An object as it was when it was made or changed. */
export interface JournalObject {
  readonly type: 'object';
  readonly time: number;
  readonly id: string;
  readonly kind: string;
  readonly status: string | null;
  /** In the smallest unit of `currency`. */
  readonly amount: number | null;
  readonly currency: string | null;
}

/** A try to deliver an event to a webhook endpoint. */
export interface JournalDelivery extends DeliveryTry {
  readonly type: 'delivery';
  readonly time: number;
}

export type JournalEntry = JournalDelivery | JournalObject | JournalRequest;

type Listener = (entry: JournalEntry) => void;

/** How many entries are kept before the oldest make room. */
const journalSize = 1000;

/** What has happened lately: no card numbers, no secrets. It listens to the store. */
export class Journal {
  readonly #entries: JournalEntry[] = [];
  readonly #listeners = new Set<Listener>();
  #epoch = 0;

  /** Another number each time that it was cleared. */
  get epoch(): number {
    return this.#epoch;
  }

  /** The latest entries, oldest first. */
  get entries(): readonly JournalEntry[] {
    return [...this.#entries];
  }

  get requests(): readonly JournalRequest[] {
    return this.#entries.filter(entry => entry.type === 'request');
  }

  get deliveries(): readonly JournalDelivery[] {
    return this.#entries.filter(entry => entry.type === 'delivery');
  }

  get objects(): readonly JournalObject[] {
    return this.#entries.filter(entry => entry.type === 'object');
  }

  add(entry: JournalEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > journalSize) this.#entries.shift();
    for (const listener of this.#listeners) {
      try {
        listener(entry);
      } catch (error) {
        // A request must not fail because somebody looks on.
        console.error(error);
      }
    }
  }

  /**
   * Tells `listener` of each entry from now on.
   * @returns what ends that
   */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  clear(): void {
    this.#entries.length = 0;
    this.#epoch += 1;
  }

  deliveryTried(delivery: DeliveryTry): void {
    this.add({type: 'delivery', time: Date.now(), ...delivery, url: redactText(delivery.url)});
  }

  objectChanged(object: object): void {
    const fields: Readonly<Record<string, unknown>> = {...object};
    this.add({
      type: 'object',
      time: Date.now(),
      id: textOf(fields.id) ?? '',
      kind: textOf(fields.object) ?? '',
      status: textOf(fields.status),
      amount: typeof fields.amount === 'number' ? fields.amount : null,
      currency: textOf(fields.currency),
    });
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? redactText(value) : null;
}
