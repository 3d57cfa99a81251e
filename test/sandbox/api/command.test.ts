import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {text} from 'node:stream/consumers';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {setUp} from './setup.js';

const bin = fileURLToPath(new URL('../../../dist/sandbox/bin.js', import.meta.url));

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return spawn(process.execPath, [bin, ...args], {
    env: {...process.env, ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What a command that fails says, and its exit code. */
async function failureOf(args: readonly string[], env?: NodeJS.ProcessEnv) {
  const command = run(args, env);
  const closed = once(command, 'close');
  const said = await text(command.stderr);
  await closed;
  return {said, code: command.exitCode};
}

describe('pay-button-sandbox', {concurrency: true}, () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`says what to paste, serves, and stops on ${signal}`, async () => {
      const command = run(['--port', '0']);
      const exit = once(command, 'exit');
      const [printed] = (await once(command.stdout, 'data')) as [Buffer];
      const [, origin, port] = /(http:\/\/localhost:(\d+))/.exec(String(printed)) ?? [];
      assert.ok(origin && port);
      assert.match(String(printed), /This is not Stripe/);
      assert.ok(String(printed).includes(`<script src="${origin}/endive/stripe.js"></script>`));
      assert.ok(String(printed).includes(`{host: 'localhost', port: ${port}, protocol: 'http'}`));
      assert.equal((await fetch(origin)).status, 200);
      command.kill(signal);
      assert.deepEqual(await exit, [0, null]);
    });
  }

  it('says which port is taken, whether it came as an option or from the environment', async t => {
    const {origin} = await setUp(t);
    const {port} = new URL(origin);
    const failures = [failureOf(['--port', port]), failureOf([], {SANDBOX_PORT: port})];
    for (const {said, code} of await Promise.all(failures)) {
      assert.equal(code, 1);
      assert.equal(
        said,
        `Port ${port} is taken. Choose another one with --port or SANDBOX_PORT.\n`,
      );
    }
  });

  it('says how it is used when it is asked', async () => {
    const command = run(['--help']);
    const closed = once(command, 'close');
    assert.match(await text(command.stdout), /^Usage: pay-button-sandbox \[--port N\]/);
    await closed;
    assert.equal(command.exitCode, 0);
  });

  it('says how it is used when it is used otherwise', async () => {
    const wrong = [
      ['--port', 'http'],
      ['--port', '65536'],
      ['--prot', '1'],
    ];
    for (const {said, code} of await Promise.all(wrong.map(args => failureOf(args)))) {
      assert.equal(code, 1);
      assert.match(said, /Usage: pay-button-sandbox \[--port N\]/);
    }
  });
});
