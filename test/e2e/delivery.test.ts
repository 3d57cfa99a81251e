import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {openedDialog, pay, payWords} from './legacy/paying.js';
import {onlyPost, openSite, type Post} from './legacy/site.js';
import {button, formWith, pageWith} from './site-page.js';
import {closeBrowser} from './stage.js';
import {tokenKeys} from './token-keys.js';

after(closeBrowser);

describe('the token of', {concurrency: 2}, () => {
  it('34. a form that posts multipart/form-data is delivered once', async t => {
    const form = formWith('<input name="order" value="7"><input type="file" name="picture">');
    const site = await openSite(t, {
      files: pageWith(form.replace('<form', '<form enctype="multipart/form-data"')),
    });
    await site.page.locator('pay-button').click();
    await pay(site.page);
    const {body} = await onlyPost(site);
    assert.equal(body.match(/name="stripe_token"\r\n\r\ntok_\w{24}\r\n/g)?.length, 1);
    assert.match(body, /name="order"\r\n\r\n7/);
  });

  it('34. a form that opens a window of its own is delivered there, once', async t => {
    const {page, posts} = await openSite(t, {
      files: pageWith(formWith('').replace('<form', '<form target="_blank"')),
    });
    await page.locator('pay-button').click();
    const opened = page.waitForEvent('popup');
    await pay(page);
    await (await opened).getByRole('heading', {name: 'Thanks'}).waitFor();
    assert.deepEqual(posts.map(tokensIn), [1]);
    // Here the dialog has gone, and the button takes another payment.
    await page.locator('pay-dialog').waitFor({state: 'detached'});
    await page.locator('pay-button').click();
    await openedDialog(page);
    assert.equal(await page.locator('[name=stripe_token]').count(), 0);
  });

  it('34. a button elsewhere is delivered to the form that its attribute names, once', async t => {
    const site = await openSite(t, {
      files: pageWith(
        `<form id="pay" method="post" action="/charge"></form>${button.replace(' ', ' form="pay" ')}`,
      ),
    });
    await site.page.locator('pay-button').click();
    await pay(site.page);
    const post = await onlyPost(site);
    assert.deepEqual([post.path, tokensIn(post)], ['/charge', 1]);
  });

  it('12. each of two buttons has its own key and amount, by one Stripe.js', async t => {
    const other = button.replace('pk_test_1', 'pk_test_2').replace('999', '2500');
    const scripts: string[] = [];
    const site = await openSite(t, {
      files: pageWith(formWith('') + formWith('', other).replace('/charge', '/other')),
      prepare: page => {
        page.on('request', request => {
          if (request.url().startsWith('https://js.stripe.com')) scripts.push(request.url());
        });
      },
    });
    const {page} = site;
    const keys = tokenKeys(page);
    await page.locator('pay-button').first().click();
    await openedDialog(page);
    assert.equal(await payWords(page), 'Pay $9.99');
    await page.keyboard.press('Escape');
    await page.locator('pay-dialog').waitFor({state: 'detached'});
    await page.locator('pay-button').last().click();
    await openedDialog(page);
    assert.equal(await payWords(page), 'Pay $25.00');
    await pay(page);
    assert.equal((await onlyPost(site)).path, '/other');
    assert.deepEqual(keys, ['pk_test_2']);
    assert.equal(scripts.length, 1);
    assert.deepEqual(site.complaints, []);
  });

  it('13. a tag that was on the page before the file is delivered', async t => {
    const site = await openSite(t, {files: pageWith(formWith(''), '')});
    await site.page.locator('pay-button').evaluate(element => {
      Object.assign(element, {disabled: true});
    });
    await site.page.addScriptTag({url: '/pay-button.js'});
    const inner = site.page.getByRole('button', {name: 'Pay with Card'});
    assert.ok(await inner.isDisabled());
    await site.page.evaluate(() => (document.querySelector('pay-button')!.disabled = false));
    await inner.click();
    await pay(site.page);
    assert.equal(tokensIn(await onlyPost(site)), 1);
  });

  it('13. a button that is removed while it is open leaves the dialog to the customer, and then no frame', async t => {
    const {page, complaints} = await openSite(t, {
      files: pageWith(`${formWith('')}<button id="more">More</button>`),
    });
    await page.locator('pay-button').click();
    await openedDialog(page);
    assert.equal(await page.locator('iframe[title^="Secure"]').count(), 3);
    await page
      .locator('form')
      .first()
      .evaluate(form => form.remove());
    await page.locator('pay-dialog').getByRole('button', {name: 'Close'}).click();
    await page.locator('pay-dialog').waitFor({state: 'detached'});
    assert.equal(await page.locator('iframe[title^="Secure"]').count(), 0);
    await page.locator('#more').click();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'more');
    assert.deepEqual(complaints, []);
  });

  const refusals = {
    '429, and an error of Stripe’s': {
      status: 429,
      json: {error: {type: 'rate_limit_error', message: 'Slow down.'}},
    },
    '500, and an error of Stripe’s': {
      status: 500,
      json: {error: {type: 'api_error', message: 'Oh.'}},
    },
  };
  for (const [what, answer] of Object.entries(refusals)) {
    it(`42. a Stripe that answers ${what} is not made until the customer tries again`, async t => {
      await paysAtSecondTry(t, page => page.route(tokens, route => route.fulfill(answer)));
    });
  }

  it('42. a Stripe that cannot be reached is not made until the customer tries again', async t => {
    await paysAtSecondTry(t, page => page.route(tokens, route => route.abort('timedout')));
  });

  const nonsense = {
    'JSON that is cut off': {contentType: 'application/json', body: '{"id": "tok_1", "obj'},
    'a page of HTML': {contentType: 'text/html', body: '<!doctype html><h1>Bad gateway</h1>'},
    nothing: {contentType: 'application/json', body: 'null'},
    'a token that is none': {contentType: 'application/json', body: '{"token": null}'},
  };
  for (const [what, answer] of Object.entries(nonsense)) {
    it(`43. a Stripe that answers ${what} is not made until the customer tries again`, async t => {
      await paysAtSecondTry(t, page => page.route(tokens, route => route.fulfill(answer)));
    });
  }

  it('47. a customer who clicks three times is made once', async t => {
    const {page, posts} = await openSite(t, {files: pageWith(formWith(''))});
    const asked = tokenKeys(page);
    await page.locator('pay-button').click();
    await pay(page, undefined, {clickCount: 3});
    await page.getByRole('heading', {name: 'Thanks'}).waitFor();
    assert.deepEqual(posts.map(tokensIn), [1]);
    assert.equal(asked.length, 1);
  });
});

const tokens = '**/v1/tokens';

/** The customer is told that nothing was charged, once for each try, and nothing is posted before it succeeds. */
async function paysAtSecondTry(
  t: Parameters<typeof openSite>[0],
  fail: (page: Page) => Promise<unknown>,
): Promise<void> {
  const {page, posts} = await openSite(t, {files: pageWith(formWith(''))});
  const asked = tokenKeys(page);
  await fail(page);
  await page.locator('pay-button').click();
  await pay(page);
  const dialog = page.locator('pay-dialog');
  const message = dialog.locator('#form-message');
  assert.match(await message.innerText(), /Nothing was charged/);
  assert.deepEqual([posts.length, asked.length], [0, 1]);
  await page.unroute(tokens);
  await dialog.locator('.pay').click();
  await page.getByRole('heading', {name: 'Thanks'}).waitFor();
  assert.deepEqual(posts.map(tokensIn), [1]);
  assert.doesNotMatch(posts[0]?.body ?? '', /undefined|null/);
  assert.equal(asked.length, 2);
}

/** How many tokens of Stripe's own making are in it. */
function tokensIn({body}: Post): number {
  return body.match(/stripe_token=tok_\w{24}(&|$)/g)?.length ?? 0;
}
