import {once} from 'node:events';
import type {AddressInfo} from 'node:net';
import type {TestContext} from 'node:test';
import type {Express} from 'express';
import {startSandbox} from 'pay-button/sandbox';
import Stripe from 'stripe';
import {createShop} from '../../demo/shop/app.js';
import {Orders, type Order} from '../../demo/shop/orders.js';
import {findProduct, type Product} from '../../demo/shop/products.js';
import {sandboxProvider} from '../../demo/shop/provider.js';

/** Stands between the shop and the sandbox: sends the request on, or does not, and answers. */
export type Wire = (path: string, send: () => Promise<Response>) => Promise<Response>;

/** A request that the shop sent to the sandbox. */
export interface StripeCall {
  path: string;
  idempotencyKey: string | null;
}

export interface RunningShop {
  origin: string;
  orders: Orders;
  /** What the shop's server asked of the sandbox, in order. */
  calls: StripeCall[];
  log: string[];
  /** The sandbox, asked directly: not in `calls`. */
  stripe: Stripe;
  /** What lies between shop and sandbox; may be replaced at any time. */
  wire: Wire;
}

export const cards = {
  good: '4242424242424242',
  declined: '4000000000000002',
  insufficientFunds: '4000000000009995',
} as const;

/** Runs the shop and the sandbox for one test, with an empty database in memory. */
export async function startShop(t: TestContext): Promise<RunningShop> {
  const sandbox = await startSandbox({port: 0});
  t.after(() => sandbox.close());
  const orders = await Orders.open(':memory:');
  t.after(() => orders.close());

  const shop: RunningShop = {
    origin: '',
    orders,
    calls: [],
    log: [],
    stripe: sandboxProvider(sandbox.origin).stripe,
    wire: (_path, send) => send(),
  };
  const watchedFetch: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname;
    shop.calls.push({path, idempotencyKey: request.headers.get('idempotency-key')});
    return shop.wire(path, () => fetch(request));
  };
  const {hostname, port} = new URL(sandbox.origin);
  const stripe = new Stripe('sk_test_sandbox', {
    host: hostname,
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    httpClient: Stripe.createFetchHttpClient(watchedFetch),
  });
  const provider = {...sandboxProvider(sandbox.origin), stripe};
  const app = createShop({provider, orders, log: line => shop.log.push(line)});
  shop.origin = await listen(t, app);
  return shop;
}

/** Serves an app on a free port for one test. Gives its origin. */
export async function listen(t: TestContext, app: Express): Promise<string> {
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

/** An open order for the product of this id. */
export function order(shop: RunningShop, productId = 'widget'): Promise<Order> {
  return shop.orders.create(product(productId));
}

export function product(id: string): Product {
  const found = findProduct(id);
  if (!found) throw new Error(`no product ${id}`);
  return found;
}

/** A token for a card, made as the card fields make it. */
export async function token(shop: RunningShop, number: string = cards.good): Promise<string> {
  const created = await shop.stripe.tokens.create({
    card: {number, exp_month: '12', exp_year: '2040', cvc: '123'},
  });
  return created.id;
}

export function get(shop: RunningShop, path: string): Promise<Response> {
  return fetch(shop.origin + path, {redirect: 'manual'});
}

export function post(
  shop: RunningShop,
  path: string,
  fields: Record<string, string> | URLSearchParams = {},
): Promise<Response> {
  return fetch(shop.origin + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
}

/** Posts a token to an order's charge address, as `<pay-button>` makes the form do. */
export function pay(
  shop: RunningShop,
  {id}: Order,
  stripeToken: string,
  fields: Record<string, string> = {},
): Promise<Response> {
  return post(shop, `/orders/${id}/charge`, {
    stripe_token: stripeToken,
    stripe_token_type: 'card',
    ...fields,
  });
}

/** The charges for this order that the sandbox carried out. */
export async function chargesFor(shop: RunningShop, {id}: Order): Promise<Stripe.Charge[]> {
  const {data} = await shop.stripe.charges.list({limit: 100});
  return data.filter(charge => charge.metadata.order_id === id && charge.status === 'succeeded');
}
