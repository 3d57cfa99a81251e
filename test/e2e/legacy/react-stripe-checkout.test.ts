import assert from 'node:assert/strict';
import {after, before, describe, it, type TestContext} from 'node:test';
import {build} from 'esbuild';
import {closeBrowser} from '../stage.js';
import {addressArgs, detailsFor} from './customers.js';
import {callsIn} from './custom-pages.js';
import {installLibraries} from './libraries.js';
import {inScript} from './markup.js';
import {openedDialog, pay, payWords} from './paying.js';
import {wrapperRecords} from './records.js';
import {openSite} from './site.js';

/** What the dialog's button says on the pages of the records, by id. */
const pays: Readonly<Record<number, string>> = {
  82: 'Pay $80,000.00',
  83: 'Pay $45.00',
  84: 'Pay $25.00',
};

after(closeBrowser);

describe('react-stripe-checkout as it was published', {concurrency: 2}, () => {
  let script: string;
  before(async () => {
    script = await bundle();
  });

  /** Opens the dialog of a page whose component has these properties. */
  async function openShop(t: TestContext, properties: object) {
    const html = `<!doctype html><html lang="en"><title>Shop</title><main></main>
      <script>var properties = ${inScript(properties)};</script><script src="/shop.js"></script>`;
    const site = await openSite(t, {files: {'/': html, '/shop.js': script}});
    // It may still be loading checkout.js, in which case the component keeps the click.
    await site.page.locator('main button').click();
    return site;
  }

  for (const {id, where, open} of wrapperRecords) {
    it(`${id}, ${where}: gets the token, then is told that it closed`, async t => {
      const {page, complaints} = await openShop(t, open);
      const dialog = await openedDialog(page);
      assert.equal(await payWords(page), pays[id]);

      const details = detailsFor({
        billingAddress: open.billingAddress === true,
        shippingAddress: open.shippingAddress === true,
      });
      await pay(page, details);
      await dialog.waitFor({state: 'detached'});
      const [[called, token, args] = [], ...others] = await callsIn(page);
      assert.equal(called, 'token');
      assert.deepEqual(others, [['closed']]);
      const {id: tokenId, email, card} = token as Token;
      assert.match(tokenId, /^tok_/);
      assert.equal(email, details.email);
      assert.deepEqual(Object.entries(args as object), addressArgs(details));
      // What the server of one of these pages reads.
      const {posted} = details.billing ?? {};
      assert.equal(card.name, posted?.Name ?? null);
      assert.equal(card.address_line1, posted?.AddressLine1 ?? null);
      assert.equal(card.address_city, posted?.AddressCity ?? null);
      assert.equal(card.address_zip, posted?.AddressZip ?? null);
      assert.equal(card.address_country, posted?.AddressCountryCode ?? null);
      assert.deepEqual(complaints, []);
    });
  }

  it('is told alone that the customer closed, and opens again', async t => {
    const {page, complaints} = await openShop(t, {stripeKey: 'pk_test_1', amount: 500});
    const dialog = await openedDialog(page);
    await dialog.getByRole('button', {name: 'Close'}).click();
    await dialog.waitFor({state: 'detached'});
    assert.deepEqual(await callsIn(page), [['closed']]);
    await page.locator('main button').click();
    await openedDialog(page);
    assert.deepEqual(complaints, []);
  });
});

interface Token {
  readonly id: string;
  readonly email: string;
  readonly card: Readonly<Record<string, string | null>>;
}

/** The page's script, with React as pages get it. */
async function bundle(): Promise<string> {
  const {outputFiles} = await build({
    absWorkingDir: installLibraries('react'),
    entryPoints: ['shop.jsx'],
    bundle: true,
    write: false,
    jsx: 'automatic',
    define: {'process.env.NODE_ENV': '"production"'},
  });
  return outputFiles[0]?.text ?? '';
}
