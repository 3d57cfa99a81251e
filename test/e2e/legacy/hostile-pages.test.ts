import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import {cards, closeBrowser, enterCard} from '../stage.js';
import {detailsFor, stripeFields} from './customers.js';
import {openedDialog, pay} from './paying.js';
import {onlyPost, openSite, type OpenSite} from './site.js';

const button = 'button.stripe-button-el';
const tag = `<script src="/pay-button.js" class="stripe-button" data-key="pk_test_1"
  data-amount="999"></script>`;
const formWith = (fields: string) => `<form method="post" action="/charge">${fields}${tag}</form>`;
const form = formWith('');
const pageWith = (body: string) => ({
  '/': `<!doctype html><html lang="en"><title>Shop</title><body>${body}`,
});

/** Names that hide what the file needs of document, window or form. */
const clobbering: Readonly<Record<string, string>> = {
  '18. an image named currentScript': `<img name="currentScript" src="https://evil.example/js/evil.png"
    alt="">${form}`,
  '19. images named body and head': `<img name="body" alt=""><img name="head" alt="">${form}`,
  '19. an image named querySelectorAll': `<img name="querySelectorAll" alt="">${form}`,
  '20. a link with the id Stripe': `<a id="Stripe" href="https://evil.example/">Stripe</a>${form}`,
  '20. a form with the id StripeCheckout': `<form id="StripeCheckout"></form>${form}`,
  '16. a field named submit': formWith('<input name="submit">'),
  '17. fields named action, method, elements, appendChild and requestSubmit': formWith(
    ['action', 'method', 'elements', 'appendChild', 'requestSubmit', 'addEventListener']
      .map(name => `<input name="${name}" value="/elsewhere">`)
      .join(''),
  ),
};

after(closeBrowser);

describe('on a page with', {concurrency: 2}, () => {
  for (const [what, body] of Object.entries(clobbering)) {
    it(`${what}, the button pays`, async t => {
      const site = await openSite(t, {files: pageWith(body)});
      await paysByButton(site);
      assert.deepEqual(site.complaints, []);
    });
  }

  it('CSS that hides the button, a timer’s click opens', async t => {
    const site = await openSite(t, {
      files: pageWith(
        `<style>.stripe-button-el { display: none !important; visibility: hidden; }</style>
         ${form}<script>
           setTimeout(() => document.querySelector('.stripe-button-el').click());
         </script>`,
      ),
    });
    await pays(site);
    assert.deepEqual(site.complaints, []);
  });

  it('a double of StripeCheckout, made before or after, that stays', async t => {
    const double = '{configure: () => ({open() {}, close() {}})}';
    const site = await openSite(t, {
      files: pageWith(
        `<script>'use strict'; var early = (window.StripeCheckout = ${double});</script>${form}
         <script>
           'use strict';
           var kept = window.StripeCheckout === early;
           var late = (window.StripeCheckout = ${double});
         </script><script src="/pay-button.js"></script>`,
      ),
    });
    const stayed = await site.page.evaluate(() => {
      const {kept, late, StripeCheckout} = window as unknown as Record<string, unknown>;
      return [kept, StripeCheckout === late];
    });
    assert.deepEqual(stayed, [true, true]);
    await paysByButton(site);
    assert.deepEqual(site.complaints, []);
  });

  it('a checkout.js of its own and lookalikes, these are left alone', async t => {
    const site = await openSite(t, {
      files: {
        ...pageWith(
          `<script src="/js/checkout.js" data-key="pk_test_2" data-amount="1"></script>
           <a class="stripe-button" href="#">Other</a><button class="stripe-button">Other</button>
           <p id="stripe-button-el"></p>${form}`,
        ),
        '/js/checkout.js': 'var cart = {total: 999};',
      },
    });
    const {page} = site;
    assert.equal(await page.locator('.stripe-button-el').count(), 1);
    assert.equal(await page.locator('[src="/js/checkout.js"] + a + button + p + form').count(), 1);
    assert.equal(await page.evaluate('cart.total'), 999);
    await paysByButton(site);
    assert.deepEqual(site.complaints, []);
  });

  it('a modal of its own that keeps the focus, the keyboard pays', async t => {
    const site = await openSite(t, {
      files: pageWith(
        `<div id="modal" tabindex="-1">${form}</div><script>
           const modal = document.getElementById('modal');
           document.addEventListener('focusin', ({target}) => {
             if (!modal.contains(target)) modal.focus();
           });
         </script>`,
      ),
    });
    const {page} = site;
    await page.locator(button).click();
    await openedDialog(page);
    await page.keyboard.type(detailsFor({}).email);
    await page.keyboard.press('Tab');
    await enterCard(page, cards.good);
    await page.keyboard.press('Enter');
    await isPayment(site);
    assert.deepEqual(site.complaints, []);
  });

  it('47. a customer who clicks twice, there is one dialog and one token', async t => {
    const site = await openSite(t, {files: pageWith(form)});
    const {page} = site;
    await page.locator(button).dblclick();
    assert.equal(await (await openedDialog(page)).count(), 1);
    await pays(site, 2);
    const {requests} = site.sandbox.control.journal;
    assert.equal(requests.filter(({path}) => path === '/v1/tokens').length, 1);
  });

  it('30. a form that gets, the token is in the address, and the console says so', async t => {
    const warnings: string[] = [];
    const {page, complaints} = await openSite(t, {
      files: {
        ...pageWith(form.replace(' method="post"', '')),
        '/charge': '<!doctype html><title>Thanks</title>',
      },
      prepare: page => {
        page.on('console', message => {
          if (message.type() === 'warning') warnings.push(message.text());
        });
      },
    });
    assert.match(warnings.join(), /method="post"/);
    await page.locator(button).click();
    await pay(page);
    await page.waitForURL(/\/charge\?stripeToken=tok_\w+&stripeTokenType=card&stripeEmail=/);
    assert.deepEqual(complaints, []);
  });
});

async function paysByButton(site: OpenSite): Promise<void> {
  await site.page.locator(button).click();
  await pays(site);
}

async function pays(site: OpenSite, clickCount = 1): Promise<void> {
  await pay(site.page, detailsFor({}), {clickCount});
  await isPayment(site);
}

async function isPayment(site: OpenSite): Promise<void> {
  const {path, body} = await onlyPost(site);
  assert.equal(path, '/charge');
  const posted = [...new URLSearchParams(body)].filter(([name]) => name.startsWith('stripe'));
  const token = posted[0]?.[1] ?? '';
  assert.match(token, /^tok_/);
  assert.deepEqual(posted, stripeFields(token, detailsFor({})));
}
