import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const index = new URL('../../../src/sandbox/index.ts', import.meta.url).href;
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Has a delivery fail, a request held for ten minutes, and closes the sandbox. */
const script = `
  import {createServer} from 'node:http';
  import {once} from 'node:events';
  import {startSandbox} from ${JSON.stringify(index)};
  const shop = createServer((request, response) => response.writeHead(500).end());
  await once(shop.listen(0, '127.0.0.1'), 'listening');
  const {origin, control, close} = await startSandbox({port: 0, webhooks: {pauses: [3600000]}});
  const post = (path, body) => fetch(origin + path, {
    method: 'POST',
    headers: {authorization: 'Bearer sk_test_1'},
    body: new URLSearchParams(body),
  });
  const url = 'http://127.0.0.1:' + shop.address().port;
  await post('/v1/webhook_endpoints', {url, 'enabled_events[]': '*'});
  const delivered = once(shop, 'request');
  await post('/v1/customers', {});
  await delivered;
  control.fault({path: '/v1/customers', kind: 'latency', ms: 600000});
  const held = post('/v1/customers', {}).catch(() => undefined);
  while (control.faults.held === 0) await post('/v1/tokens', {});
  await close();
  await held;
  shop.close();
  shop.closeAllConnections();
  process.stdout.write('closed');
`;

describe('a sandbox that was closed', () => {
  it('keeps no process alive, whatever was waiting', async () => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', script],
      {cwd: root, stdio: ['ignore', 'pipe', 'inherit']},
    );
    const [[said], [code]] = (await Promise.all([
      once(child.stdout, 'data'),
      once(child, 'exit'),
    ])) as [[Buffer], [number]];
    assert.equal(String(said), 'closed');
    assert.equal(code, 0);
  });
});
