import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {after, describe, it, type TestContext} from 'node:test';
import {closeEngines, engines} from './engines/engines.js';
import {detailsFor} from './legacy/customers.js';
import {pay} from './legacy/paying.js';
import {built, onlyPost, openSite} from './legacy/site.js';
import {closeBrowser, listen} from './stage.js';

after(closeEngines);
after(closeBrowser);

const hashes = JSON.parse(built('/integrity.json')) as Record<string, string>;
const integrity = `integrity="${hashes['pay-button.js']}" crossorigin="anonymous"`;

function hashOf(text: string, algorithm: string): string {
  return `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;
}

/** What somebody else would put into a file of ours. */
const tampered = (path: string) => `window.tampered = true;\n${built(path)}`;

/**
 * A console that the page can read, since not all engines tell theirs; and a wait that evaluates no string, which
 * the policy forbids.
 */
const watching = `window.said = [];
  console.error = message => void window.said.push(message);
  window.until = condition => new Promise(resolve => {
    const look = () => (condition() ? resolve() : requestAnimationFrame(look));
    look();
  });`;

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html pay-button',
].join('; ');

interface Given {
  attributes: string;
  /** What a path answers that is asked for the nth time. */
  answer: (path: string, time: number) => string;
}

/** A page whose button speaks Japanese, for which it needs a part, and how often each file was asked for. */
async function serveJapanese(t: TestContext, {attributes, answer}: Given) {
  const asked: Record<string, number> = {};
  const origin = await listen(t, (request, response) => {
    const {pathname} = new URL(request.url ?? '', 'http://localhost');
    const time = (asked[pathname] = (asked[pathname] ?? 0) + 1);
    response.setHeader('content-security-policy', policy);
    // Else a second request would go unseen.
    response.setHeader('cache-control', 'no-store');
    response.setHeader(
      'content-type',
      pathname.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8',
    );
    if (pathname === '/watching.js') response.end(watching);
    else if (pathname.endsWith('.js')) response.end(answer(pathname, time));
    else
      response.end(`<!doctype html><html lang="en"><title>Shop</title>
        <script src="/watching.js"></script>
        <script src="/pay-button.js" ${attributes} async></script>
        <pay-button data-key="pk_test_1" data-locale="ja"></pay-button>`);
  });
  return {origin, asked};
}

const label = `document.querySelector('pay-button')?.shadowRoot?.querySelector('button')?.textContent`;
const japanese = '/locales/ja.js';

for (const {name, missing, open} of engines) {
  describe(`${name}: a part of a file with a hash`, {skip: missing}, () => {
    it('runs as it was released, and is asked for once', async t => {
      const {origin, asked} = await serveJapanese(t, {
        attributes: integrity,
        answer: (path, time) => (time === 1 ? built(path) : tampered(path)),
      });
      const tab = await open(t);
      await tab.goto(origin);
      await tab.evaluate(`return until(() => ${label} === 'カードで支払う')`);
      assert.equal(await tab.evaluate('return window.tampered ?? false'), false);
      assert.deepEqual(await tab.evaluate('return window.said'), []);
      assert.deepEqual([asked['/parts.js'], asked[japanese]], [1, 1]);
    });

    for (const [file, type] of [
      [japanese, ''],
      ['/parts.js', ''],
      [japanese, 'type="module"'],
    ] as const) {
      it(`never runs when ${file} is another, which the console names ${type}`, async t => {
        const {origin} = await serveJapanese(t, {
          attributes: `${integrity} ${type}`,
          answer: path => (path === file ? tampered(path) : built(path)),
        });
        const tab = await open(t);
        await tab.goto(origin);
        await tab.evaluate('return until(() => window.said.length > 0)');
        assert.equal(await tab.evaluate('return window.tampered ?? false'), false);
        assert.equal(await tab.evaluate(`return ${label}`), 'Pay with Card');
        const [said, ...others] = (await tab.evaluate('return window.said')) as string[];
        assert.deepEqual(others, []);
        assert.ok(said?.startsWith(`pay-button: ${origin}${file}?`), said);
        assert.match(said, /not of this release/);
      });
    }

    it('never runs when its hash is not known', async t => {
      const parts = built('/parts.js').replace('"locales/ja.js":', '"locales/xx.js":');
      assert.notEqual(parts, built('/parts.js'));
      const script = built('/pay-button.js').replace(
        hashOf(built('/parts.js'), 'sha256'),
        hashOf(parts, 'sha256'),
      );
      const files: Readonly<Record<string, string>> = {
        '/parts.js': parts,
        '/pay-button.js': script,
      };
      const {origin, asked} = await serveJapanese(t, {
        attributes: `integrity="${hashOf(script, 'sha384')}" crossorigin="anonymous"`,
        answer: path => files[path] ?? built(path),
      });
      const tab = await open(t);
      await tab.goto(origin);
      await tab.evaluate('return until(() => window.said.length > 0)');
      assert.deepEqual(await tab.evaluate('return window.said'), [
        'pay-button: parts.js has no hash of locales/ja.js, so that locales/ja.js is not loaded.',
      ]);
      assert.equal(await tab.evaluate(`return ${label}`), 'Pay with Card');
      assert.equal(asked[japanese], undefined);
    });

    it('runs whatever it is where the tag has no hash', async t => {
      const {origin, asked} = await serveJapanese(t, {
        attributes: '',
        answer: path => (path === japanese ? tampered(path) : built(path)),
      });
      const tab = await open(t);
      await tab.goto(origin);
      await tab.evaluate(`return until(() => ${label} === 'カードで支払う')`);
      assert.equal(await tab.evaluate('return window.tampered'), true);
      assert.equal(asked['/parts.js'], undefined);
    });
  });
}

/** What needs a part before there is a dialog to pay in, or while it is open. */
const parts = {
  '/addresses.js': 'data-billing-address="true"',
  '/products.js': 'data-create="payment-method"',
} as const;

for (const [file, attributes] of Object.entries(parts)) {
  it(`with another ${file} the customer is told, and pays when it is the right one again`, async t => {
    const files: Record<string, string> = {
      [file]: tampered(file),
      '/': `<!doctype html><html lang="en"><title>Shop</title>
        <script src="/pay-button.js" ${integrity}></script>
        <form method="post" action="/charge">
          <pay-button data-key="pk_test_1" data-amount="999" data-email ${attributes}></pay-button>
        </form>`,
    };
    const site = await openSite(t, {files});
    const {page} = site;
    await page.locator('pay-button').click();
    const tryAgain = page.locator('pay-dialog').getByRole('button', {name: 'Try again'});
    await tryAgain.waitFor();
    assert.ok(site.complaints.some(said => said.includes(`${file}?`) && /release/.test(said)));

    files[file] = built(file);
    await tryAgain.click();
    await pay(page, detailsFor({billingAddress: file === '/addresses.js'}));
    await onlyPost(site);
    assert.equal(await page.evaluate(() => 'tampered' in window), false);
  });
}

it('with another confirm.js nothing is posted, and the customer pays when it is the right one again', async t => {
  const files: Record<string, string> = {
    '/confirm.js': tampered('/confirm.js'),
    '/': `<!doctype html><html lang="en"><title>Shop</title>
      <script src="/pay-button.js" ${integrity}></script>
      <form method="post" action="/charge">
        <pay-button data-key="pk_test_1" data-amount="999" data-email data-confirm="fetch"></pay-button>
      </form>`,
  };
  const site = await openSite(t, {files});
  const {page} = site;
  await page.locator('pay-button').click();
  await pay(page);
  await page.locator('pay-dialog').getByText('No connection').first().waitFor();
  assert.deepEqual(site.posts, []);
  assert.equal(await page.evaluate(() => 'tampered' in window), false);

  files['/confirm.js'] = built('/confirm.js');
  await page.locator('pay-dialog').locator('.pay').click();
  await page.waitForFunction(() => document.querySelector('pay-button')?.state === 'unconfirmed');
  assert.deepEqual(
    site.posts.map(({path}) => path),
    ['/charge'],
  );
});
