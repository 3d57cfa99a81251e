import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import manifest from '../../../package.json' with {type: 'json'};
import {Consumer} from './consumer.js';

const tsc = fileURLToPath(
  new URL('../../../node_modules/@typescript/native/bin/tsc', import.meta.url),
);

let bare: Consumer;
let shop: Consumer;
before(() => {
  bare = Consumer.alone();
  shop = Consumer.alone();
  shop.installDependencies();
});
after(() => {
  bare.remove();
  shop.remove();
});

test('the sandbox starts and answers where nothing is but its package', () => {
  const printed = bare.run(`
    import {startSandbox} from 'pay-button/sandbox';
    const {origin, close} = await startSandbox({port: 0});
    const said = [];
    for (const path of ['/', '/live/client.js', '/endive/stripe.js', '/frames/field.js']) {
      const {status} = await fetch(new URL(path, origin));
      said.push(path + ' ' + status);
    }
    const made = await fetch(new URL('/v1/customers', origin), {
      method: 'POST',
      headers: {authorization: 'Bearer sk_test_1'},
      body: new URLSearchParams({'metadata[order]': '7'}),
    });
    const {object, metadata} = await made.json();
    said.push(object + ' ' + metadata.order);
    await close();
    console.log(said.join(', '));
  `);
  assert.equal(
    printed,
    '/ 200, /live/client.js 200, /endive/stripe.js 200, /frames/field.js 200, customer 7\n',
  );
});

test('so does its command', () => {
  const bin = join(bare.folder, 'node_modules', manifest.name, manifest.bin['pay-button-sandbox']);
  const {stdout, stderr} = spawnSync(process.execPath, [bin, '--help'], {encoding: 'utf8'});
  assert.equal(stderr, '');
  assert.match(stdout, /^Usage: pay-button-sandbox/);
});

test('every type of the package is known where nothing but its dependencies is', () => {
  const entries = Object.entries(manifest.exports)
    .filter(([, target]) => typeof target === 'object' && 'default' in target)
    .map(([entry]) => entry.replace('.', manifest.name));
  const code = entries.map((entry, place) => `export * as entry${place} from '${entry}';\n`);
  const file = shop.write('shop.ts', code.join(''));
  const options = ['--ignoreConfig', '--noEmit', '--strict', '--skipLibCheck', 'false'];
  const target = ['--target', 'es2022', '--module', 'nodenext', '--types', ''];
  const args = [tsc, file, ...options, ...target];
  const {stdout, status} = spawnSync(process.execPath, args, {cwd: shop.folder, encoding: 'utf8'});
  assert.equal(stdout, '');
  assert.equal(status, 0);
});
