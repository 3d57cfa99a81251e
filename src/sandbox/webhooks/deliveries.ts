import {request} from 'node:http';
import type Stripe from 'stripe';
import {timestamp} from '../store/ids.js';
import type {Store, StoreListener} from '../store/store.js';
import type {DeliveryTry} from '../store/delivery-try.js';
import type {DeliveryOptions} from './delivery-options.js';
import {signatureOf} from './signature.js';
import {wants} from './wants.js';

/** Milliseconds between the tries: Stripe's are spread over hours, and nobody waits for these. */
const defaultPauses: readonly number[] = [1000, 5000, 30_000, 120_000];

/** Milliseconds that an endpoint has for its answer. */
const patience = 10_000;

/** Who the deliveries say they are. */
const userAgent = 'Stripe/1.0 (pay-button sandbox, not Stripe)';

/** How many deliveries may wait at once; what comes on top is not delivered. */
const mostWaiting = 1000;

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
    for (const endpoint of this.#store.webhookEndpoints.newestFirst()) {
      const {enabled_events: types, status} = endpoint;
      if (status === 'enabled' && wants(types, event.type)) this.#deliver(event, endpoint);
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

  #deliver(event: Stripe.Event, endpoint: Stripe.WebhookEndpoint): void {
    if (this.#waiting >= mostWaiting) return this.#tell(event, endpoint, null, 'lost');
    this.#waiting += 1;
    // After the answer to the request that caused it, as with Stripe.
    setImmediate(() => void this.#try(event, endpoint.id, 0));
  }

  async #try(event: Stripe.Event, endpointId: string, tries: number): Promise<void> {
    const endpoint = this.#store.webhookEndpoints.get(endpointId);
    if (endpoint?.status !== 'enabled' || this.#closed.signal.aborted) return this.#done();
    const payload = JSON.stringify(event, null, 2);
    const status = await send(endpoint, payload, this.#closed.signal);
    // Once the sandbox was reset or closed, this try is none that anybody is told of.
    const isKnown = this.#store.webhookEndpoints.get(endpointId) === endpoint;
    if (!isKnown || this.#closed.signal.aborted) return this.#done();
    if (status !== null && status >= 200 && status < 300) {
      event.pending_webhooks -= 1;
      this.#tell(event, endpoint, status, 'delivered');
      return this.#done();
    }
    const pause = this.#pauses[tries];
    this.#tell(event, endpoint, status, pause === undefined ? 'lost' : 'failed');
    if (pause === undefined) return this.#done();
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.#try(event, endpointId, tries + 1);
    }, pause);
    timer.unref();
    this.#timers.add(timer);
  }

  #tell(
    {id: event, type: kind}: Stripe.Event,
    {id: endpoint, url}: Stripe.WebhookEndpoint,
    status: DeliveryTry['status'],
    outcome: DeliveryTry['outcome'],
  ): void {
    this.#store.tried({event, kind, endpoint, url, status, outcome});
  }

  #done(): void {
    this.#waiting = Math.max(0, this.#waiting - 1);
  }

  #dropTimers(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}

/** Whether a request with these headers, named in lower case, is a delivery. */
export function isDelivery(headers: Readonly<Record<string, string | undefined>>): boolean {
  return headers['user-agent'] === userAgent || headers['stripe-signature'] !== undefined;
}

/** @returns the status that the endpoint answered with, or null; redirects are not followed */
function send(
  {secret = '', url}: Stripe.WebhookEndpoint,
  payload: string,
  signal: AbortSignal,
): Promise<number | null> {
  return new Promise(resolve => {
    const sent = request(url, {
      method: 'POST',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(payload),
        'stripe-signature': signatureOf(payload, secret, timestamp()),
        'user-agent': userAgent,
      },
    });
    sent.on('socket', socket => socket.unref());
    sent.on('error', () => resolve(null));
    sent.on('response', answer => {
      const {statusCode = null} = answer;
      // Whatever comes after the status makes no difference.
      answer.on('error', () => undefined);
      answer.resume();
      resolve(statusCode);
    });
    sent.end(payload);
  });
}
