import assert from 'node:assert/strict';
import {after, test, type TestContext} from 'node:test';
import {closeBrowser} from '../stage.js';
import {violationsOf} from '../violations.js';
import {detailsFor} from './customers.js';
import {pay} from './paying.js';
import {onlyPost, openSite} from './site.js';

after(closeBrowser);

const form = `<form method="post" action="/charge"><script src="/pay-button.js"
  class="stripe-button" data-key="pk_test_1" data-billing-address="true"></script></form>`;

/** Nothing but what our file and Stripe need, and no styles at all. */
const policyFor = (stripe: string) =>
  [
    "default-src 'none'",
    "script-src 'self' https://js.stripe.com",
    `frame-src ${stripe}`,
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');

/** Opens the page under a policy; what is violated is collected. */
async function openUnder(t: TestContext, directives = '') {
  let violations: readonly string[] = [];
  const site = await openSite(t, {
    files: {'/': `<!doctype html><html lang="en"><title>Shop</title><body>${form}`},
    headers: ({origin}) => ({'content-security-policy': policyFor(origin) + directives}),
    prepare: async page => {
      violations = await violationsOf(page);
    },
  });
  return {site, violations, page: site.page};
}

test('24. under Trusted Types it pays with the two policies that the documents name', async t => {
  const {site, violations, page} = await openUnder(
    t,
    "; require-trusted-types-for 'script'; trusted-types lit-html pay-button",
  );
  await page.locator('.stripe-button-el').click();
  await pay(page, detailsFor({billingAddress: true}));
  assert.match((await onlyPost(site)).body, /stripeToken=tok_/);
  assert.deepEqual([violations, site.complaints], [[], []]);
});

test('23. under a strict policy the button has its look, pays, and nothing is violated', async t => {
  const {site, violations, page} = await openUnder(t);
  const button = page.locator('.stripe-button-el');
  assert.deepEqual(
    await button.evaluate(element => {
      const {backgroundImage} = getComputedStyle(element);
      const {display, minHeight, color} = getComputedStyle(element.firstElementChild!);
      return [backgroundImage.split('(')[0], display, minHeight, color];
    }),
    ['linear-gradient', 'block', '30px', 'rgb(255, 255, 255)'],
  );
  await button.click();
  await pay(page, detailsFor({billingAddress: true}));
  assert.match((await onlyPost(site)).body, /&stripeBillingAddressCity=Tirana$/);
  assert.deepEqual([violations, site.complaints], [[], []]);
});
