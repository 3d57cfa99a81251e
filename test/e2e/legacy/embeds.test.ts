import assert from 'node:assert/strict';
import {after, describe, it, type TestContext} from 'node:test';
import type {Page} from 'playwright-core';
import {closeBrowser} from '../stage.js';
import {type Asked, detailsFor, stripeFields} from './customers.js';
import {piecesOf} from './markup.js';
import {openedDialog, pay, payWords} from './paying.js';
import {simpleRecords, type SimpleRecord} from './records.js';
import {plainPage, settings, type Setting} from './simple-pages.js';
import {onlyPost, openSite} from './site.js';

const path = '/shop/pay/index.html';
const buttons = 'button.stripe-button-el';

after(closeBrowser);

describe('a real page of checkout.js with our file', {concurrency: 2}, () => {
  for (const record of simpleRecords) {
    const name = `${record.id}, ${record.where}`;
    const pays = settings[record.id]?.pays;
    if (record.expect === 'no_button') it(`${name}: no button`, t => hasButtons(t, record, 0));
    else if (!pays) it(`${name}: a button`, t => hasButtons(t, record, 1));
    else if (!record.form.in_form) it(`${name}: pays`, t => paysOnThePage(t, record));
    else it(`${name}: posts`, t => postsPayment(t, record));
  }

  it('posts with our file at checkout.js’s own address, and its parts beside it', async t => {
    const record = simpleRecords.find(({id}) => id === 38);
    assert.ok(record);
    await postsPayment(t, record, html =>
      html.replaceAll('/pay-button.js', 'https://checkout.stripe.com/checkout.js'),
    );
  });
});

async function openRecord(t: TestContext, record: SimpleRecord, change = (html: string) => html) {
  const setting = settings[record.id];
  assert.ok(setting, `Nothing is known of the page of record ${record.id}.`);
  const {page: write = plainPage, handwriting} = setting;
  const html = change(write(piecesOf(record, handwriting)));
  return {site: await openSite(t, {files: {[path]: html}, path}), setting};
}

async function postsPayment(
  t: TestContext,
  record: SimpleRecord,
  change?: (html: string) => string,
): Promise<void> {
  const {site, setting} = await openRecord(t, record, change);
  const {page, stripe} = site;
  assert.equal(await page.locator(buttons).count(), setting.buttons ?? 1);
  await open(page, setting);
  const dialog = await openedDialog(page);
  assert.equal(await payWords(page), setting.pays);
  const asked = askedBy(record);
  assert.equal(await dialog.locator('[autocomplete=email]').inputValue(), asked.email ?? '');

  const details = detailsFor(asked);
  await pay(page, details);
  const post = await onlyPost(site);
  const token = new URLSearchParams(post.body).get('stripeToken') ?? '';
  const {used, card} = await stripe.tokens.retrieve(token);
  assert.deepEqual([used, card?.last4], [false, '4242']);
  const zip = details.postalCode ?? details.billing?.posted.AddressZip ?? null;
  assert.equal(card?.address_zip, zip);

  const fields = record.form.other_fields.map(({name, value = ''}) => [name, value]);
  const body = new URLSearchParams([...fields, ...stripeFields(token, details)]);
  assert.equal(post.body, body.toString());
  const {pathname, search} = new URL(record.form.action ?? '', site.origin + path);
  assert.equal(post.path, pathname + search);
  assert.deepEqual(site.complaints, []);
}

async function paysOnThePage(t: TestContext, record: SimpleRecord): Promise<void> {
  const {site, setting} = await openRecord(t, record);
  const {page} = site;
  await open(page, setting);
  const dialog = await openedDialog(page);
  assert.equal(await payWords(page), setting.pays);
  await pay(page);
  await dialog.waitFor({state: 'detached'});
  assert.equal(page.url(), site.origin + path);
  assert.deepEqual([site.posts, site.complaints], [[], []]);
}

async function hasButtons(t: TestContext, record: SimpleRecord, count: number): Promise<void> {
  const {page, complaints} = (await openRecord(t, record)).site;
  // The file has run, and might have put a button there.
  assert.equal(await page.evaluate(() => typeof window.StripeCheckout?.configure), 'function');
  assert.equal(await page.locator(buttons).count(), count);
  assert.deepEqual(complaints, []);
}

async function open(page: Page, {click = buttons}: Setting): Promise<void> {
  if (click !== 'page') await page.locator(click).last().click();
}

/** What a record's attributes ask for, however they are spelt. */
function askedBy({rendered}: SimpleRecord): Asked {
  const isTrue = (name: string) =>
    Object.entries(rendered).some(
      ([attribute, value]) =>
        attribute.replace(/-/g, '').toLowerCase() === `data${name}` && value === 'true',
    );
  return {
    email: rendered['data-email'],
    zipCode: isTrue('zipcode'),
    billingAddress: isTrue('billingaddress'),
    shippingAddress: isTrue('shippingaddress'),
  };
}
