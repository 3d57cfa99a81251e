import assert from 'node:assert/strict';
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {networkInterfaces, tmpdir} from 'node:os';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {createInterface} from 'node:readline/promises';
import {describe, it, type TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';
import {createClient} from '@libsql/client';
import {visit} from './shop.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

function startMain(t: TestContext, env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/main.ts'], {
    cwd: root,
    env: {...process.env, PORT: '0', SANDBOX_PORT: '0', DATABASE_URL: ':memory:', ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.after(() => child.kill('SIGKILL'));
  return child;
}

/** Waits until the shop is started, and is no longer waited for. */
async function untilReady(child: ChildProcess): Promise<void> {
  assert.ok(child.stdout);
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith('Ctrl-C')) return;
  }
  assert.fail('The shop did not start.');
}

async function databaseFile(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shop-'));
  t.after(() => rm(folder, {recursive: true}));
  return `file:${join(folder, 'shop.db')}`;
}

function hasAddress(wanted: string): boolean {
  const all = Object.values(networkInterfaces()).flatMap(addresses => addresses ?? []);
  return all.some(({address}) => address === wanted);
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

/** Buys something, with a payment method that needs no browser. */
async function payFor(origin: string): Promise<void> {
  const {cookie, csrf} = await visit({origin});
  const send = (path: string, fields: Record<string, string>) =>
    fetch(origin + path, {
      method: 'POST',
      headers: {cookie},
      body: new URLSearchParams({csrf, ...fields}),
      redirect: 'manual',
    });
  const ordered = await send('/orders', {product: 'widget'});
  const path = ordered.headers.get('location') ?? '';
  await send(`${path}/charge`, {stripe_payment_method: 'pm_card_visa'});
}

describe('npm start', {concurrency: true}, () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`both addresses are printed and answer, and ${signal} stops both cleanly`, async t => {
      const child = startMain(t, {});
      const origins: string[] = [];
      for await (const line of createInterface(child.stdout)) {
        const origin = /^(?:Shop|Sandbox) +(http:\S+)/.exec(line)?.[1];
        if (origin) origins.push(origin);
        if (origins.length === 2) break;
      }

      for (const origin of origins) assert.equal((await fetch(origin)).status, 200);
      const exited = exitCode(child);
      child.kill(signal);

      assert.equal(await exited, 0);
      for (const origin of origins) await assert.rejects(fetch(origin));
    });
  }

  it('the sandbox tells the shop of a payment', async t => {
    const child = startMain(t, {});
    let origin = '';
    const lines = createInterface(child.stdout);
    for await (const line of lines) {
      origin ||= /^Shop +(http:\S+)/.exec(line)?.[1] ?? '';
      if (line.startsWith('Ctrl-C')) void payFor(origin);
      if (/POST \/webhooks\/stripe/.test(line)) {
        assert.match(line, / 200 /);
        return;
      }
    }
    assert.fail('The shop was not told.');
  });

  for (const variable of ['PORT', 'SANDBOX_PORT']) {
    // Both are `localhost`, and a browser asks the second one first.
    for (const address of ['127.0.0.1', '::1']) {
      it(`a port taken at ${address}: says which one, and that ${variable} changes it`, async t => {
        if (!hasAddress(address)) return t.skip('this machine has no IPv6');
        const other = createServer().listen(0, address);
        t.after(() => other.close());
        await once(other, 'listening');
        const {port} = other.address() as AddressInfo;

        const child = startMain(t, {[variable]: String(port)});
        const [code, message] = await Promise.all([exitCode(child), text(child.stderr)]);

        assert.equal(code, 1);
        assert.equal(message, `Port ${port} is taken. Set ${variable} to another one.\n`);
      });
    }
  }

  it('a file that another shop with a sandbox uses: says so, and not after that shop is gone', async t => {
    const DATABASE_URL = await databaseFile(t);
    const first = startMain(t, {DATABASE_URL});
    await untilReady(first);

    const second = startMain(t, {DATABASE_URL});
    const [code, message] = await Promise.all([exitCode(second), text(second.stderr)]);
    assert.equal(code, 1);
    assert.match(message, /^Another shop uses the database file:.*\. .*DATABASE_URL/);

    // However it goes.
    const gone = exitCode(first);
    first.kill('SIGKILL');
    await gone;
    await untilReady(startMain(t, {DATABASE_URL}));
  });

  it('two shops with Stripe’s keys share a file', async t => {
    const DATABASE_URL = await databaseFile(t);
    const keys = {STRIPE_SECRET_KEY: 'sk_test_abc123', STRIPE_PUBLISHABLE_KEY: 'pk_test_abc123'};

    await untilReady(startMain(t, {DATABASE_URL, ...keys}));
    await untilReady(startMain(t, {DATABASE_URL, ...keys}));
  });

  it('a file that another program keeps locked: says so', async t => {
    const DATABASE_URL = await databaseFile(t);
    const client = createClient({url: DATABASE_URL});
    t.after(() => client.close());
    await client.transaction('write');

    const child = startMain(t, {DATABASE_URL});
    const [code, message] = await Promise.all([exitCode(child), text(child.stderr)]);

    assert.equal(code, 1);
    assert.match(message, /^Another program has locked the database/);
  });

  it('keys in the wrong place: refused before anything starts, and not printed', async t => {
    const child = startMain(t, {
      STRIPE_SECRET_KEY: 'pk_test_abc123',
      STRIPE_PUBLISHABLE_KEY: 'pk_test_abc123',
    });

    const [code, message] = await Promise.all([exitCode(child), text(child.stderr)]);

    assert.equal(code, 1);
    assert.match(message, /^STRIPE_SECRET_KEY must look like/);
    assert.doesNotMatch(message, /abc123/);
  });
});
