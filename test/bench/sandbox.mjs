// Requests a second for POST /v1/tokens with keep-alive, and the server's memory over many of them.
// The server is the built one, in a process of its own: `npm run build && node test/bench/sandbox.mjs`.
import {fork} from 'node:child_process';
import {once} from 'node:events';
import {Agent, request} from 'node:http';
import {fileURLToPath} from 'node:url';

const total = 100_000;
const step = 10_000;
const connections = 16;

if (process.send) await serve();
else await measure();

/** In the server's process: tells its address, and its memory whenever it is asked. */
async function serve() {
  const {startSandbox} = await import('../../dist/sandbox/index.js');
  const sandbox = await startSandbox({port: 0});
  process.on('message', () => {
    globalThis.gc();
    const {heapUsed, rss} = process.memoryUsage();
    process.send({heapUsed, rss});
  });
  process.on('disconnect', () => void sandbox.close());
  process.send({origin: sandbox.origin});
}

async function measure() {
  const server = fork(fileURLToPath(import.meta.url), {execArgv: ['--expose-gc']});
  const [{origin}] = await once(server, 'message');
  const agent = new Agent({keepAlive: true, maxSockets: connections});
  const year = new Date().getFullYear() + 1;
  const body =
    'key=pk_test_bench&card[number]=4242424242424242&card[exp_month]=12' +
    `&card[exp_year]=${year}&card[cvc]=123`;

  console.log('requests  requests/s  heap MB  rss MB');
  for (let done = 0; done < total; done += step) {
    const start = performance.now();
    await Promise.all(
      Array.from({length: connections}, (_, index) =>
        inTurn(share(step, index), () => post(`${origin}/v1/tokens`, body, agent)),
      ),
    );
    const seconds = (performance.now() - start) / 1000;
    server.send('memory');
    const [{heapUsed, rss}] = await once(server, 'message');
    const columns = [done + step, Math.round(step / seconds), megabytes(heapUsed), megabytes(rss)];
    console.log(
      columns.map((value, index) => String(value).padStart([8, 10, 7, 6][index])).join('  '),
    );
  }
  agent.destroy();
  server.disconnect();
}

/** How many of `count` requests one connection makes. */
function share(count, index) {
  return Math.floor(count / connections) + (index < count % connections ? 1 : 0);
}

async function inTurn(count, work) {
  for (let index = 0; index < count; index += 1) await work();
}

function post(url, body, agent) {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, {method: 'POST', agent, headers});
    sent.on('error', reject);
    sent.on('response', answer => {
      if (answer.statusCode !== 200) reject(new Error(`Status ${answer.statusCode}`));
      answer.on('end', resolve);
      answer.resume();
    });
    sent.end(body);
  });
}

function megabytes(bytes) {
  return Math.round(bytes / 1024 / 1024);
}
