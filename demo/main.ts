import {once} from 'node:events';
import {mkdirSync} from 'node:fs';
import {createServer, type RequestListener, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {setTimeout as pause} from 'node:timers/promises';
import {startSandbox, type Sandbox} from 'pay-button/sandbox';
import type Stripe from 'stripe';
import {createShop} from './shop/app.js';
import {wantedEvents} from './shop/charging/events.js';
import {keepRepairing} from './shop/charging/repair.js';
import {ConfigError, readConfig, type Config} from './shop/config.js';
import {Orders} from './shop/orders.js';
import {claimFile} from './shop/orders/claim.js';
import {DatabaseLockedError} from './shop/orders/database.js';
import {schemaVersion} from './shop/orders/schema.js';
import type {ShopParts} from './shop/parts.js';
import {sandboxProvider, stripeProvider, type Provider} from './shop/provider.js';
import {webhookPath} from './shop/routes/webhooks.js';

/** Relative to the project's folder, where `npm start` runs this. */
const dataFolder = 'demo/data';

/**
 * Milliseconds for what is under way when the shop stops: a browser keeps an unused connection open
 * for longer.
 */
const stopTimeout = 3_000;

try {
  await main(readConfig(process.env));
  // A request to a provider that is silent would keep the process for some 20 seconds.
  process.exit();
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof DatabaseLockedError)) throw error;
  console.error(error.message);
  process.exit(1);
}

/** Runs the shop, and the sandbox unless there are keys for Stripe, until a signal stops both. */
async function main(config: Config): Promise<void> {
  const {port, sandboxPort, databaseUrl, stripeKeys, origin, sessionSecret: secret} = config;
  const stop = stopSignal();
  let provider: Provider;
  let sandbox: Sandbox | undefined;
  if (stripeKeys) {
    provider = stripeProvider(stripeKeys);
  } else {
    sandbox = await started(startSandbox, 'SANDBOX_PORT', sandboxPort);
    provider = sandboxProvider(sandbox.origin);
  }
  let {webhookSecret} = config;
  const url = databaseUrl ?? localDatabase();
  const giveBack = sandbox && (await claimForSandbox(url));
  const orders = await Orders.open(url);
  const parts: ShopParts = {
    provider,
    orders,
    log: line => console.log(line),
    webhookSecret: () => webhookSecret,
    ...(origin !== undefined && {origin}),
    ...(secret !== undefined && {secret}),
  };
  const shop = createShop(parts);
  const server = await started(({port}) => listen(shop, port), 'PORT', port);
  // At Stripe, the merchant does this once, in the Dashboard.
  if (sandbox) webhookSecret = await registerWebhook(provider.stripe, portOf(server));

  console.log(`Shop     ${origin ?? `http://localhost:${portOf(server)}`}`);
  if (sandbox) console.log(`Sandbox  ${sandbox.origin} (stands in for Stripe)`);
  console.log(provider.livemode ? 'LIVE: real cards are charged.' : 'No real card is charged.');
  if (!webhookSecret) console.log('No STRIPE_WEBHOOK_SECRET: the shop is not told of payments.');
  console.log('Ctrl-C stops.');

  const stopping = new AbortController();
  const repairing = keepRepairing(parts, stopping.signal);
  await stop;
  stopping.abort();
  await close(server);
  await sandbox?.close();
  await Promise.race([repairing, pause(stopTimeout)]);
  orders.close();
  giveBack?.();
}

/**
 * Claims the database for a shop with a sandbox. Of what the shops write, each sandbox knows the
 * payments of its own shop alone.
 * @returns what gives the database back
 */
async function claimForSandbox(url: string): Promise<() => void> {
  const giveBack = await claimFile(url);
  if (giveBack) return giveBack;
  throw new ConfigError(
    `Another shop uses the database ${url}, with a sandbox of its own, which knows nothing of ` +
      "this one's payments. Stop that shop, or set DATABASE_URL to another file, such as " +
      'file:demo/data/second.db.',
  );
}

/** Has the sandbox tell the shop of payments. Gives the secret that it signs with. */
async function registerWebhook(stripe: Stripe, port: number): Promise<string | undefined> {
  const {secret} = await stripe.webhookEndpoints.create({
    url: `http://127.0.0.1:${port}${webhookPath}`,
    enabled_events: [...wantedEvents],
  });
  return secret;
}

/**
 * Settles at the first SIGINT or SIGTERM. A terminal and npm may each send one: the others change
 * nothing.
 */
function stopSignal(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => resolve());
  });
}

/** Starts a server, and says which variable helps where its port is taken. */
async function started<T>(
  start: (options: {port: number}) => Promise<T>,
  variable: string,
  port: number,
): Promise<T> {
  if (await isTakenAtOtherLoopback(port)) throw takenPort(variable, port);
  try {
    return await start({port});
  } catch (error) {
    throw isTaken(error) ? takenPort(variable, port) : error;
  }
}

/**
 * Our servers listen at 127.0.0.1, but `localhost` is ::1 as well, which browsers ask first: another
 * server there would get what is meant for ours. Not so on a machine without IPv6.
 */
async function isTakenAtOtherLoopback(port: number): Promise<boolean> {
  const probe = createServer().listen(port, '::1');
  try {
    await once(probe, 'listening');
  } catch (error) {
    return isTaken(error);
  }
  probe.close();
  await once(probe, 'close');
  return false;
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function takenPort(variable: string, port: number): ConfigError {
  return new ConfigError(`Port ${port} is taken. Set ${variable} to another one.`);
}

function localDatabase(): string {
  mkdirSync(dataFolder, {recursive: true});
  return `file:${dataFolder}/shop-${schemaVersion}.db`;
}

async function listen(shop: RequestListener, port: number): Promise<Server> {
  const server = createServer(shop).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const timer = setTimeout(() => server.closeAllConnections(), stopTimeout);
  await closed;
  clearTimeout(timer);
}
