import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {getRequestListener} from '@hono/node-server';
import {sandboxApp} from './app.js';
import type {Control} from './control/commands.js';
import type {SandboxOptions} from './options.js';

export type {Control} from './control/commands.js';
export type {Fault, FaultKind} from './control/faults.js';
export type {
  Journal,
  JournalDelivery,
  JournalEntry,
  JournalObject,
  JournalRequest,
} from './control/journal.js';
export type {SandboxOptions} from './options.js';
export type {DeliveryOptions} from './webhooks/delivery-options.js';

/** Where the sandbox listens when it is not told otherwise. */
export const defaultPort = 4243;

/** Only this computer can reach it: nothing checks who asks. */
const loopback = '127.0.0.1';

export interface Sandbox {
  /** Such as `http://localhost:4243`. */
  readonly origin: string;
  /** Faults on demand, and what has happened. */
  readonly control: Control;
  /** Stops it; open connections are ended, and its state is gone. */
  close(): Promise<void>;
}

/**
 * Starts a sandbox: a stand-in for Stripe's API and Stripe.js, with state of its own.
 * @throws the system's error when the port cannot be had; its code is `EADDRINUSE` when it is taken
 * @example
 * const sandbox = await startSandbox({port: 0});
 * const {hostname: host, port} = new URL(sandbox.origin);
 * const stripe = new Stripe('sk_test_123', {host, port, protocol: 'http'});
 */
export async function startSandbox({
  port = defaultPort,
  ...options
}: SandboxOptions = {}): Promise<Sandbox> {
  let origin = '';
  const {app, control, close} = sandboxApp(() => origin, options);
  const answer = getRequestListener(app.fetch);
  const server = createServer((request, response) => void answer(request, response));
  server.listen(port, loopback);
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  origin = `http://localhost:${address.port}`;
  return {
    origin,
    control,
    close: async () => {
      close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
