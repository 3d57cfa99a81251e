import assert from 'node:assert/strict';
import {after, describe, it, type TestContext} from 'node:test';
import {closeBrowser} from '../stage.js';
import {done, html, redirect, refused, type Answer} from './answers.js';
import {button, fetchButton, form, library, Site} from './site.js';

after(closeBrowser);

/** The names that the two majors have for the same event. */
const majors = [
  {
    name: 'htmx 2',
    head: library('htmx2/dist/htmx.js'),
    boosted: 'hx-boost="true"',
    config: 'htmx:configRequest',
    after: `htmx:afterRequest', ({detail}) => complete(detail.successful)`,
  },
  {
    name: 'htmx 4',
    head: library('htmx.org/dist/htmx.js'),
    boosted: 'hx-boost:inherited="true"',
    config: 'htmx:config:request',
    after: `htmx:after:request', ({detail}) => complete(detail.ctx.response.status < 400)`,
  },
];
const news = '<div id="news"></div>';
const posts = 'hx-post="/charge" hx-target="#news"';
const scripted = (more: string, content = button) => `<form ${more}>${content}</form>`;

for (const {name, head, boosted, config, after: afterRequest} of majors) {
  describe(name, {concurrency: 2}, () => {
    const open = (t: TestContext, body: string, answers: readonly Answer[], clock = false) =>
      Site.open(t, {head, body: body + news, answers, clock});

    describe('beside data-confirm="fetch"', () => {
      const forms: Readonly<Record<string, string>> = {
        'that is boosted': form(fetchButton, 'hx-boost="true"'),
        'on a page that is boosted': `<div ${boosted}>${form(fetchButton)}</div>`,
        'with hx-post': form(fetchButton, posts),
        'that is read by an element beside it': `${form(fetchButton, 'id="pay"')}
          <div hx-post="/charge" hx-include="#pay" hx-trigger="submit from:#pay" hx-target="#news"></div>`,
      };
      for (const [which, body] of Object.entries(forms)) {
        it(`a form ${which}: the dialog says that the card was declined, and the second try is posted`, async t => {
          const site = await open(t, body, [refused, done]);
          await site.openAndPay();
          await site.says(/not enough money/);
          assert.equal(site.wasToldPaid, false);
          await site.pay();
          await site.heading('Thanks');
          assert.equal(site.server.posts.length, 2);
          assert.equal(new Set(site.server.credentials).size, 2);
        });
      }
    });

    it('that boosts a form leaves the dialog up until its next page is there', async t => {
      const site = await open(t, form(button, 'hx-boost="true"'), [redirect]);
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

    it('that posts a form without method replaces it by the answer', async t => {
      const body = scripted('hx-post="/charge" hx-swap="outerHTML"');
      const site = await open(t, body, [html(200, '<h1>Thanks</h1>')]);
      site.server.hold();
      await site.openAndPay();
      await site.server.arrived();
      assert.equal(await site.state(), 'delivering');
      site.server.release();
      await site.heading('Thanks');
      await site.dialogGone();
      assert.equal(site.server.posts.length, 1);
      assert.match(site.server.credentials[0] ?? '', /^tok_/);
      assert.equal(site.wasToldPaid, false);
    });

    it('that puts the answer beside the form: the page says what became of each card', async t => {
      const script = `<script>
        const complete = isDone =>
          document.querySelector('pay-button').complete({status: isDone ? 'done' : 'refused'});
        document.addEventListener('${afterRequest});
      </script>`;
      const declined = html(402, '<p>Declined</p>');
      const site = await open(t, scripted(posts) + script, [declined, html(200, '<p>Thanks</p>')]);
      await site.openAndPay();
      await site.reach('refused');
      await site.pay();
      await site.heard(/^result paid/);
      assert.equal(new Set(site.server.credentials).size, 2);
    });

    it('whose trigger waits a second has the credential by then', async t => {
      const body = scripted(`${posts} hx-trigger="submit delay:1s"`);
      const site = await open(t, body, [html(200, '<p>Thanks</p>')]);
      await site.openAndPay();
      await site.page.getByText('Thanks').waitFor();
      assert.match(site.server.credentials[0] ?? '', /^tok_/);
      assert.equal(await site.state(), 'delivering');
      assert.equal(site.wasToldPaid, false);
    });

    it('whose trigger waits cannot post beside the dialog: the customer hears of it', async t => {
      const body = form(fetchButton, `${posts} hx-trigger="submit delay:100ms"`);
      const site = await open(t, body, [html(200, '<p>Sent</p>')]);
      await site.openAndPay();
      await site.heard(/^error not_sent/);
      await site.page.getByText('Sent').waitFor();
      assert.deepEqual(site.server.credentials, [undefined]);
    });

    it('that is kept from sending leaves the customer a way out after ten seconds', async t => {
      const script = `<script>
        document.addEventListener('${config}', event => event.preventDefault());
      </script>`;
      const site = await open(t, scripted(posts) + script, [], true);
      await site.openAndPay();
      await site.reach('delivering');
      await site.page.clock.runFor(10_000);
      await site.page.locator('pay-dialog').getByRole('button', {name: 'Close'}).click();
      await site.dialogGone();
      assert.equal(site.server.posts.length, 0);
      assert.equal(site.wasToldPaid, false);
    });
  });
}
