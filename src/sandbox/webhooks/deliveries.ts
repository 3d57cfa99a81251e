import {request} from 'node:http';
import type Stripe from 'stripe';
import {timestamp} from '../store/ids.js';
import type {Store, StoreListener} from '../store/store.js';
import {signatureOf} from './signature.js';
import {wants} from './wants.js';

/** Milliseconds between the tries: Stripe's are spread over hours, and nobody waits for these. */
const defaultPauses: readonly number[] = [1000, 5000, 30_000, 120_000];

/** Milliseconds that an endpoint has for its answer. */
const patience = 10_000;

/** How many deliveries may wait at once; what comes on top is not delivered. */
const mostWaiting = 1000;

export interface DeliveryOptions {
  /** Milliseconds from each failed try to the next; then it is given up. */
  readonly pauses?: readonly number[];
}

/**
 * Sends events to the webhook endpoints that want them, signed, and again while they fail. Its
 * timers keep no process alive.
 */
export class Deliveries implements StoreListener {
  readonly #store: Store;
  readonly #pauses: readonly number[];
  readonly #closed = new AbortController();
  readonly #timers = new Set<NodeJS.Timeout>();
  #waiting = 0;

  constructor(store: Store, {pauses = defaultPauses}: DeliveryOptions = {}) {
    this.#store = store;
    this.#pauses = pauses;
  }

  eventHappened(event: Stripe.Event): void {
    for (const {id, enabled_events: types, status} of this.#store.webhookEndpoints.newestFirst()) {
      if (status === 'enabled' && wants(types, event.type)) this.#deliver(event, id);
    }
  }

  /** Ends what is under way and what is waiting. */
  close(): void {
    this.#closed.abort();
    this.#dropTimers();
  }

  /** Forgets the deliveries that wait for another try. */
  clear(): void {
    this.#dropTimers();
    this.#waiting = 0;
  }

  #deliver(event: Stripe.Event, endpointId: string): void {
    if (this.#waiting >= mostWaiting) return;
    this.#waiting += 1;
    // After the answer to the request that caused it, as with Stripe.
    setImmediate(() => void this.#try(event, endpointId, 0));
  }

  async #try(event: Stripe.Event, endpointId: string, tries: number): Promise<void> {
    const endpoint = this.#store.webhookEndpoints.get(endpointId);
    if (endpoint?.status !== 'enabled' || this.#closed.signal.aborted) return this.#done();
    const payload = JSON.stringify(event, null, 2);
    const isTaken = await send(endpoint, payload, this.#closed.signal);
    if (isTaken) {
      event.pending_webhooks -= 1;
      return this.#done();
    }
    const pause = this.#pauses[tries];
    if (pause === undefined || this.#closed.signal.aborted) return this.#done();
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.#try(event, endpointId, tries + 1);
    }, pause);
    timer.unref();
    this.#timers.add(timer);
  }

  #done(): void {
    this.#waiting = Math.max(0, this.#waiting - 1);
  }

  #dropTimers(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}

/** @returns whether the endpoint answered with a status of 200 to 299; redirects are not followed */
function send(
  {secret = '', url}: Stripe.WebhookEndpoint,
  payload: string,
  signal: AbortSignal,
): Promise<boolean> {
  return new Promise(resolve => {
    const sent = request(url, {
      method: 'POST',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(payload),
        'stripe-signature': signatureOf(payload, secret, timestamp()),
        'user-agent': 'Stripe/1.0 (pay-button sandbox, not Stripe)',
      },
    });
    sent.on('socket', socket => socket.unref());
    sent.on('error', () => resolve(false));
    sent.on('response', answer => {
      const {statusCode = 0} = answer;
      answer.on('error', () => resolve(false));
      answer.resume();
      resolve(statusCode >= 200 && statusCode < 300);
    });
    sent.end(payload);
  });
}
