import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, test, type TestContext} from 'node:test';
import type {Page} from 'playwright-core';
import {pay} from './legacy/paying.js';
import {onlyPost, openSite} from './legacy/site.js';
import {formWith, pageWith} from './site-page.js';
import {closeBrowser} from './stage.js';

after(closeBrowser);

const fallback = '<a href="/other">Pay elsewhere</a></pay-button>';
const form = formWith('').replace('</pay-button>', fallback);

/** What the README asks for, without a word of the styles, which are none of the page's business. */
const needed = (stripe: string) =>
  `default-src 'none'; script-src 'self' https://js.stripe.com; frame-src ${stripe}; form-action 'self'`;
const trusted = (policies: string) =>
  `; require-trusted-types-for 'script'; trusted-types ${policies}`;

interface UnderPolicy {
  readonly policy: (stripe: string) => string;
  readonly files?: Readonly<Record<string, string>>;
  readonly prepare?: (page: Page) => unknown;
}

function openUnder(t: TestContext, {policy, files, prepare}: UnderPolicy) {
  return openSite(t, {
    files: {...pageWith(form), ...files},
    headers: ({origin}) => ({'content-security-policy': policy(origin)}),
    prepare,
  });
}

test('23. under a strict policy it pays, and nothing is violated', async t => {
  const site = await openUnder(t, {policy: needed});
  await site.page.locator('pay-button').click();
  await pay(site.page);
  assert.match((await onlyPost(site)).body, /stripe_token=tok_/);
  // Chromium reports every violation as an error.
  assert.deepEqual(site.complaints, []);
});

test('24. under Trusted Types it pays with the two policies that the README names', async t => {
  const site = await openUnder(t, {policy: of => needed(of) + trusted('lit-html pay-button')});
  await site.page.locator('pay-button').click();
  await pay(site.page);
  assert.match((await onlyPost(site)).body, /stripe_token=tok_/);
  assert.deepEqual(site.complaints, []);
});

test('24. without the policy of ours the customer is told, and the console names it', async t => {
  const {page, complaints} = await openUnder(t, {policy: of => needed(of) + trusted('lit-html')});
  await page.locator('pay-button').click();
  const message = page.locator('pay-dialog').locator('#form-message');
  assert.match(await message.innerText(), /Something went wrong\. Nothing was charged/);
  assert.match(complaints.join(), /pay-button/);
});

test('24. without the policy of Lit’s the page stays as it was, and the console names it', async t => {
  const {page, complaints} = await openUnder(t, {policy: of => needed(of) + trusted('pay-button')});
  assert.ok(await page.getByRole('link', {name: 'Pay elsewhere'}).isVisible());
  assert.match(complaints.join(), /lit-html/);
});

test('25. beside a Lit of the page’s own, both work where duplicates are allowed', async t => {
  const lit = new URL('../../node_modules/lit-html/lit-html.js', import.meta.url);
  const site = await openUnder(t, {
    policy: of => needed(of) + trusted("lit-html pay-button 'allow-duplicates'"),
    files: {
      ...pageWith(`<main></main>${form}<script type="module" src="/own.js"></script>`),
      '/lit-html.js': readFileSync(lit, 'utf8'),
      '/own.js': `import {html, render} from './lit-html.js';
        render(html\`<h1>\${'Ours'}</h1>\`, document.querySelector('main'));`,
    },
  });
  await site.page.getByRole('heading', {name: 'Ours'}).waitFor();
  await site.page.locator('pay-button').click();
  await pay(site.page);
  assert.match((await onlyPost(site)).body, /stripe_token=tok_/);
  assert.deepEqual(site.complaints, []);
});

const lacking: Readonly<Record<string, (policy: string) => string>> = {
  'the script of Stripe’s': policy => policy.replace(' https://js.stripe.com', ''),
  'the frames of Stripe’s': policy => policy.replace(/frame-src [^;]+/, "frame-src 'none'"),
};
for (const [what, change] of Object.entries(lacking)) {
  test(`28. under a policy that blocks ${what} the customer is told; with the right one they pay`, async t => {
    const headers = {'content-security-policy': ''};
    const site = await openSite(t, {
      files: pageWith(form),
      headers: ({origin}) =>
        Object.assign(headers, {'content-security-policy': change(needed(origin))}),
      prepare: page => page.clock.install(),
    });
    const {page} = site;
    await page.locator('pay-button').click();
    const dialog = page.locator('pay-dialog');
    await dialog.getByRole('dialog').waitFor();
    await page.clock.runFor(9_999);
    await dialog.getByRole('button', {name: 'Try again'}).waitFor();
    assert.match(await dialog.locator('#form-message').innerText(), /Nothing was charged/);

    headers['content-security-policy'] = needed(site.sandbox.origin);
    await page.reload();
    await page.locator('pay-button').click();
    await pay(page);
    assert.match((await onlyPost(site)).body, /stripe_token=tok_/);
  });
}
