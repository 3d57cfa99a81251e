import assert from 'node:assert/strict';
import {after, describe, it, type TestContext} from 'node:test';
import {closeBrowser} from '../stage.js';
import {doneHere, redirect, type Answer} from './answers.js';
import {button, fetchButton, form, library, Site} from './site.js';

after(closeBrowser);

const open = (t: TestContext, body: string, answers: readonly Answer[] = [], head = '') =>
  Site.open(t, {body, answers, head});
const noMethod = `<form id="pay"><input name="order" value="17">${button}</form>`;

describe('a form without method', {concurrency: 2}, () => {
  it('gives the payment to the page’s handler', async t => {
    const site = await open(
      t,
      `${noMethod}<script>pay.addEventListener('submit', event => {
        event.preventDefault();
        window.got = [...new FormData(pay).keys()].join();
      })</script>`,
    );
    await site.openAndPay();
    await site.reach('delivering');
    assert.match(String(await site.page.evaluate('window.got')), /^order,stripe_token,/);
    await site.complete({status: 'done'});
    await site.heard(/^result paid/);
  });

  it('is warned about in the console before anyone pays', async t => {
    const site = await open(t, noMethod);
    await site.openDialog();
    assert.ok(
      site.console.some(line => /^warning: .*pay-button.*method/.test(line)),
      String(site.console),
    );
    assert.deepEqual(
      site.told.filter(line => line.startsWith('error')),
      [],
    );
  });

  it('that nobody handles is not sent: the address bar does not get the token', async t => {
    const site = await open(t, noMethod);
    await site.openAndPay();
    await site.heard(/^error form_method/);
    assert.deepEqual(await site.credentialsInForms(), []);
    assert.doesNotMatch(site.page.url(), /\?/);
    assert.equal(site.wasToldPaid, false);
  });

  it('whose handler stops the event without preventing it does not get the token into the address bar', async t => {
    const script = `<script>
      window.addEventListener('submit', event => event.stopImmediatePropagation(), true);
    </script>`;
    const body = noMethod.replace('<form', '<form action="/thanks"') + script;
    const site = await open(t, body);
    await site.openAndPay();
    await Promise.race([site.heading('Thanks'), site.heard(/^error form_method/)]);
    assert.doesNotMatch(site.page.url(), /stripe_token/);
    assert.equal(site.wasToldPaid, false);
  });

  it('with data-auto-submit="false" gets the fields', async t => {
    const site = await open(t, noMethod.replace('data-key', 'data-auto-submit="false" data-key'));
    await site.openAndPay();
    await site.heard(/^result handled/);
    assert.equal((await site.credentialsInForms()).length, 1);
    assert.equal(site.wasToldPaid, false);
  });

  for (const method of ['get', 'dialog']) {
    it(`but method="${method}" is refused, with data-auto-submit="false" as well`, async t => {
      const body = noMethod
        .replace('<form', `<form method="${method}"`)
        .replace('data-key', 'data-auto-submit="false" data-key');
      const site = await open(t, body);
      await site.page.getByRole('button', {name: 'Payment is not set up'}).waitFor();
      assert.ok(site.console.some(line => line.startsWith('error: pay-button')));
    });
  }

  it('that the page submits after its handler has prevented the event keeps the token out of the address', async t => {
    const script = `<script>pay.addEventListener('submit', event => {
      event.preventDefault();
      setTimeout(() => pay.submit());
    })</script>`;
    const body = noMethod.replace('<form', '<form action="/thanks"') + script;
    const site = await open(t, body);
    await site.openAndPay();
    await Promise.race([site.heading('Thanks'), site.heard(/^error/)]);
    assert.doesNotMatch(site.page.url(), /stripe_token/);
    assert.equal(site.wasToldPaid, false);
  });

  it('and data-confirm="fetch" is refused: the server has to be told', async t => {
    const site = await open(t, `<form>${fetchButton}</form>`);
    await site.page.getByRole('button', {name: 'Payment is not set up'}).waitFor();
  });

  it('and an action that is a script takes a payment which a handler sends', async t => {
    const site = await open(
      t,
      `<form action="javascript:throw 1">${button}</form><script>
        document.addEventListener('submit', event => {
          event.preventDefault();
          fetch('/charge', {method: 'POST', body: new URLSearchParams(new FormData(event.target))})
            .then(response => response.json())
            .then(answer => document.querySelector('pay-button').complete(answer));
        });
      </script>`,
      [doneHere],
    );
    await site.openAndPay();
    await site.heard(/^result paid/);
    assert.equal(site.server.posts.length, 1);
  });
});

describe('the scoped registry’s polyfill, whose lists cannot be iterated', {concurrency: 2}, () => {
  const head = library(
    '@webcomponents/scoped-custom-element-registry/scoped-custom-element-registry.min.js',
  );
  const tag = `<script src="/pay-button.js" class="stripe-button" data-key="pk_test_pages" data-amount="999"></script>`;

  it('a payment is posted', async t => {
    const site = await open(
      t,
      form(`<input type="hidden" name="order" value="7">${button}`),
      [redirect],
      head,
    );
    await site.openAndPay();
    await site.heading('Thanks');
    assert.match(site.server.posts[0]?.body ?? '', /order=7&stripe_token=tok_/);
  });

  it('a payment is posted by the dialog', async t => {
    const site = await open(t, form(fetchButton), [doneHere], head);
    await site.openAndPay();
    await site.heard(/^result paid/);
    assert.equal(site.server.posts.length, 1);
  });

  it('a click on a tag of checkout.js opens the dialog', async t => {
    const site = await open(t, form(tag), [redirect], head);
    await site.page.getByRole('button', {name: 'Pay with Card'}).click();
    await site.reach('ready');
  });
});

describe('whatever a page throws', {concurrency: 2}, () => {
  const throws: Readonly<Record<string, string>> = {
    'in a listener of pay-open': `addEventListener('pay-open', () => { throw new Error('oops'); });`,
    'in a listener of pay-token': `addEventListener('pay-token', () => { throw new Error('oops'); });`,
    'in a listener of formdata': `addEventListener('formdata', () => { throw new Error('oops'); });`,
    'in a listener of submit': `addEventListener('submit', () => { throw new Error('oops'); }, true);`,
  };
  for (const [where, script] of Object.entries(throws)) {
    it(`${where} does not keep the customer from paying`, async t => {
      const site = await open(t, `${form(button)}<script>${script}</script>`);
      await site.openAndPay();
      await site.heading('Thanks');
      assert.equal(site.server.posts.length, 1);
      assert.ok(site.console.some(line => line === 'thrown: oops'));
    });
  }

  const breaks: Readonly<Record<string, string>> = {
    'an appendChild of the page’s own': `Node.prototype.appendChild = () => { throw new TypeError('oops'); };`,
    'a requestSubmit of the page’s own': `HTMLFormElement.prototype.requestSubmit = () => { throw new TypeError('oops'); };`,
    'a FormData of the page’s own': `window.FormData = class { constructor() { throw new TypeError('oops'); } };`,
  };
  for (const [what, script] of Object.entries(breaks)) {
    for (const [way, tag] of Object.entries({navigate: button, fetch: fetchButton})) {
      it(`${what} (${way}) ends in a state that the customer can leave`, async t => {
        const later = `<script>addEventListener('pay-opened', () => { ${script} });</script>`;
        const answers = way === 'fetch' ? [doneHere] : [redirect];
        const site = await open(t, form(tag) + later, answers);
        await site.openAndPay();
        const outcome = await site.heard(/^state (leaving|done|unconfirmed|refused|unavailable)$/);
        // Either the payment was posted all the same, or the customer is told and can close the dialog.
        if (/leaving|done/.test(outcome)) {
          await site.server.arrived();
          return;
        }
        assert.equal(site.server.posts.length, 0);
        await site.page.locator('pay-dialog').getByRole('button', {name: 'Close'}).click();
        await site.dialogGone();
        assert.ok(
          site.console.some(line => /^(error|thrown)/.test(line)),
          site.console.join('\n'),
        );
        assert.equal(site.wasToldPaid, false);
      });
    }
  }
});
