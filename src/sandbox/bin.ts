#!/usr/bin/env node
import {parseArgs} from 'node:util';
import {defaultPort, type Sandbox, startSandbox} from './index.js';

const usage = 'Usage: pay-button-sandbox [--port N]   (or SANDBOX_PORT=N; 0 takes any free port)';

/** @throws Error when the port is no port */
function chosenPort(given: string | undefined): number {
  const chosen = given ?? process.env.SANDBOX_PORT ?? String(defaultPort);
  if (/^\d+$/.test(chosen) && Number(chosen) <= 65535) return Number(chosen);
  throw new Error(`A port is a number from 0 to 65535, not "${chosen}".`);
}

function whatToPaste(origin: string): string {
  const {port} = new URL(origin);
  return `The pay-button sandbox is at ${origin}
This is not Stripe: no money moves, and all state is lost when it stops.

In your pages, in place of Stripe.js, with any key that starts with pk_test_:
  <script src="${origin}/endive/stripe.js"></script>

On your server:
  new Stripe('sk_test_sandbox', {host: 'localhost', port: ${port}, protocol: 'http'})

Ctrl-C stops it.
`;
}

function complaint(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error) {
    return `Port ${String(error.port)} is taken. Choose another one with --port or SANDBOX_PORT.`;
  }
  return `${error.message}\n${usage}`;
}

function stopOnSignal(sandbox: Sandbox): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sandbox.close());
  }
}

async function start(port: number): Promise<void> {
  const sandbox = await startSandbox({port});
  stopOnSignal(sandbox);
  process.stdout.write(whatToPaste(sandbox.origin));
}

try {
  const {values} = parseArgs({
    options: {help: {type: 'boolean', short: 'h'}, port: {type: 'string'}},
  });
  if (values.help) process.stdout.write(`${usage}\n`);
  else await start(chosenPort(values.port));
} catch (error) {
  process.stderr.write(`${complaint(error)}\n`);
  process.exitCode = 1;
}
