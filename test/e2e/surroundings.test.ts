import assert from 'node:assert/strict';
import {after, test, type TestContext} from 'node:test';
import type {Page} from 'playwright-core';
import {pay} from './legacy/paying.js';
import {built, onlyPost, openSite} from './legacy/site.js';
import {button, formWith, pageWith} from './site-page.js';
import {closeBrowser, listen} from './stage.js';

after(closeBrowser);

/** What the console is warned of, by us and by Stripe.js. */
function hearWarnings(warnings: string[]) {
  return (page: Page) => {
    page.on('console', message => {
      if (message.type() === 'warning') warnings.push(message.text());
    });
  };
}

test('8. a picture of 50 MB, and one that is not there: hidden, and the customer pays', async t => {
  const pictures = await listen(t, (request, response) => {
    const isThere = request.url === '/huge.png';
    response.writeHead(isThere ? 200 : 404, {'content-type': 'image/png'});
    response.end(isThere ? Buffer.alloc(50 * 1024 * 1024) : 'Not found');
  });
  for (const name of ['huge', 'missing']) {
    const image = ` data-image="${pictures}/${name}.png" `;
    const site = await openSite(t, {files: pageWith(formWith('', button.replace(' ', image)))});
    await site.page.locator('pay-button').click();
    await site.page.locator('pay-dialog').locator('img').waitFor({state: 'hidden'});
    await pay(site.page);
    assert.match((await onlyPost(site)).body, /stripe_token=tok_/);
  }
});

test('26. in a frame of another origin it works, and warns', async t => {
  assert.deepEqual(await warningsInFrame(t, '127.0.0.1'), [
    'pay-button: another site frames this page.',
  ]);
});

test('26. in a frame of its own origin it says nothing', async t => {
  assert.deepEqual(await warningsInFrame(t, 'localhost'), []);
});

/** What is said when the button is clicked in a page that lies in another one, by that name of this machine. */
async function warningsInFrame(t: TestContext, host: string): Promise<string[]> {
  const warnings: string[] = [];
  const {page} = await openSite(t, {
    files: {
      ...pageWith(formWith('')),
      '/around': `<!doctype html><title>Around</title><script>
        document.write('<iframe src="http://${host}:' + location.port + '/" width=600 height=600>');
      </script>`,
    },
    path: '/around',
    prepare: hearWarnings(warnings),
  });
  const frame = page.frameLocator('iframe');
  await frame.locator('pay-button').click();
  await frame.locator('pay-dialog').getByRole('dialog').waitFor();
  return warnings.filter(text => text.startsWith('pay-button'));
}

/** A shop without https, which is none of this machine's. */
async function openInsecure(t: TestContext, key: string) {
  const warnings: string[] = [];
  const site = await openSite(t, {
    files: pageWith(''),
    prepare: async page => {
      hearWarnings(warnings)(page);
      await page.route('http://shop.example/**', route => {
        const {pathname} = new URL(route.request().url());
        const html = pageWith(formWith('', button.replace('pk_test_1', key)))['/'];
        return pathname === '/'
          ? route.fulfill({contentType: 'text/html', body: html})
          : route.fulfill({contentType: 'text/javascript', body: built(pathname)});
      });
    },
  });
  await site.page.goto('http://shop.example/');
  await site.page.locator('pay-button').click();
  return {...site, warnings};
}

test('3. a live key on a page without https: Stripe.js refuses it, and the console says why', async t => {
  const {page, complaints, posts} = await openInsecure(t, 'pk_live_1');
  const message = page.locator('pay-dialog').locator('#form-message');
  assert.match(await message.innerText(), /not set up correctly\. Nothing was charged/);
  assert.match(complaints.join(), /Live Stripe\.js integrations must use HTTPS/);
  assert.deepEqual(posts, []);
});

test('3. a test key on a page without https: works, with one warning', async t => {
  const {page, warnings, complaints} = await openInsecure(t, 'pk_test_1');
  await page.locator('iframe[title="Secure card number input frame"]').waitFor();
  assert.equal(await page.locator('pay-dialog').locator('#form-message').count(), 0);
  const [warning, ...others] = warnings;
  assert.match(warning ?? '', /live Stripe\.js integrations must use HTTPS/);
  assert.deepEqual([others, complaints], [[], []]);
});
