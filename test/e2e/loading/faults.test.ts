import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {after, describe, it, type TestContext} from 'node:test';
import type {Page} from 'playwright-core';
import {openedDialog, pay} from '../legacy/paying.js';
import {built, onlyPost, openSite} from '../legacy/site.js';
import {closeBrowser, listen, openPage} from '../stage.js';

after(closeBrowser);

const key = 'data-key="pk_test_1" data-amount="999" data-name="Shop"';
const tag = (src: string) => `<script src="${src}" class="stripe-button" ${key}></script>`;
const legacy = `<form method="post" action="/charge">${tag('/pay-button.js')}</form>`;
const shop = (body: string) => `<!doctype html><html lang="en"><title>Shop</title><body>${body}`;
const legacyButton = 'button.stripe-button-el';

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string;
}

interface Fault {
  /** The content that comes in the place of the part. */
  readonly answer: Answer;
  readonly says: RegExp;
}

const part = built('/checkoutjs.js');

const faults: Readonly<Record<string, Fault>> = {
  'is missing': {
    answer: {status: 404},
    says: /is not there: its server answers 404\. Put the file/,
  },
  'is forbidden': {answer: {status: 403}, says: /its server answers 403\./},
  'is served as text/plain': {
    answer: {type: 'text/plain', body: part},
    says: /is served as "text\/plain".* text\/javascript/,
  },
  'is a page': {
    answer: {type: 'text/html', body: '<!doctype html>'},
    says: /is served as "text\/html"/,
  },
  'has been cut off': {
    answer: {body: part.slice(0, part.length / 2)},
    says: /does not run \(SyntaxError.*Probably something has changed it/,
  },
  'is of another release': {
    answer: {body: 'export const createButton = () => {};'},
    says: /is not of this release/,
  },
  'throws when it is used': {
    answer: {body: 'export function createPart() { throw new Error("old"); }'},
    says: /is not of this release/,
  },
};

/** Opens a page with a legacy button whose part is another file, until `mend()` is called. */
async function openFaulty(t: TestContext, {answer}: Fault) {
  let current: Answer | undefined = answer;
  const site = await openSite(t, {
    files: {'/': shop(legacy)},
    prepare: page =>
      page.route('**/checkoutjs.js*', route =>
        current
          ? route.fulfill({
              status: current.status ?? 200,
              contentType: current.type ?? 'text/javascript',
              body: current.body ?? '',
            })
          : route.fallback(),
      ),
  });
  return {site, mend: () => void (current = undefined)};
}

/** Clicks until the customer reads that payment does not work, and returns what the merchant reads. */
async function reads(page: Page, complaints: readonly string[]): Promise<readonly string[]> {
  const button = page.locator(legacyButton);
  await button.click();
  await button.getByText('Payment does not work now').waitFor();
  const ours = complaints.filter(said => said.startsWith('pay-button: '));
  // When the page came, and once more if it had come by the click.
  assert.ok(ours.length > 0, complaints.join('\n'));
  return ours;
}

/** A page that needs each part. */
const askers = {
  '/addresses.js': 'data-billing-address="true"',
  '/products.js': 'data-create="payment-method"',
} as const;

describe('a <pay-button> without', {concurrency: 2}, () => {
  for (const [file, attributes] of Object.entries(askers)) {
    it(`${file} says so in the dialog, and pays when it is there`, async t => {
      const files: Record<string, string> = {
        '/': shop(`<script src="/pay-button.js"></script><form method="post" action="/charge">
          <pay-button ${key} data-email ${attributes}></pay-button></form>`),
        [file]: '',
      };
      const {page, complaints, origin} = await openSite(t, {files});
      await page.locator('pay-button').click();
      const dialog = page.locator('pay-dialog');
      const tryAgain = dialog.getByRole('button', {name: 'Try again'});
      await tryAgain.waitFor();
      assert.match(await dialog.locator('#form-message').innerText(), /Nothing was charged/);
      const ours = complaints.filter(said => said.startsWith('pay-button: '));
      assert.equal(ours.length, 1, complaints.join('\n'));
      assert.ok(ours[0]?.startsWith(`pay-button: ${origin}${file}?`), ours[0]);
      assert.match(ours[0], /its server answers 404/);
      files[file] = built(file);
      await tryAgain.click();
      await openedDialog(page);
    });
  }

  it('/confirm.js says so in the dialog, and posts when it is there', async t => {
    const files: Record<string, string> = {
      '/': shop(`<script src="/pay-button.js"></script><form method="post" action="/charge">
        <pay-button ${key} data-email data-confirm="fetch"></pay-button></form>`),
      '/confirm.js': '',
    };
    const site = await openSite(t, {files});
    await site.page.locator('pay-button').click();
    await pay(site.page);
    await site.page.locator('pay-dialog').getByText('Nothing was charged').first().waitFor();
    assert.deepEqual(site.posts, []);
    assert.match(site.complaints.join(), /confirm\.js\?\S+ is not there: its server answers 404/);
    files['/confirm.js'] = built('/confirm.js');
    await site.page.locator('pay-dialog').locator('.pay').click();
    await site.page.waitForFunction(
      () => document.querySelector('pay-button')?.state === 'unconfirmed',
    );
    assert.equal(site.posts.length, 1);
  });

  it('its language speaks English, and pays', async t => {
    const site = await openSite(t, {
      files: {
        '/': shop(`<script src="/pay-button.js"></script><form method="post" action="/charge">
          <pay-button ${key} data-email data-locale="ja"></pay-button></form>`),
        '/locales/ja.js': '',
      },
    });
    await site.page.getByRole('button', {name: 'Pay with Card'}).click();
    await pay(site.page);
    await onlyPost(site);
    assert.match(
      site.complaints.join(),
      /locales\/ja\.js\?\S+ is not there: its server answers 404/,
    );
  });
});

describe('a legacy button whose part', {concurrency: 2}, () => {
  for (const [what, fault] of Object.entries(faults)) {
    it(`${what} says that payment does not work, and opens when it is the right one again`, async t => {
      const {site, mend} = await openFaulty(t, fault);
      for (const said of await reads(site.page, site.complaints)) {
        assert.ok(said.startsWith(`pay-button: ${site.origin}/checkoutjs.js?`), said);
        assert.match(said, fault.says);
      }
      mend();
      await site.page.locator(legacyButton).click();
      await pay(site.page);
      await onlyPost(site);
    });
  }

  it('cannot be reached says so, as a guess', async t => {
    const {page, complaints} = await openSite(t, {
      files: {'/': shop(legacy)},
      prepare: page => page.route('**/checkoutjs.js*', route => route.abort()),
    });
    for (const said of await reads(page, complaints)) {
      assert.match(
        said,
        /did not come\. Probably there is no network, or an extension blocks it\.$/,
      );
    }
  });

  it('is on another origin that does not allow it names the header', async t => {
    const other = await listen(t, (request, response) => {
      const {pathname} = new URL(request.url ?? '', 'http://localhost');
      response.setHeader('content-type', 'text/javascript').end(built(pathname));
    });
    const {page, complaints} = await openSite(t, {
      files: {'/': shop(`<form method="post">${tag(`${other}/pay-button.js`)}</form>`)},
    });
    for (const said of await reads(page, complaints)) {
      assert.ok(said.startsWith(`pay-button: ${other}/checkoutjs.js?`), said);
      assert.match(said, /is on another origin, .*Access-Control-Allow-Origin/);
    }
  });

  const policies: Readonly<Record<string, RegExp>> = {
    'script-src http://localhost:*/pay-button.js':
      /is blocked by the page’s Content-Security-Policy\. Allow http:\/\/localhost:\d+ in its script-src/,
    "script-src http://localhost:*/pay-button.js; connect-src 'none'":
      /is blocked by the page’s Content-Security-Policy\. Allow http:\/\/localhost:\d+ in its script-src/,
  };
  for (const [policy, says] of Object.entries(policies)) {
    it(`is kept away by ${policy} names the directive`, async t => {
      const {page, complaints} = await openSite(t, {
        files: {'/': shop(legacy)},
        headers: () => ({'content-security-policy': policy}),
      });
      for (const said of await reads(page, complaints)) assert.match(said, says);
    });
  }

  it('is missing where the policy lets nobody look guesses nothing', async t => {
    const {page, complaints} = await openSite(t, {
      files: {'/': shop(legacy), '/checkoutjs.js': ''},
      headers: () => ({'content-security-policy': "connect-src 'none'"}),
    });
    for (const said of await reads(page, complaints)) {
      assert.match(
        said,
        /could not be loaded\. Why cannot be found out: .*Content-Security-Policy/,
      );
    }
  });

  it('lies beside a page that was opened as a file says to open it from a server', async t => {
    const folder = mkdtempSync(join(tmpdir(), 'pay-button-'));
    t.after(() => rmSync(folder, {recursive: true}));
    for (const name of ['pay-button.js', 'checkoutjs.js']) {
      writeFileSync(join(folder, name), built(`/${name}`));
    }
    writeFileSync(join(folder, 'shop.html'), shop(legacy.replace('/pay', 'pay')));
    const {page, complaints} = await openPage(t);
    await page.goto(pathToFileURL(join(folder, 'shop.html')).href);
    for (const said of await reads(page, complaints)) {
      assert.match(
        said,
        /checkoutjs\.js\?.* opened as a file\. Open the page from a web server\.$/,
      );
    }
  });

  it('hangs says so in time', async t => {
    const {page, complaints} = await openSite(t, {
      files: {'/': shop(legacy)},
      prepare: async page => {
        await page.clock.install();
        await page.route('**/checkoutjs.js*', () => {});
      },
    });
    const button = page.locator(legacyButton);
    await button.click();
    await page.clock.runFor(8_000);
    await button.getByText('Payment does not work now').waitFor();
    assert.match(complaints.join(), /did not come within 8 seconds/);
  });
});
