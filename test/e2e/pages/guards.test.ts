import assert from 'node:assert/strict';
import {after, describe, it, type TestContext} from 'node:test';
import {closeBrowser} from '../stage.js';
import {done, doneHere, refused, thanks, type Answer} from './answers.js';
import {button, fetchButton, form, library, Site} from './site.js';

after(closeBrowser);

type Open = (
  t: TestContext,
  script: string,
  answers?: readonly Answer[],
  clock?: boolean,
) => Promise<Site>;

const openWith =
  (content: string): Open =>
  (t, script, answers = [thanks], clock = false) =>
    Site.open(t, {body: `${form(content)}<script>${script}</script>`, answers, clock});

const ways = {navigate: openWith(button), fetch: openWith(fetchButton)};

/** Waits until the dialog says that the page did not send the payment, and that is true. */
async function notSent(site: Site): Promise<void> {
  await site.heard(/^error not_sent/);
  await site.reach('refused');
  await site.says(/nothing was charged/i);
  assert.deepEqual(await site.credentialsInForms(), []);
  assert.equal(site.server.posts.length, 0);
  assert.equal(site.wasToldPaid, false);
}

/** Waits until the customer can leave a payment that the page keeps to itself; nobody knows what becomes of it. */
async function leave(site: Site): Promise<void> {
  await site.heard(/^state delivering/);
  await site.page.clock.runFor(10_000);
  const dialog = site.page.locator('pay-dialog');
  const close = dialog.getByRole('button', {name: 'Close'});
  await close.waitFor();
  const words = await dialog.locator('dialog').innerText();
  assert.doesNotMatch(words, /nothing (was|has been) charged/i);
  await close.click();
  await site.dialogGone();
  await site.heard(/^result handled/);
  assert.equal(site.server.posts.length, 0);
  assert.equal(site.wasToldPaid, false);
}

const once = `document.querySelectorAll('form').forEach(form => form.addEventListener('submit', event => {
  if (form.classList.contains('sent')) return event.preventDefault();
  form.classList.add('sent');
}));`;

describe('a guard against a second submit', {concurrency: 2}, () => {
  const guards: Readonly<Record<string, string>> = {
    'at the form': once,
    'at the document': `let sent = false;
      document.addEventListener('submit', event => {
        if (sent) event.preventDefault();
        sent = true;
      });`,
    'in the capture phase of the window': `let sent = false;
      window.addEventListener('submit', event => {
        if (sent) { event.preventDefault(); event.stopImmediatePropagation(); }
        sent = true;
      }, true);`,
    'that is removed after its first turn': `document.forms[0].onsubmit = function () {
      this.onsubmit = () => false;
      return true;
    };`,
  };
  for (const [where, guard] of Object.entries(guards)) {
    it(`${where} lets the second card through after a decline`, async t => {
      const site = await ways.fetch(t, guard, [refused, done]);
      await site.openAndPay();
      await site.says(/not enough money/);
      await site.pay();
      await site.heading('Thanks');
      assert.equal(new Set(site.server.credentials).size, 2);
      assert.equal(site.server.posts.length, 2);
    });
  }

  it('that objects in the next opening is said in the dialog', async t => {
    const site = await ways.fetch(t, once, [refused, done], true);
    await site.openAndPay();
    await site.reach('refused');
    await site.page.locator('pay-dialog').getByRole('button', {name: 'Close'}).click();
    await site.dialogGone();
    await site.openAndPay();
    await site.heard(/^error not_sent/);
    assert.deepEqual(await site.credentialsInForms(), []);
    assert.equal(site.server.posts.length, 1);
    assert.equal(site.wasToldPaid, false);
  });

  it('that disables the page’s controls lets the browser post', async t => {
    const site = await ways.navigate(
      t,
      `document.forms[0].addEventListener('submit', event => {
        for (const control of event.target.querySelectorAll('button, pay-button')) control.disabled = true;
      });`,
    );
    await site.openAndPay();
    await site.heading('Thanks');
    assert.equal(site.server.posts.length, 1);
  });
});

const objectsOnce = `let isFirst = true;
  document.forms[0].addEventListener('submit', event => {
    if (isFirst) event.preventDefault();
    isFirst = false;
  });`;

const objections: Readonly<Record<string, string>> = {
  'at the form': `document.forms[0].addEventListener('submit', event => event.preventDefault());`,
  'as an attribute’s handler': `document.forms[0].onsubmit = () => false;`,
  'delegated to the document': `document.addEventListener('submit', event => event.preventDefault());`,
  'in the capture phase, with the event stopped': `window.addEventListener('submit', event => {
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);`,
};
describe('an objection of a handler that has read nothing', {concurrency: 2}, () => {
  for (const [where, script] of Object.entries(objections)) {
    it(`${where} is said at once, if the dialog posts`, async t => {
      const site = await ways.fetch(t, script);
      await site.openAndPay();
      await notSent(site);
    });

    it(`${where} leaves the customer a way out after ten seconds, if the page posts`, async t => {
      const site = await ways.navigate(t, script, [thanks], true);
      await site.openAndPay();
      await leave(site);
    });
  }

  it('that ends lets the next card through, if the dialog posts', async t => {
    const site = await ways.fetch(t, objectsOnce, [done]);
    await site.openAndPay();
    await notSent(site);
    await site.pay();
    await site.heading('Thanks');
    assert.equal(site.server.posts.length, 1);
  });

  it('that ends lets the next opening through, if the page posts', async t => {
    const site = await ways.navigate(t, objectsOnce, [thanks], true);
    await site.openAndPay();
    await leave(site);
    await site.openAndPay();
    await site.heading('Thanks');
    assert.equal(site.server.posts.length, 1);
  });
});

for (const [name, open] of Object.entries(ways)) {
  describe(`an objection by a field, ${name}`, {concurrency: 2}, () => {
    it('that marks a field is said at once', async t => {
      const site = await open(
        t,
        `const input = document.createElement('input');
         document.forms[0].prepend(input);
         document.forms[0].addEventListener('submit', event => {
           input.setAttribute('aria-invalid', 'true');
           event.preventDefault();
         });`,
      );
      await site.openAndPay();
      await notSent(site);
    });

    it('of a field that has become required while the dialog was open is said at once', async t => {
      const site = await open(
        t,
        `document.forms[0].insertAdjacentHTML('afterbegin', '<input name="city">');
         addEventListener('pay-opened', () => document.forms[0].city.required = true, {once: true});`,
        [name === 'fetch' ? done : thanks],
      );
      await site.openAndPay();
      await notSent(site);
      await site.page.evaluate(() => {
        document.querySelector<HTMLInputElement>('[name=city]')!.value = 'Tirana';
      });
      await site.pay();
      await site.heading('Thanks');
      assert.equal(site.server.posts.length, 1);
    });
  });
}

describe('a captcha that is solved after the submit event', {concurrency: 2}, () => {
  const captcha = (send: string) => `
    let solved = false;
    const form = document.forms[0];
    const solve = new Promise(resolve => { window.solve = resolve; });
    form.addEventListener('submit', async event => {
      if (solved) return;
      event.preventDefault();
      await solve;
      solved = true;
      form.insertAdjacentHTML('beforeend', '<input type="hidden" name="captcha" value="yes">');
      ${send}
    });`;
  const sends = {
    'form.submit()': 'form.submit();',
    'form.requestSubmit()': 'form.requestSubmit();',
    'a button’s click()': `const button = document.createElement('button');
      form.append(button);
      button.click();`,
    'the prototype’s submit()': 'HTMLFormElement.prototype.submit.call(form);',
  };
  for (const [what, send] of Object.entries(sends)) {
    it(`sends the credential by ${what}, and the dialog is up until then`, async t => {
      const site = await ways.navigate(t, captcha(send));
      site.server.hold();
      await site.openAndPay();
      await site.heard(/^state delivering/);
      assert.equal(await site.state(), 'delivering');
      assert.equal((await site.credentialsInForms()).length, 1);
      await site.page.evaluate('window.solve()');
      await site.server.arrived();
      site.server.release();
      await site.heading('Thanks');
      assert.match((await site.leftWhile()) ?? '', /^(delivering|leaving)$/);
      assert.equal(site.server.posts.length, 1);
      assert.match(site.server.posts[0]?.body ?? '', /captcha=yes/);
    });
  }

  it('too late for a customer who pays again has nothing of the first payment to send', async t => {
    const site = await ways.navigate(t, captcha('form.submit();'), [thanks], true);
    await site.openAndPay();
    await leave(site);
    await site.openDialog();
    await site.page.evaluate('window.solve()');
    await site.heading('Thanks');
    assert.deepEqual(site.server.credentials, [undefined]);
  });
});

describe('a handler that stops the event', {concurrency: 2}, () => {
  it('but does not prevent it leaves the post to the browser, and the dialog up', async t => {
    const site = await ways.navigate(
      t,
      `window.addEventListener('submit', event => event.stopImmediatePropagation(), true);`,
    );
    site.server.hold();
    await site.openAndPay();
    await site.server.arrived();
    site.server.release();
    await site.heading('Thanks');
    assert.match((await site.leftWhile()) ?? '', /^(delivering|leaving)$/);
    assert.equal(site.server.posts.length, 1);
  });

  it('and throws leaves the post to the browser', async t => {
    const site = await ways.navigate(
      t,
      `document.forms[0].addEventListener('submit', () => { throw new Error('oops'); });`,
    );
    await site.openAndPay();
    await site.heading('Thanks');
    assert.equal(site.server.posts.length, 1);
  });

  it('in the way of data-confirm="fetch" does not keep the dialog from posting', async t => {
    const site = await ways.fetch(
      t,
      `document.forms[0].addEventListener('submit', event => event.stopPropagation());`,
      [doneHere],
    );
    await site.openAndPay();
    await site.heard(/^result paid/);
    assert.equal(site.server.posts.length, 1);
  });
});

describe('jQuery Validate', {concurrency: 2}, () => {
  const head =
    library('jquery/dist/jquery.js') + library('jquery-validation/dist/jquery.validate.js');
  const openValidated = (t: TestContext, content: string, options: string, answers = [thanks]) =>
    Site.open(t, {
      head,
      body: `${form(content)}<script>$('form').validate(${options})</script>`,
      answers,
    });

  it('posts by form.submit(), and the dialog is up until the page has left', async t => {
    const site = await openValidated(t, button, '{submitHandler: form => form.submit()}');
    site.server.hold();
    await site.openAndPay();
    await site.server.arrived();
    site.server.release();
    await site.heading('Thanks');
    assert.match((await site.leftWhile()) ?? '', /^(delivering|leaving)$/);
    assert.equal(site.server.posts.length, 1);
  });

  it('without a handler posts by the browser', async t => {
    const site = await openValidated(t, button, '{}');
    await site.openAndPay();
    await site.heading('Thanks');
    assert.equal(site.server.posts.length, 1);
  });

  it('that finds a required field missing is said in the dialog at once', async t => {
    const site = await openValidated(t, `<input name="city" required>${button}`, '{}');
    await site.openAndPay();
    await notSent(site);
  });

  it('beside data-confirm="fetch" checks the fields, and leaves the post to the dialog', async t => {
    const site = await openValidated(
      t,
      `<input name="city" value="Tirana">${fetchButton}`,
      `{rules: {city: 'required'}}`,
      [refused, done],
    );
    await site.openAndPay();
    await site.says(/not enough money/);
    await site.pay();
    await site.heading('Thanks');
    assert.equal(site.server.posts.length, 2);
  });
});
