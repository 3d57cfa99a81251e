import assert from 'node:assert/strict';
import {after, describe, it, type TestContext} from 'node:test';
import {closeBrowser} from '../stage.js';
import {done, doneHere, html, redirect, refused, unknown, type Answer} from './answers.js';
import {button, fetchButton, form, library, Site} from './site.js';

after(closeBrowser);

const turbo = library('@hotwired/turbo/dist/turbo.es2017-umd.js');

describe('Turbo', {concurrency: 2}, () => {
  const open = (t: TestContext, body: string, answers: readonly Answer[], clock = false) =>
    Site.open(t, {head: turbo, body, answers, clock});

  describe('beside data-confirm="fetch"', () => {
    it('the dialog says that the card was declined, and the second try is posted', async t => {
      const site = await open(t, form(fetchButton), [refused, done]);
      await site.openAndPay();
      await site.says(/not enough money/);
      assert.equal(site.wasToldPaid, false);
      await site.pay();
      await site.heading('Thanks');
      assert.equal(new Set(site.server.credentials).size, 2);
    });

    it('a payment is posted once, and the page stays if the server names no location', async t => {
      const site = await open(t, form(fetchButton), [doneHere]);
      await site.openAndPay();
      await site.heard(/^result paid/);
      assert.equal(site.server.posts.length, 1);
      assert.deepEqual(await site.credentialsInForms(), []);
    });

    it('in a frame of Turbo’s the dialog posts as well', async t => {
      const frame = `<turbo-frame id="pay">${form(fetchButton)}</turbo-frame>`;
      const site = await open(t, frame, [refused, done]);
      await site.openAndPay();
      await site.reach('refused');
      await site.pay();
      await site.heading('Thanks');
      assert.equal(site.server.posts.length, 2);
    });

    it('an unknown outcome leads to the server’s location', async t => {
      const site = await open(t, form(fetchButton), [unknown]);
      await site.openAndPay();
      await site.heading('We are looking');
      assert.equal(site.server.posts.length, 1);
      assert.equal(site.wasToldPaid, false);
    });
  });

  describe('that posts by itself', () => {
    it('leaves the dialog up until its next page is there', async t => {
      const site = await open(t, form(button), [redirect]);
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

    it('and shows the form again after a refusal: the customer pays by another card', async t => {
      const again = html(422, `<p>Declined</p>${form(button)}`);
      const site = await open(t, form(button), [again, redirect]);
      await site.openAndPay();
      await site.page.getByText('Declined').waitFor();
      await site.dialogGone();
      assert.deepEqual(await site.credentialsInForms(), []);
      await site.openAndPay();
      await site.heading('Thanks');
      assert.equal(new Set(site.server.credentials).size, 2);
      assert.equal(site.wasToldPaid, false);
    });

    it('and replaces the frame around the button alone', async t => {
      const frame = `<turbo-frame id="pay">${form(button)}</turbo-frame>`;
      const site = await open(t, frame, [
        html(200, '<turbo-frame id="pay"><h1>Ok</h1></turbo-frame>'),
      ]);
      await site.openAndPay();
      await site.heading('Ok');
      await site.dialogGone();
      await site.heard(/^result handled/);
      assert.equal(site.server.posts.length, 1);
    });

    it('and answers by a stream beside the form: the page says what became of the payment', async t => {
      const stream: Answer = {
        status: 200,
        headers: {'content-type': 'text/vnd.turbo-stream.html'},
        body: '<turbo-stream action="append" target="news"><template><p>Paid</p></template></turbo-stream>',
      };
      const script = `<div id="news"></div><script>
        document.addEventListener('turbo:submit-end', ({target, detail}) => {
          const status = detail.success ? 'done' : 'refused';
          target.querySelector('pay-button').complete({status});
        });
      </script>`;
      const site = await open(t, form(button) + script, [stream]);
      site.server.hold();
      await site.openAndPay();
      await site.server.arrived();
      assert.equal(await site.state(), 'delivering');
      site.server.release();
      await site.heard(/^result paid/);
      await site.page.getByText('Paid').waitFor();
      assert.equal(site.server.posts.length, 1);
    });

    it('and says nothing more: the customer has a way out after ten seconds', async t => {
      const stream: Answer = {
        status: 200,
        headers: {'content-type': 'text/vnd.turbo-stream.html'},
        body: '<turbo-stream action="append" target="news"><template><p>Thanks</p></template></turbo-stream>',
      };
      const site = await open(t, `${form(button)}<div id="news"></div>`, [stream], true);
      await site.openAndPay();
      await site.page.getByText('Thanks').waitFor();
      assert.equal(await site.state(), 'delivering');
      await site.page.clock.runFor(10_000);
      await site.page.locator('pay-dialog').getByRole('button', {name: 'Close'}).click();
      await site.dialogGone();
      assert.equal(site.wasToldPaid, false);
    });

    it('keeps no credential in the page that it shows when the customer goes back', async t => {
      const site = await open(t, form(button), [redirect]);
      await site.openAndPay();
      await site.heading('Thanks');
      await site.page.goBack();
      await site.page.locator('pay-button').waitFor();
      assert.deepEqual(await site.credentialsInForms(), []);
      assert.equal(await site.page.locator('pay-dialog').count(), 0);
      await site.openDialog();
    });
  });

  it('that is switched off for the form leaves the post to the browser', async t => {
    const site = await open(t, form(button, 'data-turbo="false"'), [redirect]);
    site.server.hold();
    await site.openAndPay();
    await site.heard(/^state leaving/);
    await site.server.arrived();
    site.server.release();
    await site.heading('Thanks');
    assert.equal(await site.leftWhile(), 'leaving');
    assert.equal(site.server.posts.length, 1);
    assert.equal(site.wasToldPaid, false);
  });
});
