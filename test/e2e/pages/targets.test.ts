import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import {closeBrowser} from '../stage.js';
import {thanks, type Answer} from './answers.js';
import {button, form, Site} from './site.js';

after(closeBrowser);

describe('a post that does not replace the page', {concurrency: 2}, () => {
  const bodies: Readonly<Record<string, string>> = {
    'to a window of its own': form(button, 'target="_blank"'),
    'to a named window': form(button, 'target="receipt"'),
    'to a frame': `${form(button, 'target="inner"')}<iframe name="inner" title="Answer"></iframe>`,
    'to a window that the base element names': `<base target="_blank">${form(button)}`,
  };
  for (const [where, body] of Object.entries(bodies)) {
    it(`${where} closes the dialog as handled, and the button takes another payment`, async t => {
      const site = await Site.open(t, {body});
      await site.openAndPay();
      await site.heard(/^result handled/);
      await site.server.arrived();
      await site.dialogGone();
      assert.equal(site.server.posts.length, 1);
      assert.equal(site.wasToldPaid, false);
      await site.openDialog();
      assert.deepEqual(await site.credentialsInForms(), []);
    });
  }

  const file: Answer = {
    status: 200,
    headers: {'content-disposition': 'attachment; filename=receipt.txt'},
    body: 'Receipt',
  };
  for (const [what, answer] of [
    ['a file', file],
    ['204', {status: 204}],
  ] as const) {
    it(`that is answered by ${what} leaves the customer a way out after ten seconds, and is never said to be paid`, async t => {
      // In real time after 204: the driver waits for a navigation that never ends, and its clock with it.
      const clock = answer === file;
      const site = await Site.open(t, {body: form(button), answers: [answer], clock});
      await site.openAndPay();
      await site.heard(/^state leaving/);
      await site.server.arrived();
      if (clock) await site.page.clock.runFor(10_000);
      await site.page.waitForFunction(() => {
        const dialog = document.querySelector('pay-dialog')?.shadowRoot;
        return dialog?.querySelector('.advice')?.textContent?.trim();
      });
      const words = await site.page.evaluate(
        () => document.querySelector('pay-dialog')?.shadowRoot?.querySelector('dialog')?.innerText,
      );
      assert.doesNotMatch(words ?? '', /nothing (was|has been) charged/i);
      await site.page.keyboard.press('Escape');
      await site.heard(/^state closed/);
      assert.equal(site.wasToldPaid, false);
      assert.equal(site.server.posts.length, 1);
    });
  }

  it('because the customer stays on the page leaves a way out', async t => {
    const script = `<script>addEventListener('beforeunload', event => event.preventDefault())</script>`;
    const site = await Site.open(t, {body: form(button) + script, clock: true});
    const asked = site.page.waitForEvent('dialog');
    await site.openAndPay();
    await (await asked).dismiss();
    await site.page.clock.runFor(10_000);
    await site.page.locator('pay-dialog').getByRole('button', {name: 'Close'}).click();
    await site.dialogGone();
    assert.equal(site.wasToldPaid, false);
    assert.equal(site.server.posts.length, 0);
  });
});

describe('a post that replaces the page', {concurrency: 2}, () => {
  for (const target of ['_self', '_top', '_parent', '']) {
    it(`with target="${target}" leaves the dialog up until then`, async t => {
      const site = await Site.open(t, {body: form(button, `target="${target}"`)});
      await site.openAndPay();
      await site.heading('Thanks');
      assert.equal(site.server.posts.length, 1);
      assert.equal(await site.leftWhile(), 'leaving');
    });
  }
});

describe('what keeps the page from submitting', {concurrency: 2}, () => {
  it('data-auto-submit="false": the fields are in the form, and the dialog closes as handled', async t => {
    const tag = button.replace('>', ' data-auto-submit="false">');
    const site = await Site.open(t, {body: form(tag), answers: [thanks]});
    await site.openAndPay();
    await site.heard(/^result handled/);
    await site.dialogGone();
    assert.equal((await site.credentialsInForms()).length, 1);
    assert.equal(site.server.posts.length, 0);
    await site.page.evaluate(() => document.querySelector('form')!.submit());
    await site.heading('Thanks');
    assert.equal(site.server.posts.length, 1);
    assert.equal(site.wasToldPaid, false);
  });

  it('pay-token that is prevented: the dialog closes as handled', async t => {
    const script = `<script>addEventListener('pay-token', event => event.preventDefault())</script>`;
    const site = await Site.open(t, {body: form(button) + script});
    await site.openAndPay();
    await site.heard(/^result handled/);
    await site.dialogGone();
    assert.equal(site.server.posts.length, 0);
    assert.equal(site.wasToldPaid, false);
  });

  it('no form: open() gives the payment, as handled', async t => {
    const site = await Site.open(t, {body: button});
    await site.openAndPay();
    await site.heard(/^result handled/);
    await site.dialogGone();
    assert.equal(site.wasToldPaid, false);
  });
});
