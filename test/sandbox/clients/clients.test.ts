import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {startSandbox, type Sandbox} from 'pay-button/sandbox';
import type {Browser, FrameLocator, Page} from 'playwright-core';
import {launchChromium} from '../../engines/launch-chromium.js';

/** A package of its own, which weighs too much to be installed with the project. */
const pages = fileURLToPath(new URL('pages/', import.meta.url));

describe('a client of Stripe.js that nobody changed for the sandbox', () => {
  let sandbox: Sandbox;
  let browser: Browser;
  let page: Page;
  let server: Server;
  let origin: string;
  /** What the page said of trouble. */
  const problems: string[] = [];

  before(async () => {
    installClients();
    sandbox = await startSandbox({port: 0});
    server = await serve(sandbox.origin, await bundle());
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchChromium();
    page = await browser.newPage();
    page.on('pageerror', error => problems.push(String(error)));
    page.on('console', message => {
      if (message.type() === 'error') problems.push(message.text());
    });
  });
  after(async () => {
    await browser?.close();
    server?.close();
    await sandbox?.close();
  });

  const frame = (title: string) => page.frameLocator(`iframe[title="Secure ${title} input frame"]`);

  async function type(field: FrameLocator, name: string, text: string): Promise<void> {
    await field.locator(`input[name="${name}"]`).click();
    await page.keyboard.type(text);
  }

  /** Pays, and returns what the page then shows. */
  async function pay(): Promise<string> {
    await page.getByRole('button', {name: 'Pay'}).click();
    await page.waitForFunction(() => document.querySelector('output')?.textContent);
    assert.deepEqual(problems, []);
    return page.locator('output').innerText();
  }

  for (const client of ['react', 'vue']) {
    it(`${client} makes a token of a card element`, async () => {
      await page.goto(`${origin}/${client}?form=card`);
      await type(frame('card payment'), 'cardnumber', '42424242424242421234123');
      assert.match(await pay(), /^tok_\w{24}$/);
    });

    it(`${client} is told of a card that is not complete`, async () => {
      await page.goto(`${origin}/${client}?form=card`);
      await type(frame('card payment'), 'cardnumber', '424242');
      assert.equal(await pay(), 'incomplete_number');
    });
  }

  it('react makes a payment method of split elements', async () => {
    await page.goto(`${origin}/react?form=split`);
    await type(frame('card number'), 'cardnumber', '4242424242424242');
    await type(frame('expiration date'), 'exp-date', '1234');
    await type(frame('CVC'), 'cvc', '123');
    assert.match(await pay(), /^pm_\w{24}$/);
  });

  it('react makes a confirmation token of a Payment Element', async () => {
    await page.goto(`${origin}/react?form=payment`);
    await type(frame('payment'), 'cardnumber', '42424242424242421234123');
    assert.match(await pay(), /^ctoken_\w{24}$/);
  });
});

function installClients(): void {
  if (existsSync(`${pages}node_modules`)) return;
  const {status, stderr} = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: pages,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  assert.equal(status, 0, stderr);
}

/** The pages' scripts, by their paths. */
async function bundle(): Promise<Map<string, string>> {
  const {outputFiles} = await build({
    absWorkingDir: pages,
    entryPoints: ['react.jsx', 'vue.js'],
    outdir: 'out',
    bundle: true,
    write: false,
    jsx: 'automatic',
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
  });
  return new Map(outputFiles.map(({path, text}) => [`/${path.split(/[\\/]/).at(-1)}`, text]));
}

function serve(sandbox: string, files: Map<string, string>): Promise<Server> {
  const server = createServer(({url = ''}, response) => {
    const [path = ''] = url.split('?');
    const script = files.get(path);
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(script ?? pageFor(sandbox, path));
  });
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const pageFor = (sandbox: string, path: string) => `<!doctype html>
<title>Client</title>
<link rel="icon" href="data:,">
<script src="${sandbox}/endive/stripe.js"></script>
<main></main>
<script src="${path}.js"></script>
`;
