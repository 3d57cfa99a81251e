import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const script = fileURLToPath(new URL('emulators/pay.mjs', import.meta.url));
const run = promisify(execFile);

/** Pays in a process of its own, whose globals are the emulator's; returns what came of it. */
async function payIn(...args: string[]): Promise<unknown> {
  const {stdout} = await run(process.execPath, [script, ...args]);
  return JSON.parse(stdout);
}

const paid = {label: 'Pay with Card', opened: 'ready', paid: 'done', token: true};

test('in happy-dom a payment goes through', async () => {
  assert.deepEqual(await payIn('happy-dom'), paid);
});

test('in jsdom, whose <dialog> has no methods, open() rejects with what is missing', async () => {
  const {opened, label} = (await payIn('jsdom')) as {opened: string; label: string};
  assert.equal(label, 'Pay with Card');
  assert.match(opened, /(showModal|close) is not a function/);
});

test('in jsdom with these methods a payment goes through', async () => {
  assert.deepEqual(await payIn('jsdom', 'with-modals'), paid);
});
