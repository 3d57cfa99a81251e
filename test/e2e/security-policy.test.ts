import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, test, type TestContext} from 'node:test';
import {detailsFor} from './legacy/customers.js';
import {pay} from './legacy/paying.js';
import {built, onlyPost, openSite} from './legacy/site.js';
import {cards, closeBrowser, openCheckout, openPage, openShop, payWith} from './stage.js';
import {violationsOf} from './violations.js';

after(closeBrowser);

const document = readFileSync(new URL('../../demo/docs/security.md', import.meta.url), 'utf8');

/** The document's policy in one line, with the sandbox in Stripe's place, whose name the button's own request bears. */
function policyFor(sandbox: string): string {
  const [, policy = ''] =
    /```http\nContent-Security-Policy:\n(.+?)```/s.exec(document) ?? assert.fail('no policy');
  return policy
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/https:\/\/[*\w.]*stripe\.com/g, `$& ${sandbox}`);
}

const {['pay-button.js']: hash} = JSON.parse(built('/integrity.json')) as Record<string, string>;

const tags = {
  'with integrity': `<script src="/pay-button.js" integrity="${hash}" crossorigin="anonymous"></script>`,
  'without integrity': `<script src="/pay-button.js"></script>`,
};

for (const [name, tag] of Object.entries(tags)) {
  test(`under the document’s policy a page pays ${name}, and nothing is violated`, async t => {
    const {site, violations} = await openUnderPolicy(t, tag);
    await site.page.locator('pay-button').click();
    await pay(site.page, detailsFor({billingAddress: true}));
    const {body} = await onlyPost(site);
    assert.match(body, /stripe_payment_method=pm_/);
    assert.deepEqual([violations, site.complaints], [[], []]);
  });
}

async function openUnderPolicy(t: TestContext, tag: string) {
  let violations: readonly string[] = [];
  const site = await openSite(t, {
    files: {
      '/': `<!doctype html><html lang="en"><title>Shop</title>
        ${tag}
        <form method="post" action="/charge">
          <pay-button data-key="pk_test_1" data-amount="999" data-image="/shop.png" data-email
            data-create="payment-method" data-billing-address data-locale="en-GB"></pay-button>
        </form>`,
    },
    headers: ({origin}) => ({'content-security-policy': policyFor(origin)}),
    prepare: async page => {
      violations = await violationsOf(page);
    },
  });
  return {site, violations};
}

test('under the document’s policy the demo shop takes a payment, and nothing is violated', async t => {
  const {origin, sandbox} = await openShop(t);
  const {page, complaints} = await openPage(t);
  const violations = await violationsOf(page);
  const policy = policyFor(sandbox.origin);
  await page.route(`${origin}/**`, async route => {
    if (!route.request().isNavigationRequest()) return route.continue();
    const response = await route.fetch({maxRedirects: 0});
    const headers = {...response.headers(), 'content-security-policy': policy};
    await route.fulfill({response, headers});
  });
  await openCheckout(page, origin);
  await payWith(page, cards.good);
  await page.getByRole('heading', {name: 'Thank you'}).waitFor();
  const receipt = await page.reload();
  assert.equal(receipt?.headers()['content-security-policy'], policy);
  assert.deepEqual([violations, complaints], [[], []]);
});
