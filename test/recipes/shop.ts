import assert from 'node:assert/strict';
import {type ChildProcessWithoutNullStreams, spawn} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync} from 'node:fs';
import {type AddressInfo, createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
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
  readonly origin: string;
  /** The address that takes the form. */
  readonly address: string;
  /** The folder of the files that are served as they are. */
  readonly publicFolder: string;
  /** Waits until the recipe has printed this, and gives all that it has. */
  said(text: RegExp): Promise<string>;
  close(): Promise<void>;
}

/** The product that every recipe sells. */
export const price = {amount: 999, currency: 'jpy'} as const;

/** A number of an order that nobody can guess. */
export function newOrder(): string {
  return randomUUID();
}

/** The origin of another site's page that may ask. */
export const otherShop = 'https://shop.example';

/**
 * Starts a copy of a recipe in a folder of its own, as a merchant would paste it.
 * @param env in the place of what a recipe is told unless given
 * @param apiOf what stands between the recipe and the sandbox
 */
export async function startShop(
  recipe: Recipe,
  {
    env = {},
    apiOf = ({origin}) => Promise.resolve(origin),
  }: {
    env?: Readonly<Record<string, string>>;
    apiOf?: (sandbox: Sandbox) => Promise<string>;
  } = {},
): Promise<Shop> {
  const sandbox = await startSandbox({port: 0});
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const cwd = mkdtempSync(join(tmpdir(), 'pay-button-recipe-'));
  const publicFolder = join(cwd, 'public');
  mkdirSync(publicFolder);
  copyFileSync(join(folder, recipe.file), join(cwd, recipe.file));
  symlinkSync(
    fileURLToPath(new URL('../../node_modules', import.meta.url)),
    join(cwd, 'node_modules'),
  );
  const [program, ...args] = recipe.command(port);
  const server = spawn(program, args, {
    cwd,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PYTHONDONTWRITEBYTECODE: '1',
      PORT: `${port}`,

      STRIPE_API: await apiOf(sandbox),
      STRIPE_SECRET_KEY: 'sk_test_sandbox',
      ...env,
    },
  });
  const said = listenTo(server, recipe.name);
  await said(recipe.ready);
  return {
    sandbox,
    stripe: clientOf(sandbox),
    origin,
    address: `${origin}${recipe.path ?? '/charge'}`,
    publicFolder,
    said,
    async close() {
      const gone = once(server, 'close');
      server.kill('SIGKILL');
      await Promise.all([gone, sandbox.close()]);
      rmSync(cwd, {recursive: true});
    },
  };
}

/** Posts as `data-confirm="fetch"` does. */
export async function post(
  {address}: Shop,
  fields: Readonly<Record<string, string>> | readonly Field[],
): Promise<Answer> {
  const response = await fetch(address, {
    method: 'POST',
    body: bodyOf(fields),
    headers: {accept: 'application/json'},
  });
  assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
  return {status: response.status, body: (await response.json()) as Answer['body']};
}

/** The text of a page, or the address that it sends the browser to. */
export interface PageAnswer {
  readonly status: number;
  readonly location: string | null;
  readonly html: string;
}

/** Posts as a form does, or opens an address where there are no fields. */
export async function browse(
  address: string,
  fields?: Readonly<Record<string, string>> | readonly Field[],
  headers: Readonly<Record<string, string>> = {},
): Promise<PageAnswer> {
  const response = await fetch(address, {
    ...(fields && {method: 'POST', body: bodyOf(fields)}),
    headers: {accept: 'text/html,application/xhtml+xml,*/*;q=0.8', ...headers},
    redirect: 'manual',
  });
  const {status} = response;
  return {status, location: response.headers.get('location'), html: await response.text()};
}

function bodyOf(fields: Readonly<Record<string, string>> | readonly Field[]): URLSearchParams {
  const entries = isList(fields) ? fields : Object.entries(fields);
  return new URLSearchParams(entries.map(([name, value]) => [name, value]));
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
