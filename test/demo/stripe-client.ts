import type {Sandbox} from 'pay-button/sandbox';
import Stripe from 'stripe';

/** Stands between the shop and the sandbox: sends the request on, or does not, and answers. */
export type Wire = (path: string, send: () => Promise<Response>) => Promise<Response>;

/** Sends every request on, and answers. */
export const pass: Wire = (_path, send) => send();

/** The sandbox does what it is asked at this path, and its answer is lost. */
export function losingAnswers(at: string): Wire {
  return async (path, send) => {
    const response = await send();
    if (path !== at) return response;
    await response.arrayBuffer();
    throw new TypeError('connection lost');
  };
}

/** A request that the shop sent to the sandbox. */
export interface StripeCall {
  path: string;
  method: string;
  idempotencyKey: string | null;
}

/** The SDK without retries, with a wire in between. */
export function clientOf(sandbox: Sandbox, wire: Wire, watch: (call: StripeCall) => void): Stripe {
  const watchedFetch: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname;
    watch({path, method: request.method, idempotencyKey: request.headers.get('idempotency-key')});
    return wire(path, () => fetch(request));
  };
  const {hostname, port} = new URL(sandbox.origin);
  return new Stripe('sk_test_sandbox', {
    host: hostname,
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    httpClient: Stripe.createFetchHttpClient(watchedFetch),
  });
}
