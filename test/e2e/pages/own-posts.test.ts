import assert from 'node:assert/strict';
import {after, describe, it, type TestContext} from 'node:test';
import {closeBrowser} from '../stage.js';
import {json, thanks, type Answer} from './answers.js';
import {button, fetchButton, form, library, Site} from './site.js';

after(closeBrowser);

const charged = json(200, {status: 'done'});
const declined = json(402, {status: 'refused', code: 'insufficient_funds'});

/** A page whose handler prevents the submit, posts by itself and hands the server's answer to `complete()`. */
function handlerPage(post: string, then = 'button.complete(answer)'): string {
  return `<script>
    const form = document.forms[0];
    const button = document.querySelector('pay-button');
    const send = body => fetch('/charge', {method: 'POST', body}).then(response => response.json());
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const answer = await (${post});
      ${then};
    });
  </script>`;
}

/** Ways in which pages read a form. */
const reads: Readonly<Record<string, string>> = {
  FormData: 'send(new FormData(form))',
  'FormData that is made later': 'Promise.resolve().then(() => send(new FormData(form)))',
  'entries of FormData as JSON': 'send(JSON.stringify(Object.fromEntries(new FormData(form))))',
  URLSearchParams: 'send(new URLSearchParams(new FormData(form)))',
  'the field’s value by form.elements': 'send(form.elements.stripe_token.value)',
  'the field’s value by the form': 'send(form.stripe_token.value)',
  'the field’s value by a selector': `send(form.querySelector('[name=stripe_token]').value)`,
  'every control’s value': `send([...form.elements].map(({name, value}) => name + '=' + value).join('&'))`,
  'the field’s attribute': `send(form.querySelector('[name=stripe_token]').getAttribute('value'))`,
  'the field’s default value': 'send(form.elements.stripe_token.defaultValue)',
  'the form’s HTML': 'send(form.innerHTML)',
  'a copy of the form': 'send(new FormData(form.cloneNode(true)))',
  'the payment of pay-token': 'send(window.credential)',
};
const keepsPayment = `<script>
  addEventListener('pay-token', ({payment}) => { window.credential = (payment.credential ?? payment.product).id; });
</script>`;

const openPage = (t: TestContext, body: string, answers: readonly Answer[], clock = false) =>
  Site.open(t, {body, answers, clock});

const all = Object.keys(reads);
const some = [
  'FormData',
  'URLSearchParams',
  'the field’s value by a selector',
  'the payment of pay-token',
];
for (const [way, tag, wanted] of [
  ['navigate', button, all],
  ['fetch', fetchButton, some],
] as const) {
  describe(`a page that posts by itself, ${way}`, {concurrency: 2}, () => {
    for (const what of wanted) {
      const post = reads[what] ?? '';
      const more = what.includes('pay-token') ? keepsPayment : '';
      it(`from ${what}: one post, and the dialog says what the page says`, async t => {
        const body = form(tag) + handlerPage(post) + more;
        const site = await openPage(t, body, [declined, charged]);
        site.server.hold();
        await site.openAndPay();
        await site.server.arrived();
        assert.equal(await site.state(), 'delivering');
        site.server.release();
        await site.says(/not enough money/);
        assert.equal(site.wasToldPaid, false);
        await site.pay();
        await site.heard(/^result paid/);
        assert.equal(site.server.posts.length, 2);
        assert.equal(new Set(site.server.credentials).size, 2);
      });

      it(`from ${what}, and says nothing: it is never said that nothing was charged`, async t => {
        const body = form(tag) + handlerPage(post, '') + more;
        const site = await openPage(t, body, [charged], true);
        site.server.hold();
        await site.openAndPay();
        await site.server.arrived();
        await site.page.clock.runFor(10_000);
        const dialog = site.page.locator('pay-dialog');
        await dialog.getByRole('button', {name: 'Close'}).waitFor();
        assert.equal(await site.state(), 'delivering');
        assert.doesNotMatch(
          await dialog.locator('dialog').innerText(),
          /nothing (was|has been) charged/i,
        );
        await dialog.getByRole('button', {name: 'Close'}).click();
        await site.dialogGone();
        assert.equal(site.wasToldPaid, false);
        assert.equal(site.server.posts.length, 1);
      });
    }
  });
}

describe('jQuery', {concurrency: 2}, () => {
  const head = library('jquery/dist/jquery.js');
  for (const [what, data] of [
    ['serialize()', `$(form).serialize()`],
    ['serializeArray()', `$.param($(form).serializeArray())`],
    ['val()', `{token: $('[name=stripe_token]').val()}`],
  ] as const) {
    it(`that posts ${what} completes the payment`, async t => {
      const script = `<script>
        $('form').on('submit', event => {
          const form = event.target;
          event.preventDefault();
          $.post('/charge', ${data}).done(answer => $('pay-button')[0].complete(answer));
        });
      </script>`;
      const site = await Site.open(t, {head, body: form(button) + script, answers: [charged]});
      await site.openAndPay();
      await site.heard(/^result paid/);
      assert.match(site.server.credentials[0] ?? '', /^tok_/);
      assert.equal(site.server.posts.length, 1);
    });
  }
});

describe('complete()', {concurrency: 2}, () => {
  const taken = form(button) + handlerPage('send(new FormData(form))', '');
  const open = (t: TestContext, clock = false) => openPage(t, taken, [charged], clock);

  it('says nothing while nobody has paid', async t => {
    const site = await open(t);
    await site.page.waitForFunction(() => customElements.get('pay-button') !== undefined);
    await site.complete({status: 'done'});
    await site.openDialog();
    await site.complete({status: 'done'});
    assert.equal(await site.state(), 'ready');
    await site.pay();
    await site.reach('delivering');
    await site.complete({status: 'done'});
    await site.heard(/^result paid/);
    await site.complete({status: 'refused'});
    assert.equal(site.told.filter(line => line.startsWith('close')).join(), 'close paid');
  });

  it('with a location leads there', async t => {
    const site = await open(t);
    await site.openAndPay();
    await site.reach('delivering');
    await site.complete({status: 'done', location: '/thanks'});
    await site.heading('Thanks');
  });

  it('with an unknown outcome leads to its location, and is not paid', async t => {
    const site = await open(t);
    await site.openAndPay();
    await site.reach('delivering');
    await site.complete({status: 'unknown', location: '/unknown'});
    await site.heading('We are looking');
    assert.equal(site.wasToldPaid, false);
  });

  it('with an unknown outcome does not take another card', async t => {
    const site = await open(t);
    await site.openAndPay();
    await site.reach('delivering');
    await site.complete({status: 'unknown'});
    await site.reach('unconfirmed');
    const text = await site.page.locator('pay-dialog').locator('dialog').innerText();
    assert.doesNotMatch(text, /nothing (was|has been) charged/i);
  });

  it('with a refusal’s own words shows them', async t => {
    const site = await open(t);
    await site.openAndPay();
    await site.reach('delivering');
    await site.complete({status: 'refused', code: 'card_declined', message: 'Ask your bank.'});
    await site.reach('refused');
    assert.deepEqual(await site.credentialsInForms(), []);
  });

  it('with an error of the server’s says so', async t => {
    const site = await open(t);
    await site.openAndPay();
    await site.reach('delivering');
    await site.complete({status: 'error', message: 'no such order'});
    await site.heard(/^error shop_failed/);
    assert.equal(site.wasToldPaid, false);
  });

  it('called twice counts once', async t => {
    const site = await open(t);
    await site.openAndPay();
    await site.reach('delivering');
    await site.page.evaluate(`
      const button = document.querySelector('pay-button');
      button.complete({status: 'refused', code: 'card_declined'});
      button.complete({status: 'done'});`);
    await site.reach('refused');
    assert.equal(site.wasToldPaid, false);
  });

  it('within the submit event itself is heard', async t => {
    const script = `<script>document.forms[0].addEventListener('submit', event => {
      event.preventDefault();
      new FormData(event.target);
      document.querySelector('pay-button').complete({status: 'done'});
    });</script>`;
    const site = await openPage(t, form(button) + script, [thanks]);
    await site.openAndPay();
    await site.heard(/^result paid/);
  });

  for (const nonsense of ['undefined', '"done"', '{}', '{status: "paid"}', 'null']) {
    it(`with ${nonsense} is told in the console, and the payment goes on`, async t => {
      const site = await open(t);
      await site.openAndPay();
      await site.reach('delivering');
      const warned = site.page.waitForEvent('console', message =>
        message.text().includes('complete()'),
      );
      await site.page.evaluate(`document.querySelector('pay-button').complete(${nonsense})`);
      await warned;
      assert.equal(await site.state(), 'delivering');
      await site.complete({status: 'done'});
      await site.heard(/^result paid/);
    });
  }
});

describe('a page that has done with its form', {concurrency: 2}, () => {
  const ends: Readonly<Record<string, string>> = {
    'by form.reset()': 'form.reset()',
    'by taking the button away': 'button.remove()',
    'by taking the form away': 'form.remove()',
    'by a route of its own': `history.pushState(null, '', '/paid'); document.body.innerHTML = '<h1>Paid</h1>'`,
  };
  for (const [how, end] of Object.entries(ends)) {
    it(`${how} closes the dialog, as handled`, async t => {
      const body = form(button) + handlerPage('send(new FormData(form))', end);
      const site = await openPage(t, body, [charged]);
      site.server.hold();
      await site.openAndPay();
      await site.server.arrived();
      assert.equal(await site.state(), 'delivering');
      site.server.release();
      await site.heard(/^result handled/);
      await site.dialogGone();
      assert.equal(site.server.posts.length, 1);
      assert.deepEqual(
        site.told.filter(line => line.startsWith('close')),
        ['close handled'],
      );
    });
  }

  it('by form.reset() after a refusal keeps the refusal', async t => {
    const then = 'button.complete(answer); form.reset()';
    const body = form(button) + handlerPage('send(new FormData(form))', then);
    const site = await openPage(t, body, [declined, charged]);
    await site.openAndPay();
    await site.says(/not enough money/);
    await site.pay();
    await site.heard(/^result paid/);
  });
});
