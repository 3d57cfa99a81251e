import {EventEmitter, on, once} from 'node:events';
import type {AddressInfo} from 'node:net';
import type {TestContext} from 'node:test';
import type {Express} from 'express';
import {startSandbox, type Sandbox} from 'pay-button/sandbox';
import type Stripe from 'stripe';
import type {ChargeAnswer} from '../../demo/shop/answers.js';
import {createShop} from '../../demo/shop/app.js';
import {wantedEvents} from '../../demo/shop/charging/events.js';
import type {Order} from '../../demo/shop/orders/order.js';
import {Orders} from '../../demo/shop/orders.js';
import type {ShopParts} from '../../demo/shop/parts.js';
import {findProduct, type Product} from '../../demo/shop/products.js';
import {sandboxProvider} from '../../demo/shop/provider.js';
import {clientOf, type StripeCall, type Wire} from './stripe-client.js';

/** A browser at the shop. */
export interface Visitor {
  cookie: string;
  /** What the shop's forms carry for it. */
  csrf: string;
}

export interface RunningShop {
  origin: string;
  orders: Orders;
  /** The shop's parts, for a second process on the same database. */
  parts: ShopParts;
  /** Who sends the requests of a test unless it says otherwise. */
  visitor: Visitor;
  /** What the shop's server asked of the sandbox, in order. */
  calls: StripeCall[];
  log: string[];
  /** The sandbox, asked directly: not in `calls`. */
  stripe: Stripe;
  sandbox: Sandbox;
  /** What lies between shop and sandbox; may be replaced at any time. */
  wire: Wire;
  /** The next line that the shop will log that looks like this. */
  nextLine: (pattern: RegExp) => Promise<string>;
}

export interface ShopChoices {
  /** Has the sandbox tell the shop of payments. */
  webhooks?: boolean;
  /** The database's clock, in milliseconds. */
  now?: () => number;
  url?: string;
  change?: (parts: ShopParts) => ShopParts;
}

export const cards = {
  good: '4242424242424242',
  declined: '4000000000000002',
  insufficientFunds: '4000000000009995',
  stolen: '4000000000009979',
  asks: '4000002760003184',
  asksAndIsDeclined: '4000008400001629',
} as const;

/** Runs the shop and the sandbox for one test, with an empty database in memory. */
export async function startShop(t: TestContext, choices: ShopChoices = {}): Promise<RunningShop> {
  const {webhooks = false, now, url = ':memory:', change = parts => parts} = choices;
  const sandbox = await startSandbox({port: 0, webhooks: {pauses: [0, 0]}});
  t.after(() => sandbox.close());
  const orders = await Orders.open(url, now);
  t.after(() => orders.close());

  const lines = new EventEmitter();
  const log = (line: string) => {
    shop.log.push(line);
    lines.emit('line', line);
  };
  const stripe = clientOf(
    sandbox,
    (path, send) => shop.wire(path, send),
    call => {
      shop.calls.push(call);
    },
  );
  let webhookSecret: string | undefined;
  const parts = change({
    provider: {...sandboxProvider(sandbox.origin), stripe},
    orders,
    log,
    webhookSecret: () => webhookSecret,
  });
  const shop: RunningShop = {
    origin: await listen(t, createShop(parts)),
    orders,
    parts,
    visitor: {cookie: '', csrf: ''},
    calls: [],
    log: [],
    stripe: sandboxProvider(sandbox.origin).stripe,
    sandbox,
    wire: (_path, send) => send(),
    nextLine: async pattern => {
      for await (const [line] of on(lines, 'line') as AsyncIterable<[string]>) {
        if (pattern.test(line)) return line;
      }
      throw new Error('No more lines.');
    },
  };
  if (webhooks) {
    const endpoint = await shop.stripe.webhookEndpoints.create({
      url: `${shop.origin}/webhooks/stripe`,
      enabled_events: [...wantedEvents],
    });
    webhookSecret = endpoint.secret;
  }
  shop.visitor = await visit(shop);
  return shop;
}

/** Opens the shop's front in a new browser. */
export async function visit({origin}: {origin: string}): Promise<Visitor> {
  const response = await fetch(origin);
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const csrf = /name="csrf" value="([^"]+)"/.exec(await response.text())?.[1] ?? '';
  return {cookie, csrf};
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

/** Orders the product of this id, as the front's form does. */
export async function order(
  shop: RunningShop,
  productId = 'widget',
  visitor = shop.visitor,
): Promise<Order> {
  const response = await post(shop, '/orders', {product: productId}, {visitor});
  const found = await shop.orders.find(idIn(response));
  if (!found) throw new Error(`no order, but ${response.status}`);
  return found;
}

/** The id of the order that an answer leads to. */
export function idIn(response: Response): string {
  return (response.headers.get('location') ?? '').replace('/orders/', '');
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

interface Sender {
  visitor?: Visitor;
  headers?: Record<string, string>;
}

export function get(
  shop: RunningShop,
  path: string,
  {visitor = shop.visitor, headers = {}}: Sender = {},
): Promise<Response> {
  return fetch(shop.origin + path, {
    headers: {cookie: visitor.cookie, ...headers},
    redirect: 'manual',
  });
}

/** Posts a form of the shop's, with the proof that it carries unless `fields` are a whole body. */
export function post(
  shop: RunningShop,
  path: string,
  fields: Record<string, string> | URLSearchParams = {},
  {visitor = shop.visitor, headers = {}}: Sender = {},
): Promise<Response> {
  const body =
    fields instanceof URLSearchParams
      ? fields
      : new URLSearchParams({csrf: visitor.csrf, ...fields});
  return fetch(shop.origin + path, {
    method: 'POST',
    headers: {cookie: visitor.cookie, ...headers},
    body,
    redirect: 'manual',
  });
}

/** Posts a token to an order's charge address, as `<pay-button>` makes the form do. */
export function pay(
  shop: RunningShop,
  {id}: Order,
  stripeToken: string,
  fields: Record<string, string> = {},
  sender: Sender = {},
): Promise<Response> {
  return post(
    shop,
    `/orders/${id}/charge`,
    {stripe_token: stripeToken, stripe_token_type: 'card', ...fields},
    sender,
  );
}

/** The same from a page that stays: the answer is JSON. */
export async function payInPage(
  shop: RunningShop,
  {id}: Order,
  fields: Record<string, string>,
  sender: Sender = {},
): Promise<{status: number; answer: ChargeAnswer}> {
  const headers = {accept: 'application/json', ...sender.headers};
  const response = await post(shop, `/orders/${id}/charge`, fields, {...sender, headers});
  return {status: response.status, answer: (await response.json()) as ChargeAnswer};
}

/** Answers the bank's question, as the customer does on its page. */
export async function answerBank(url: string, outcome: 'complete' | 'fail'): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({outcome}),
    redirect: 'manual',
  });
  return response.headers.get('location') ?? '';
}

/** The bank's question about an intent that Stripe.js shows in the page. */
export async function bankOf(shop: RunningShop, clientSecret: string): Promise<string> {
  const [id] = clientSecret.split('_secret_');
  const {next_action: action} = await shop.stripe.paymentIntents.retrieve(id);
  return (action?.use_stripe_sdk as unknown as {stripe_js: string}).stripe_js;
}

/** The charges for this order that the sandbox carried out. */
export async function chargesFor(shop: RunningShop, {id}: Order): Promise<Stripe.Charge[]> {
  const {data} = await shop.stripe.charges.list({limit: 100});
  return data.filter(charge => charge.metadata.order_id === id && charge.status === 'succeeded');
}
