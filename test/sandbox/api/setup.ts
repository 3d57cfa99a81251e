import type {TestContext} from 'node:test';
import Stripe from 'stripe';
import {type Control, type SandboxOptions, startSandbox} from '../../../src/sandbox/index.js';

/** A sandbox of a test's own, with the official SDK pointed at it. */
export interface Setup {
  readonly origin: string;
  readonly stripe: Stripe;
  readonly control: Control;
  /** Sends a form as it is, with a secret key unless `headers` say otherwise. */
  readonly post: (
    path: string,
    body: string,
    headers?: Record<string, string>,
  ) => Promise<Response>;
}

export async function setUp(test: TestContext, options: SandboxOptions = {}): Promise<Setup> {
  const sandbox = await startSandbox({...options, port: 0});
  test.after(() => sandbox.close());
  const {control, origin} = sandbox;
  return {
    origin,
    control,
    stripe: clientOf(origin),
    post: (path, body, headers) =>
      fetch(origin + path, {
        method: 'POST',
        body,
        headers: {
          authorization: 'Bearer sk_test_123',
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
      }),
  };
}

/** The SDK without retries, so that each test sees the first answer. */
export function clientOf(origin: string, key = 'sk_test_123'): Stripe {
  const {port} = new URL(origin);
  return new Stripe(key, {
    host: 'localhost',
    port: Number(port),
    protocol: 'http',
    maxNetworkRetries: 0,
  });
}

/** What a browser sends: a form with a publishable key. */
export async function fromBrowser(
  origin: string,
  path: string,
  params: Readonly<Record<string, string>>,
): Promise<{status: number; body: Record<string, unknown> & {id: string}}> {
  const response = await fetch(origin + path, {
    method: 'POST',
    body: new URLSearchParams({key: 'pk_test_123', ...params}),
  });
  const body = (await response.json()) as Record<string, unknown> & {id: string};
  return {status: response.status, body};
}

/** Presses a button of the page that a source or an intent has sent its customer to. */
export async function press(url: string, outcome: 'complete' | 'fail'): Promise<Response> {
  return fetch(url, {method: 'POST', body: new URLSearchParams({outcome}), redirect: 'manual'});
}

/** Intent options for a page that shows the authentication itself. */
export const inPage = {
  automatic_payment_methods: {enabled: true, allow_redirects: 'never'},
} as const;

/** A card that works, expiring next year. */
export function card(number = '4242424242424242') {
  const exp_year = String(new Date().getFullYear() + 1);
  return {number, exp_month: '12', exp_year, cvc: number.startsWith('3') ? '1234' : '123'};
}

/** The id of what an answer links to, expanded or not. */
export function idOf(link: string | {id: string} | null): string {
  if (link === null) throw new Error('There is no link.');
  return typeof link === 'string' ? link : link.id;
}

/** What a call of the SDK is refused with. */
export async function refusal(
  call: Promise<unknown>,
): Promise<InstanceType<typeof Stripe.errors.StripeError>> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error('The call was not refused.');
}

/** The `error` of an answer's body. */
export async function errorOf(response: Response): Promise<Record<string, unknown>> {
  const {error} = (await response.json()) as {error: Record<string, unknown>};
  return error;
}
