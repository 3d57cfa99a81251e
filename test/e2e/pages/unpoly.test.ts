import assert from 'node:assert/strict';
import {after, describe, it, type TestContext} from 'node:test';
import {closeBrowser} from '../stage.js';
import {done, html, refused, thanks, type Answer} from './answers.js';
import {button, fetchButton, form, library, Site} from './site.js';

after(closeBrowser);

const unpoly = library('unpoly/unpoly.js');
const everyForm = `<script>up.form.config.submitSelectors.push('form')</script>`;

describe('Unpoly', {concurrency: 2}, () => {
  const open = (t: TestContext, body: string, answers: readonly Answer[], head = '') =>
    Site.open(t, {head: unpoly + head, body: `<main>${body}</main>`, answers});

  for (const [which, more, head] of [
    ['a form with up-submit', 'up-submit', ''],
    ['every form', '', everyForm],
  ] as const) {
    it(`beside data-confirm="fetch", with ${which}: a declined card is said, and the second try is posted`, async t => {
      const site = await open(t, form(fetchButton, more), [refused, done], head);
      await site.openAndPay();
      await site.says(/not enough money/);
      await site.pay();
      await site.heading('Thanks');
      assert.equal(new Set(site.server.credentials).size, 2);
      assert.equal(site.server.posts.length, 2);
    });
  }

  it('that posts by itself leaves the dialog up until the next page is there', async t => {
    const site = await open(t, form(button, 'up-submit'), [thanks]);
    site.server.hold();
    await site.openAndPay();
    await site.server.arrived();
    assert.equal(await site.state(), 'delivering');
    site.server.release();
    await site.heading('Thanks');
    await site.dialogGone();
    await site.heard(/^result handled/);
    assert.equal(site.server.posts.length, 1);
    assert.equal(site.wasToldPaid, false);
  });

  it('that shows the form again after a refusal takes another card', async t => {
    const again = html(422, `<main>${form(`<p>Declined</p>${button}`, 'up-submit')}</main>`);
    const site = await open(t, form(button, 'up-submit'), [again, thanks]);
    await site.openAndPay();
    await site.page.getByText('Declined').waitFor();
    await site.dialogGone();
    assert.deepEqual(await site.credentialsInForms(), []);
    await site.openAndPay();
    await site.heading('Thanks');
    assert.equal(new Set(site.server.credentials).size, 2);
    assert.equal(site.wasToldPaid, false);
  });
});
