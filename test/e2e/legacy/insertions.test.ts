import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it, type TestContext} from 'node:test';
import type {Page} from 'playwright-core';
import {closeBrowser} from '../stage.js';
import {detailsFor, stripeFields} from './customers.js';
import {installLibraries} from './libraries.js';
import {inScript} from './markup.js';
import {openedDialog, pay, payWords} from './paying.js';
import {built, onlyPost, openSite, type OpenSite} from './site.js';

const buttons = 'button.stripe-button-el';
const key = 'data-key="pk_test_1" data-amount="999"';
const tag = `<script src="/pay-button.js" class="stripe-button" ${key}></script>`;
const form = `<form method="post" action="/charge"><input name="order" value="7">${tag}</form>`;

/** Makes the tag by script. */
const make = `const script = document.createElement('script');
  script.src = '/pay-button.js';
  script.className = 'stripe-button';
  script.setAttribute('data-key', 'pk_test_1');
  script.setAttribute('data-amount', '999');`;

/** Pages with one button, in a form with the order's number. */
const ways: Readonly<Record<string, string>> = {
  'jQuery’s html()': `<script src="/jquery.js"></script><main></main>
    <script>jQuery('main').html(${inScript(form)});</script>`,
  'createElement() and append()': `<body>
    <form method="post" action="/charge"><input name="order" value="7"></form>
    <script>${make} document.querySelector('form').append(script);</script>`,
  'innerHTML, which does not run it, and a second loader': `<main></main><script>
    document.querySelector('main').innerHTML = ${inScript(form)};
    const loader = document.createElement('script');
    loader.src = '/pay-button.js';
    document.body.append(loader);
  </script>`,
  'a form that is attached later': `<main></main><script>
    ${make}
    const form = document.createElement('form');
    form.method = 'post';
    form.action = '/charge';
    form.innerHTML = '<input name="order" value="7">';
    form.append(script);
    addEventListener('load', () => document.querySelector('main').append(form));
  </script>`,
  'a fragment without html and head': form,
  'a form that a table’s cells cut off': `<table><form method="post" action="/charge"><tr>
    <td><input name="order" value="7"></td><td>${tag}</td></tr></form></table>`,
  'a table within such a table': `<table><form method="post" action="/charge"><tr>
    <td><input name="order" value="7"></td><td><table><tr><td>${tag}</td></tr></table></td>
    </tr></form></table>`,
  'a form that the page writes anew': `${form}<script>
    document.querySelector('form').innerHTML += '<p>We ship today.</p>';
  </script>`,
  'an open shadow root': `<div><template shadowrootmode="open">${form}</template></div>`,
  async: form.replace(' src', ' async src'),
  defer: form.replace(' src', ' defer src'),
  'type="module"': form.replace(' src', ' type="module" src'),
  '14. the file loaded twice': `${form}<script src="/pay-button.js"></script>`,
  '14. two copies of the file': `<script src="/v2/checkout.js"></script>${form}`,
};

/** Our file once more, under another name and elsewhere. */
const copy = {
  '/v2/checkout.js': built('/pay-button.js'),
  '/v2/checkoutjs.js': built('/checkoutjs.js'),
};

after(closeBrowser);

describe('a script tag that comes into a page by', {concurrency: 2}, () => {
  let libraries: Readonly<Record<string, string>>;
  before(() => {
    const folder = join(installLibraries('libraries'), 'node_modules');
    libraries = {
      '/jquery.js': readFileSync(join(folder, 'jquery/dist/jquery.min.js'), 'utf8'),
      '/turbo.js': readFileSync(join(folder, '@hotwired/turbo/dist/turbo.es2017-umd.js'), 'utf8'),
    };
  });

  const openPages = (t: TestContext, pages: Readonly<Record<string, string>>) =>
    openSite(t, {files: {...libraries, ...copy, ...pages}});

  for (const [way, html] of Object.entries(ways)) {
    it(way, async t => {
      const site = await openPages(t, {'/': html});
      // The page may put its tag in after its `load` event.
      await site.page.locator(buttons).first().waitFor();
      assert.equal(await site.page.locator(buttons).count(), 1);
      assert.equal(await paidOrder(site), '7');
      assert.deepEqual(site.complaints, []);
    });
  }

  it('jQuery, and its address forms come from beside the file', async t => {
    const asking = form
      .replace('/pay-button.js', '/js/pay-button.js')
      .replace(key, `${key} data-billing-address="true"`);
    const site = await openPages(t, {
      '/js/pay-button.js': built('/pay-button.js'),
      '/js/checkoutjs.js': built('/checkoutjs.js'),
      '/js/addresses.js': built('/addresses.js'),
      // Where they would be looked for beside the page.
      '/addresses.js': 'throw new Error("Not beside the file.");',
      '/': `<script src="/jquery.js"></script><main></main>
        <script>jQuery('main').html(${inScript(asking)});</script>`,
    });
    await site.page.locator(buttons).click();
    await pay(site.page, detailsFor({billingAddress: true}));
    assert.match((await onlyPost(site)).body, /&stripeBillingAddressCity=Tirana$/);
    assert.deepEqual(site.complaints, []);
  });

  it('one of two forms that share an id', async t => {
    const named = form.replace('<form', '<form id="pay"');
    const site = await openPages(t, {'/': named + named.replace('"7"', '"8"')});
    assert.equal(await site.page.locator(buttons).count(), 2);
    assert.equal(await paidOrder(site), '8');
  });

  it('several in one form, of which the customer chooses one', async t => {
    const other = tag.replace('999', '100');
    const site = await openPages(t, {'/': form.replace(tag, other + other + tag)});
    assert.equal(await site.page.locator(buttons).count(), 3);
    assert.equal(await paidOrder(site), '7');
    assert.deepEqual(site.complaints, []);
  });

  it('one of two forms that the cells of one table cut off', async t => {
    const row = (order: number) => `<form method="post" action="/charge"><tr>
      <td><input name="order" value="${order}"></td><td>${tag}</td></tr></form>`;
    const site = await openPages(t, {'/': `<table>${row(7)}${row(8)}</table>`});
    assert.equal(await paidOrder(site), '8');
  });

  it('29. no form: the page stays as it is, and jQuery hears of the token', async t => {
    const {origin, page, posts, complaints} = await openPages(t, {
      '/': `<!doctype html><title>Shop</title><main>${tag}</main>
        <script src="/jquery.js"></script><script>
          var heard = [];
          jQuery('.stripe-button').on('token', (event, token) => heard.push(token));
        </script>`,
    });
    const html = await page.locator('main').innerHTML();
    await page.locator(buttons).click();
    await pay(page);
    await page.locator('pay-dialog').waitFor({state: 'detached'});
    const heard = await page.evaluate(() => (window as unknown as {heard: Token[]}).heard);
    assert.equal(heard.length, 1);
    assert.match(heard[0]?.id ?? '', /^tok_/);
    assert.equal(heard[0]?.email, detailsFor({}).email);
    assert.equal(await page.locator('main').innerHTML(), html);
    assert.equal(page.url(), `${origin}/`);
    assert.deepEqual([posts, complaints], [[], []]);
  });

  it('a server that forgot the key, which the page fills in after a first click', async t => {
    const {page, posts} = await openPages(t, {'/': form.replace('pk_test_1', '')});
    await page.locator(buttons).hover();
    await page.locator(buttons).click();
    await page
      .getByRole('alert')
      .getByText(/not set up correctly/)
      .waitFor();
    await page.keyboard.press('Escape');
    await page.locator('script.stripe-button').evaluate(script => {
      script.setAttribute('data-key', 'pk_test_1');
    });
    await page.locator(buttons).click();
    await pay(page);
    await page.getByRole('heading', {name: 'Thanks'}).waitFor();
    assert.equal(posts.length, 1);
  });

  describe('Turbo', () => {
    const turboPage = (title: string, body: string) =>
      `<!doctype html><html lang="en"><head><title>${title}</title><script src="/turbo.js"></script>
        </head><body>${body}<a href="/cart">To the cart</a></body></html>`;
    const pages = {
      '/': turboPage('Shop', ''),
      '/cart': turboPage('Cart', form),
      '/news': turboPage('News', ''),
    };

    async function visitCart(t: TestContext): Promise<OpenSite> {
      const site = await openPages(t, pages);
      await site.page.getByRole('link').click();
      await upgrade(site.page, 0);
      return site;
    }

    /** Leaves and comes back, which shows a copy of the page; a page that was loaded anew would count from 0. */
    async function leaveAndComeBack(page: Page): Promise<void> {
      await page.evaluate(() => Turbo.visit('/news'));
      await page.waitForFunction(() => document.title === 'News');
      await page.evaluate(() => history.back());
      await page.waitForFunction(() => document.title === 'Cart');
      await upgrade(page, 1);
    }

    it('on a visit', async t => {
      const site = await visitCart(t);
      assert.equal(await paidOrder(site), '7');
      assert.deepEqual(site.complaints, []);
    });

    it('on a visit that comes back from its cache', async t => {
      const site = await visitCart(t);
      await leaveAndComeBack(site.page);
      assert.equal(await site.page.locator(buttons).count(), 1);
      assert.equal(await paidOrder(site), '7');
      assert.deepEqual(site.complaints, []);
    });

    it('on a visit that comes back to where the dialog was open', async t => {
      const site = await visitCart(t);
      await site.page.locator(buttons).click();
      await openedDialog(site.page);
      await leaveAndComeBack(site.page);
      assert.equal(await site.page.locator('pay-dialog').count(), 0);
      assert.equal(await paidOrder(site), '7');
      assert.deepEqual(site.complaints, []);
    });
  });
});

/** Waits until this many tags have had their button before one that has it now. */
async function upgrade(page: Page, before: number): Promise<void> {
  await page.waitForFunction(
    name => window.StripeCheckout?.__app.configurations[name],
    `button${before}`,
  );
}

/** Pays by the last button of the page. The post must have each of our fields once. */
async function paidOrder(site: OpenSite): Promise<string | null> {
  await site.page.locator(buttons).last().click();
  await openedDialog(site.page);
  assert.equal(await payWords(site.page), 'Pay $9.99');
  const details = detailsFor({});
  await pay(site.page, details);
  const {path, body} = await onlyPost(site);
  assert.equal(path, '/charge');
  const posted = new URLSearchParams(body);
  const token = posted.get('stripeToken') ?? '';
  assert.match(token, /^tok_/);
  // In a form that a table cuts off, the page's own fields lie behind ours.
  const ours = [...posted].filter(([name]) => name !== 'order');
  assert.deepEqual(ours, stripeFields(token, details));
  return posted.get('order');
}

interface Token {
  readonly id: string;
  readonly email: string;
}

declare const Turbo: {visit(address: string): void};
