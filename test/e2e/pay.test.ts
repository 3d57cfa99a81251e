import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {
  cards,
  closeBrowser,
  openCheckout,
  openDialog,
  openPage,
  openShop,
  payWith,
} from './stage.js';

after(closeBrowser);

test('a card typed into the frames becomes a charge and a receipt', async t => {
  const {origin, stripe} = await openShop(t);
  const {page, complaints} = await openPage(t);

  await openCheckout(page, origin);
  await payWith(page, cards.good);
  await page.getByRole('heading', {name: 'Thank you'}).waitFor();

  const {data} = await stripe.charges.list();
  const [charge, ...others] = data;
  assert.ok(charge);
  assert.deepEqual(others, []);
  assert.deepEqual([charge.amount, charge.currency, charge.status], [999, 'jpy', 'succeeded']);

  const receipt = await page.locator('main').innerText();
  const token = /tok_\w+/.exec(receipt)?.[0] ?? '';
  assert.ok((await stripe.tokens.retrieve(token)).used);
  for (const id of [charge.id, charge.payment_intent, charge.customer]) {
    assert.ok(typeof id === 'string' && receipt.includes(id));
  }
  const orderId = new URL(page.url()).pathname.replace('/orders/', '');
  assert.equal(charge.metadata.order_id, orderId);
  assert.ok(receipt.includes(orderId));
  assert.deepEqual(complaints, []);
});

test('a declined card leads back to the same order, which a second card pays once', async t => {
  const {origin, stripe} = await openShop(t);
  const {page} = await openPage(t);

  await openCheckout(page, origin);
  const orderUrl = page.url();
  await payWith(page, cards.declined);
  await page.getByRole('heading', {name: /declined|not paid/i}).waitFor();
  await page.locator('main').getByRole('link').first().click();
  await page.waitForURL(orderUrl);
  await openDialog(page);
  await payWith(page, cards.good);
  await page.getByRole('heading', {name: 'Thank you'}).waitFor();

  assert.equal(page.url(), orderUrl);
  const {data} = await stripe.charges.list();
  const statuses = data.map(charge => charge.status);
  assert.deepEqual(statuses.toSorted(), ['failed', 'succeeded']);
});

test('the card number is never in the shop: not in its requests, not in messages to its page', async t => {
  const {origin} = await openShop(t);
  const {page} = await openPage(t);
  const sent: string[] = [];
  page.on('request', request => {
    if (request.url().startsWith(origin)) sent.push(request.url() + (request.postData() ?? ''));
  });
  const heard: string[] = [];
  await page.exposeFunction('hear', (message: string) => heard.push(message));
  await page.addInitScript(() => {
    window.addEventListener('message', ({data}) => {
      (window as unknown as {hear: (message: string) => void}).hear(JSON.stringify(data));
    });
  });

  await openCheckout(page, origin);
  await payWith(page, cards.good);
  await page.getByRole('heading', {name: 'Thank you'}).waitFor();

  assert.ok(sent.some(request => request.includes('stripe_token=tok_')));
  assert.ok(heard.some(message => message.includes('tok_')));
  for (const text of [...sent, ...heard]) assert.ok(!text.replace(/\W/g, '').includes(cards.good));
});
