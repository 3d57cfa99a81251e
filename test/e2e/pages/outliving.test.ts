import assert from 'node:assert/strict';
import {after, describe, it, type TestContext} from 'node:test';
import {closeBrowser} from '../stage.js';
import {done, doneHere, refused, thanks, type Answer} from './answers.js';
import {button, fetchButton, form, library, Site} from './site.js';

after(closeBrowser);

const morphing =
  library('idiomorph/dist/idiomorph.js') +
  library('morphdom/dist/morphdom-umd.js') +
  library('@alpinejs/morph/dist/cdn.js') +
  library('alpinejs/dist/cdn.js');

/** The page as its server draws it: without what scripts have put into it. */
const keep = `<script>
  addEventListener('DOMContentLoaded', () => {
    window.drawn = document.body.innerHTML;
    window.redrawn = () => Object.assign(document.createElement('body'), {innerHTML: drawn});
  });
</script>`;

/** Ways of pages to draw themselves anew. */
const redraws: Readonly<Record<string, string>> = {
  'Idiomorph morphs the body': `Idiomorph.morph(document.body, redrawn())`,
  'Idiomorph morphs what is in the body': `Idiomorph.morph(document.body, drawn, {morphStyle: 'innerHTML'})`,
  'morphdom morphs the body': `morphdom(document.body, redrawn())`,
  'Alpine morphs the form, as Livewire does': `
    Alpine.morph(document.querySelector('form'), redrawn().querySelector('form').outerHTML)`,
  'the body is replaced': `document.body.replaceWith(redrawn())`,
  'what is in the body is replaced': `document.body.innerHTML = drawn`,
  'the form is replaced': `document.querySelector('form').replaceWith(redrawn().querySelector('form'))`,
  'the button is replaced': `document.querySelector('pay-button').replaceWith(redrawn().querySelector('pay-button'))`,
  'the new button comes before the old one goes': `
    const old = document.querySelector('pay-button');
    old.after(redrawn().querySelector('pay-button'));
    old.remove()`,
  'the new form comes later': `
    document.querySelector('form').remove();
    await Promise.resolve();
    document.body.append(redrawn().querySelector('form'))`,
};

/** Runs a script of the page's, which may await. */
const run = (site: Site, script: string) => site.page.evaluate(`(async () => {${script}})()`);

const open = (t: TestContext, body: string, answers: readonly Answer[] = [thanks]) =>
  Site.open(t, {head: morphing + keep, body, answers});

describe('a page that draws itself anew while the dialog is open', {concurrency: 2}, () => {
  for (const [what, script] of Object.entries(redraws)) {
    it(`${what}: the card stays, and goes into the form that is there`, async t => {
      const site = await open(t, form(`<input name="order" value="17">${button}`));
      await site.openDialog();
      await site.fill();
      await run(site, script);
      await site.press();
      await site.heading('Thanks');
      assert.equal(site.server.posts.length, 1);
      assert.equal(site.server.posts[0]?.fields.get('order'), '17');
      assert.match(site.server.credentials[0] ?? '', /^tok_/);
    });

    it(`${what} while the server charges: its answers reach the dialog`, async t => {
      const site = await open(t, form(fetchButton), [refused, doneHere]);
      site.server.hold();
      await site.openAndPay();
      await site.server.arrived();
      await run(site, script);
      site.server.release();
      await site.says(/not enough money/);
      await run(
        site,
        `addEventListener('pay-confirmed', ({target}) => (window.told = target.isConnected))`,
      );
      await site.pay();
      await site.dialogGone();
      assert.equal(await site.page.evaluate('told'), true);
      assert.equal(new Set(site.server.credentials).size, 2);
      assert.deepEqual(await site.credentialsInForms(), []);
    });

    it(`${what}: the button that is there has the focus and the state`, async t => {
      const site = await open(t, form(button));
      await site.openDialog();
      await run(site, script);
      const state = () => site.page.evaluate(() => document.querySelector('pay-button')?.state);
      assert.equal(await state(), 'ready');
      await site.page.locator('pay-dialog').getByRole('button', {name: 'Close'}).click();
      await site.dialogGone();
      assert.equal(await state(), 'closed');
      assert.equal(await site.page.evaluate(() => document.activeElement?.localName), 'pay-button');
      await site.openDialog();
    });
  }

  it('all of its document: the dialog stays, and asks for the card once more', async t => {
    const site = await open(t, form(button));
    await site.openDialog();
    await site.fill();
    await run(
      site,
      `const {head} = document;
      Idiomorph.morph(document.documentElement, '<html><head>' + head.innerHTML + '</head><body>' + drawn + '</body></html>')`,
    );
    await site.page.locator('pay-dialog iframe').first().waitFor();
    const email = site.page.locator('pay-dialog').locator('[autocomplete=email]');
    assert.equal(await email.inputValue(), 'ada@example.com');
    await site.pay();
    await site.heading('Thanks');
    assert.equal(site.server.posts.length, 1);
  });

  it('throws the dialog out again and again: it closes, and the page works', async t => {
    const site = await open(t, form(button));
    await site.openDialog();
    await run(
      site,
      `const purge = () => document.querySelectorAll('pay-dialog').forEach(dialog => dialog.remove());
      new MutationObserver(purge).observe(document.documentElement, {childList: true});
      purge()`,
    );
    await site.dialogGone();
    assert.equal(
      await site.page.evaluate(() => document.querySelector('pay-button')?.state),
      'closed',
    );
  });

  it('and has another button for another payment: that gets nothing', async t => {
    const site = await open(t, form(button));
    await site.openDialog();
    await run(
      site,
      `const body = redrawn();
      body.querySelector('pay-button').setAttribute('data-amount', '5');
      document.body.replaceWith(body)`,
    );
    await site.pay();
    await site.says(/Nothing was charged/);
    assert.equal(site.server.posts.length, 0);
    assert.deepEqual(await site.credentialsInForms(), []);
  });

  it('and has the same id for its button: that is the one', async t => {
    const site = await open(t, form(button.replace('data-', 'id="pay" data-')));
    await site.openDialog();
    await site.fill();
    await run(
      site,
      `const body = redrawn();
      body.querySelector('pay-button').setAttribute('data-amount', '5');
      document.body.replaceWith(body)`,
    );
    await site.press();
    await site.heading('Thanks');
    assert.equal(site.server.posts.length, 1);
  });
});

describe('a page that takes the button away while the dialog is open', {concurrency: 2}, () => {
  it('and leaves the form: the payment goes there', async t => {
    const site = await open(t, form(`<input name="order" value="17"><div>${button}</div>`));
    await site.openDialog();
    await run(site, `document.querySelector('form > div').remove()`);
    await site.pay();
    await site.heading('Thanks');
    assert.equal(site.server.posts[0]?.fields.get('order'), '17');
  });

  it('with its form, and draws a form of the same id: the payment goes there', async t => {
    const site = await open(t, form(button, 'id="order"'));
    await site.openDialog();
    await run(
      site,
      `document.body.innerHTML = '<form id="order" method="post" action="/charge"><input name="order" value="18"></form>'`,
    );
    await site.pay();
    await site.heading('Thanks');
    assert.equal(site.server.posts[0]?.fields.get('order'), '18');
  });

  it('with its form: the customer is told, nothing is posted, and the dialog closes', async t => {
    const site = await open(t, `<main>${form(button)}</main>`);
    await site.openDialog();
    await run(site, `document.querySelector('main').remove()`);
    await site.pay();
    await site.says(/did not send this payment. Nothing was charged/);
    assert.equal(site.server.posts.length, 0);
    await site.page.keyboard.press('Escape');
    await site.dialogGone();
  });

  it('when a listener hears of the credential, and draws the form anew', async t => {
    const site = await open(t, form(button));
    await run(
      site,
      `addEventListener('pay-token', () => document.body.replaceWith(redrawn()), {once: true})`,
    );
    await site.openAndPay();
    await site.heading('Thanks');
    assert.equal(site.server.posts.length, 1);
  });

  it('while the server charges: the customer is led to where it says', async t => {
    const site = await open(t, form(fetchButton), [done]);
    site.server.hold();
    await site.openAndPay();
    await site.server.arrived();
    await run(site, `document.querySelector('form').remove()`);
    site.server.release();
    await site.heading('Thanks');
    assert.equal(site.server.posts.length, 1);
  });
});

describe('a page that has the credential, and draws itself anew', {concurrency: 2}, () => {
  const takes = `<script>
    addEventListener('submit', event => {
      event.preventDefault();
      fetch('/charge', {method: 'POST', body: new URLSearchParams(new FormData(event.target))});
    });
  </script>`;

  async function taken(t: TestContext): Promise<Site> {
    const site = await open(t, form(button) + takes);
    await site.openAndPay();
    await site.server.arrived();
    await site.reach('delivering');
    return site;
  }

  it('around the same form: the new button says what became of the payment', async t => {
    const site = await taken(t);
    await run(site, redraws['the button is replaced'] ?? '');
    assert.equal(await site.state(), 'delivering');
    await site.complete({status: 'done'});
    await site.dialogGone();
    assert.equal(site.server.posts.length, 1);
  });

  for (const [what, script] of Object.entries({
    'with another form': redraws['the form is replaced'] ?? '',
    'without the button': `document.querySelector('pay-button').remove()`,
  })) {
    it(`${what}: that is its answer, and the dialog closes as handled`, async t => {
      const site = await taken(t);
      await run(site, script);
      await site.heard(/^result handled/);
      await site.dialogGone();
      assert.equal(site.wasToldPaid, false);
    });
  }
});

describe('a navigation within the page', {concurrency: 2}, () => {
  const ends: Readonly<Record<string, string>> = {
    'a router goes on, and draws another view': `
      history.pushState(null, '', '/orders');
      document.body.innerHTML = '<h1>Orders</h1>'`,
    'a router draws another view, and goes on': `
      document.body.innerHTML = '<h1>Orders</h1>';
      await new Promise(setTimeout);
      history.pushState(null, '', '/orders')`,
    'a router goes on, and leaves the button': `history.pushState(null, '', '/orders')`,
    'a router goes on by the query alone': `
      history.pushState(null, '', '?view=orders');
      document.body.innerHTML = '<h1>Orders</h1>'`,
    'a router goes on by the hash': `location.hash = '#/orders'`,
    'a router replaces the address': `history.replaceState(null, '', '/login')`,
  };
  for (const [what, script] of Object.entries(ends)) {
    it(`${what}: the dialog closes`, async t => {
      const site = await open(t, form(button));
      await site.openDialog();
      await run(site, script);
      await site.heard(/^result closed page/);
      await site.dialogGone();
    });
  }

  it('by the browser’s Back button: the dialog closes', async t => {
    const site = await open(t, form(button));
    await run(site, `history.pushState(null, '', '/orders')`);
    await site.openDialog();
    await site.page.goBack();
    await site.heard(/^result closed page/);
    await site.dialogGone();
  });

  it('to the page’s own entry for the dialog: it stays, and Back closes it', async t => {
    const script = `<script>addEventListener('pay-opened', () => history.pushState(1, ''))</script>`;
    const site = await open(t, form(button) + script);
    await site.openDialog();
    await site.page.goBack();
    await site.heard(/^result closed page/);
  });

  it('to the page’s own hash for the dialog: it stays, and Back closes it', async t => {
    const script = `<script>addEventListener('pay-opened', () => (location.hash = 'pay'))</script>`;
    const site = await open(t, form(button) + script);
    await site.openDialog();
    await site.fill();
    assert.equal(await site.state(), 'ready');
    await site.page.goBack();
    await site.heard(/^result closed page/);
  });

  for (const [what, script] of Object.entries({
    'a filter': `history.replaceState(null, '', '?colour=red#list')`,
    'nothing but its state': `history.pushState({scroll: 1}, '')`,
  })) {
    it(`that writes down ${what} is none: the customer pays`, async t => {
      const site = await open(t, form(button));
      await site.openDialog();
      await run(site, script);
      await site.pay();
      await site.heading('Thanks');
    });
  }

  it('while the server charges: the dialog closes as handled', async t => {
    const site = await open(t, form(fetchButton), [doneHere]);
    site.server.hold();
    await site.openAndPay();
    await site.server.arrived();
    await run(site, ends['a router goes on, and draws another view'] ?? '');
    await site.heard(/^result handled/);
    site.server.release();
  });
});

describe('Turbo that refreshes the page', {concurrency: 2}, () => {
  const turbo = library('@hotwired/turbo/dist/turbo.es2017-umd.js');

  for (const method of ['morph', 'replace']) {
    it(`by ${method}: the customer pays on`, async t => {
      const head = `${turbo}<meta name="turbo-refresh-method" content="${method}">`;
      const site = await Site.open(t, {head, body: form(button, 'data-turbo="false"')});
      await site.openDialog();
      await site.fill();
      const rendered = site.page.evaluate(
        () =>
          new Promise<void>(resolve => {
            document.addEventListener('turbo:render', () => resolve(), {once: true});
          }),
      );
      await site.page.evaluate(`Turbo.session.refresh(location.href)`);
      await rendered;
      await site.press();
      await site.heading('Thanks');
      assert.equal(site.server.posts.length, 1);
    });
  }
});

describe('a tag of checkout.js that is morphed', {concurrency: 2}, () => {
  const tag = `<script src="/pay-button.js" class="stripe-button" data-key="pk_test_pages" data-amount="999"></script>`;
  const morphs: Readonly<Record<string, string>> = {
    Idiomorph: `Idiomorph.morph(document.body, redrawn())`,
    morphdom: `morphdom(document.body, redrawn())`,
    Alpine: `Alpine.morph(document.querySelector('form'), redrawn().querySelector('form').outerHTML)`,
  };
  /** Drawn before the tag has run. */
  const page = (more = '') =>
    form(tag + more) +
    `<script>
      window.redrawn = () => {
        const body = document.body.cloneNode(true);
        body.querySelectorAll('.stripe-button-el').forEach(button => button.remove());
        body.querySelector('.stripe-button').className = 'stripe-button';
        return body;
      };
    </script>`;

  for (const [library, script] of Object.entries(morphs)) {
    it(`by ${library} gets its button again`, async t => {
      const site = await Site.open(t, {head: morphing, body: page(), bundled: true});
      const legacy = site.page.locator('.stripe-button-el');
      await legacy.waitFor();
      await run(site, script);
      await legacy.waitFor();
      assert.equal(await legacy.count(), 1);
      await legacy.click();
      await site.reach('ready');
    });

    it(`by ${library} while the dialog is open: the customer pays`, async t => {
      const site = await Site.open(t, {head: morphing, body: page(), bundled: true});
      await site.page.locator('.stripe-button-el').click();
      await site.reach('ready');
      await site.fill();
      await run(site, script);
      await site.press();
      await site.heading('Thanks');
      assert.equal(site.server.posts.length, 1);
    });

    it(`by ${library} gives no other button of the page its click`, async t => {
      const body = page('<button type="button">Cancel</button>');
      const site = await Site.open(t, {head: morphing, body, bundled: true});
      await site.page.locator('.stripe-button-el').waitFor();
      await run(site, script);
      await site.page.getByRole('button', {name: 'Cancel'}).click();
      assert.equal(await site.page.locator('pay-dialog').count(), 0);
      await site.page.locator('.stripe-button-el').click();
      await site.reach('ready');
      assert.equal(
        await site.page.getByRole('button', {name: 'Cancel', includeHidden: true}).count(),
        1,
      );
    });
  }
});
