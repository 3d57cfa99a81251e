import assert from 'node:assert/strict';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {startSandbox, type Sandbox} from 'pay-button/sandbox';
import type {Browser, Page} from 'playwright-core';
import {launchChromium} from '../engines/launch-chromium.js';
import {StandInDriver} from './stand-in-driver.js';
import {contract} from './suite.js';

describe('the sandbox’s stand-in, like the test kit,', () => {
  let browser: Browser;
  let page: Page;
  let sandbox: Sandbox;
  let server: Server;
  let address: string;
  before(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
    sandbox = await startSandbox({port: 0});
    server = await serveEmptyPage();
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  after(async () => {
    await browser.close();
    server.close();
    await sandbox.close();
  });

  for (const [behaviour, cases] of Object.entries(contract)) {
    describe(behaviour, () => {
      for (const {name, expected, run} of cases) {
        it(name, async () => {
          const driver = await StandInDriver.open(page, address, sandbox.origin);
          assert.deepEqual(await run(driver), expected);
        });
      }
    });
  }
});

function serveEmptyPage(): Promise<Server> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Contract</title><body>');
  });
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(server)));
}
