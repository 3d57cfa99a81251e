#!/usr/bin/env node
import {parseArgs} from 'node:util';
import {defaultPort, type Sandbox, startSandbox} from './index.js';

const usage = 'Usage: pay-button-sandbox [--port N]   (or SANDBOX_PORT=N; 0 takes any free port)';

/** @throws Error when the port is no port, or an option is unknown */
function chosenPort(): number {
  const {values} = parseArgs({options: {port: {type: 'string'}}});
  const chosen = values.port ?? process.env.SANDBOX_PORT ?? String(defaultPort);
  if (/^\d+$/.test(chosen) && Number(chosen) <= 65535) return Number(chosen);
  throw new Error(`A port is a number from 0 to 65535, not "${chosen}".`);
}

function whatToPaste(origin: string): string {
  const {port} = new URL(origin);
  return `The pay-button sandbox is at ${origin}
This is not Stripe: no money moves, and all state is lost when it stops.

In your pages, in place of Stripe.js, with any key that starts with pk_test_:
  <script src="${origin}/v3/"></script>

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

try {
  const sandbox = await startSandbox({port: chosenPort()});
  stopOnSignal(sandbox);
  process.stdout.write(whatToPaste(sandbox.origin));
} catch (error) {
  process.stderr.write(`${complaint(error)}\n`);
  process.exitCode = 1;
}
