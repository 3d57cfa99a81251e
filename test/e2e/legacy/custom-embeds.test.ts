import assert from 'node:assert/strict';
import {after, describe, it, type TestContext} from 'node:test';
import {closeBrowser} from '../stage.js';
import {addressArgs, type Asked, detailsFor} from './customers.js';
import {callsIn, customPage, settings} from './custom-pages.js';
import {openedDialog, pay, payWords} from './paying.js';
import {customRecords, type CustomRecord, type OptionsRecord} from './records.js';
import {openSite} from './site.js';

after(closeBrowser);

describe('a real page that calls StripeCheckout', {concurrency: 2}, () => {
  for (const record of customRecords) {
    const {id, where} = record;
    it(`${id}, ${where}: gets the token, then is told that it closed`, t => takesToken(t, record));
  }
});

async function takesToken(t: TestContext, record: CustomRecord): Promise<void> {
  const setting = settings[record.id];
  assert.ok(setting, `Nothing is known of the page of record ${record.id}.`);
  const files = {'/': customPage(record, setting), '/price': '2500'};
  const {page, posts, complaints, stripe} = await openSite(t, {files});
  assert.equal(await page.locator('.stripe-button-el').count(), 0);
  if (setting.opens !== 'load') await page.getByRole('button', {name: 'Buy'}).click();

  const options: OptionsRecord = {...record.configure, ...record.open};
  const dialog = await openedDialog(page);
  assert.equal(await payWords(page), setting.pays);
  const asked = askedBy(options);
  assert.equal(await dialog.locator('[autocomplete=email]').inputValue(), asked.email);

  const details = detailsFor(asked);
  await pay(page, details);
  await dialog.waitFor({state: 'detached'});
  const calls = await callsIn(page);
  assert.deepEqual(
    calls.map(([name]) => name),
    ['opened', 'token', 'closed'].filter(name => name in options),
  );
  const [, token, args] = calls.find(([name]) => name === 'token') ?? [];
  const {id, email, type, error} = token as Record<string, string>;
  assert.deepEqual([email, type, error], [details.email, 'card', undefined]);
  assert.deepEqual(Object.entries(args as object), addressArgs(details));
  const {used, card} = await stripe.tokens.retrieve(id ?? '');
  assert.deepEqual([used, card?.last4], [false, '4242']);
  assert.deepEqual([posts, complaints], [[], []]);
}

function askedBy({email = '', zipCode, billingAddress, shippingAddress}: OptionsRecord): Asked {
  return {
    email: email === '<undefined>' ? '' : String(email),
    zipCode: zipCode === true,
    billingAddress: billingAddress === true,
    shippingAddress: shippingAddress === true,
  };
}
