import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import {closeBrowser} from '../stage.js';
import {button, form, Site} from './site.js';

after(closeBrowser);

const step = `<fieldset id="step" style="display: none">
  <label>Phone <input name="phone" required></label></fieldset>`;

describe('a required field in a step that is not shown', {concurrency: 2}, () => {
  it('is named at the button and in the console, and nothing opens', async t => {
    const site = await Site.open(t, {body: form(step + button)});
    await site.page.waitForFunction(() => customElements.get('pay-button') !== undefined);
    await site.page.locator('pay-button').click();
    await site.page
      .getByRole('alert')
      .getByText(/^Phone: \S/)
      .waitFor();
    assert.match(site.console.join(), /"phone"/);
    assert.equal(await site.page.locator('pay-dialog').count(), 0);
    await site.page.evaluate(() => {
      document.getElementById('step')?.style.removeProperty('display');
    });
    await site.page.getByLabel('Phone').fill('123');
    await site.page.getByRole('alert').waitFor({state: 'detached'});
    await site.openAndPay();
    await site.heading('Thanks');
    assert.equal(site.server.posts[0]?.fields.get('phone'), '123');
  });

  it('keeps no legacy button closed, which never looked', async t => {
    const tag =
      '<script src="/pay-button.js" class="stripe-button" data-key="pk_test_pages"></script>';
    const site = await Site.open(t, {body: form(step + tag)});
    await site.openDialog('.stripe-button-el');
    assert.match(site.console.join(), /"phone"/);
    await site.pay();
    await site.heading('Thanks');
  });
});
