import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {closeBrowser, openCheckout, openDialog, openPage, openShop, payWith} from '../stage.js';

const asks = '4000002760003184';

after(closeBrowser);

test('the form leads to the bank and back to the receipt, under the shop’s policy', async t => {
  const {origin, sandbox, stripe} = await openShop(t);
  const {page, complaints} = await openPage(t);

  await openCheckout(page, origin);
  await payWith(page, asks);
  await page.getByRole('button', {name: 'Complete'}).click();
  await page.getByRole('heading', {name: 'Thank you'}).waitFor();

  assert.match(new URL(page.url()).pathname, /^\/orders\/[-\w]+$/);
  assert.equal(new URL(page.url()).search, '');
  const {data} = await stripe.charges.list();
  assert.deepEqual(
    data.map(({status}) => status),
    ['succeeded'],
  );
  assert.ok(!page.url().startsWith(sandbox.origin));
  assert.deepEqual(complaints, []);
});

test('a bank that says no leads back to the same order, which another card pays', async t => {
  const {origin, stripe} = await openShop(t);
  const {page} = await openPage(t);

  await openCheckout(page, origin);
  await payWith(page, asks);
  await page.getByRole('button', {name: 'Fail'}).click();
  await page.getByRole('heading', {name: 'Not paid'}).waitFor();
  await page.getByRole('link', {name: 'Pay with another card'}).click();
  await openDialog(page);
  await payWith(page, '4242424242424242');
  await page.getByRole('heading', {name: 'Thank you'}).waitFor();

  assert.equal((await stripe.charges.list()).data.length, 1);
});

test('a card that was kept pays the next order by one press, until it is removed', async t => {
  const {origin, stripe} = await openShop(t);
  const {page, complaints} = await openPage(t);
  const buy = async () => {
    await page.goto(origin);
    await page.getByRole('button', {name: /^Buy/}).first().click();
    await page.waitForURL(/\/orders\//);
  };

  await buy();
  await page.getByLabel(/Keep this card/).check();
  await openDialog(page);
  await payWith(page, '4242424242424242');
  await page.getByRole('heading', {name: 'Thank you'}).waitFor();
  await buy();
  await page.getByRole('button', {name: 'Pay ¥999 with Visa •••• 4242'}).click();
  await page.getByRole('heading', {name: 'Thank you'}).waitFor();

  const customers = (await stripe.charges.list()).data.map(({customer}) => customer);
  assert.equal(customers.length, 2);
  assert.equal(new Set(customers).size, 1);
  await page.getByRole('link', {name: 'Your cards'}).click();
  await page.getByRole('button', {name: 'Remove Visa •••• 4242'}).click();
  await page.getByText('There are none.').waitFor();
  await buy();
  assert.equal(await page.getByRole('button', {name: /with Visa/}).count(), 0);
  assert.deepEqual(complaints, []);
});
