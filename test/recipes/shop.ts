import assert from 'node:assert/strict';
import {type ChildProcessWithoutNullStreams, spawn} from 'node:child_process';
import {once} from 'node:events';
import {type AddressInfo, createServer} from 'node:net';
import {type Sandbox, startSandbox} from 'pay-button/sandbox';
import Stripe from 'stripe';
import {folder, type Recipe} from './recipes.js';

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Its name and its value. */
export type Field = readonly [string, string];

/** A recipe that runs, and the sandbox that it charges at. */
export interface Shop {
  readonly stripe: Stripe;
  readonly sandbox: Sandbox;
  readonly address: string;
  /** Waits until the recipe has printed this, and gives all that it has. */
  said(text: RegExp): Promise<string>;
  close(): Promise<void>;
}

/** The order that every recipe has. */
export const order = {id: '1001', amount: 999, currency: 'jpy'} as const;

export async function startShop(recipe: Recipe): Promise<Shop> {
  const sandbox = await startSandbox({port: 0});
  const port = await freePort();
  const [program, ...args] = recipe.command(port);
  const server = spawn(program, args, {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PYTHONDONTWRITEBYTECODE: '1',
      PORT: `${port}`,
      STRIPE_API: sandbox.origin,
      STRIPE_SECRET_KEY: 'sk_test_sandbox',
    },
  });
  const said = listenTo(server, recipe.name);
  await said(recipe.ready);
  return {
    sandbox,
    stripe: clientOf(sandbox),
    address: `http://127.0.0.1:${port}${recipe.path ?? '/charge'}`,
    said,
    async close() {
      const gone = once(server, 'close');
      server.kill('SIGKILL');
      await Promise.all([gone, sandbox.close()]);
    },
  };
}

/** Posts what a form holds besides the number of its order. */
export async function post(
  {address}: Shop,
  fields: Readonly<Record<string, string>> | readonly Field[],
  orderId: string = order.id,
): Promise<Answer> {
  const body = new URLSearchParams({order: orderId});
  const entries = isList(fields) ? fields : Object.entries(fields);
  for (const [name, value] of entries) body.append(name, value);
  const response = await fetch(address, {
    method: 'POST',
    body,
    headers: {accept: 'application/json'},
  });
  assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
  return {status: response.status, body: (await response.json()) as Answer['body']};
}

/** The charges that went through at the sandbox. */
export async function charges({stripe}: Shop): Promise<Stripe.Charge[]> {
  const {data} = await stripe.charges.list({limit: 100});
  return data.filter(({status}) => status === 'succeeded');
}

/** The requests that reached the sandbox's API, as `POST /v1/tokens`. */
export function requests({sandbox}: Shop): string[] {
  return sandbox.control.journal.requests.map(({method, path}) => `${method} ${path}`);
}

/** `Array.isArray` does not tell lists that are read only. */
function isList(fields: object): fields is readonly Field[] {
  return Array.isArray(fields);
}

function clientOf({origin}: Sandbox): Stripe {
  const {hostname: host, port} = new URL(origin);
  return new Stripe('sk_test_sandbox', {host, port, protocol: 'http', maxNetworkRetries: 0});
}

/** Keeps what a server prints, to wait for. */
function listenTo(server: ChildProcessWithoutNullStreams, name: string): Shop['said'] {
  let output = '';
  const keep = (chunk: Buffer) => (output += chunk.toString());
  server.stdout.on('data', keep);
  server.stderr.on('data', keep);
  return text =>
    new Promise((resolve, reject) => {
      const look = () => {
        if (text.test(output)) resolve(output);
      };
      look();
      server.stdout.on('data', look);
      server.stderr.on('data', look);
      server.once('error', reject);
      server.once('close', () => reject(new Error(`${name} ended:\n${output}`)));
    });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
