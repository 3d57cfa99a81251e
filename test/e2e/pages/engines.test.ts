import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {clickPay, gone, heading, openDialog, reach, told, typeCard} from '../engines/customer.js';
import type {Engine, Tab} from '../engines/engines.js';
import {inEachEngine, shared} from '../engines/suite.js';
import {cards, openSandbox, type Owner} from '../stage.js';
import {json, refused, thanks, type Answer} from './answers.js';
import {Server} from './server.js';

const button = '<pay-button data-key="pk_test_pages" data-amount="999"></pay-button>';
const fetchButton = button.replace('data-amount', 'data-confirm="fetch" data-amount');
const form = (content: string, more = '') =>
  `<form action="/charge" method="post" ${more}>${content}</form>`;
const handler = (script: string) =>
  `<script>const form = document.forms[0]; form.addEventListener('submit', ${script});</script>`;
const paid = json(200, {status: 'done'});

/** Pages whose fate depends on what an engine does with a submit. */
const pages = {
  '/plain': form(button),
  '/blank': form(button, 'target="answer"') + '<iframe name="answer" title="Answer"></iframe>',
  '/submits-later': `${form(button)}${handler(`event => {
    event.preventDefault();
    window.solve = () => form.submit();
  }`)}`,
  '/submits-again': `${form(button)}${handler(`event => {
    if (window.solve) return;
    event.preventDefault();
    window.solve = () => form.requestSubmit();
  }`)}`,
  '/stops': `${form(button)}<script>
    addEventListener('submit', event => event.stopImmediatePropagation(), true);
  </script>`,
  '/own-post': `${form(button)}${handler(`async event => {
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form));
    const response = await fetch('/charge', {method: 'POST', body});
    document.querySelector('pay-button').complete(await response.json());
  }`)}`,
  '/objects': `${form(`<input name="city" aria-invalid="true">${button}`)}${handler(`event => {
    event.preventDefault();
  }`)}`,
  '/no-method': `<form>${button}</form>`,
  '/no-method-stops': `<form action="/thanks">${button}</form><script>
    addEventListener('submit', event => event.stopImmediatePropagation(), true);
  </script>`,
  '/fetch': form(fetchButton),
  '/fetch-guard': `${form(fetchButton)}${handler(`event => {
    if (form.classList.contains('sent')) return event.preventDefault();
    form.classList.add('sent');
  }`)}`,
};

async function openShop(t: Owner) {
  const sandbox = await openSandbox(t);
  const answers: Answer[] = [];
  // Written into the page, since no driver can run scripts before all pages in every engine.
  const record = `<script>
    addEventListener('pay-opened', () => {
      window.checkout = document.querySelector('pay-dialog').checkout;
    });
    addEventListener('pay-close', ({reason}) => sessionStorage.setItem('closed', reason));
    addEventListener('pagehide', () => {
      sessionStorage.setItem('left while', window.checkout?.state.name ?? '');
    }, true);
  </script>`;
  const files = Object.fromEntries(
    Object.entries(pages).map(([path, body]) => [
      path,
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title>${record}
      <script src="${sandbox.origin}/v3/"></script><script src="/pay-button.js" async></script><body>${body}`,
    ]),
  );
  const server = await Server.start(t, {files, answers});
  return {server, answers};
}

inEachEngine('pages whose scripts take a submit over', ({open}: Engine) => {
  const shop = shared(openShop);
  beforeEach(() => {
    shop().server.posts.length = 0;
    shop().answers.length = 0;
  });

  const posts = () => shop().server.posts;
  const closed = (tab: Tab) => tab.evaluate(`return sessionStorage.getItem('closed')`);
  const leftWhile = (tab: Tab) => tab.evaluate(`return sessionStorage.getItem('left while')`);

  async function goTo(tab: Tab, path: keyof typeof pages, ...answers: Answer[]): Promise<void> {
    shop().answers.push(...(answers.length ? answers : [thanks]));
    await tab.goto(shop().server.origin + path);
    await tab.evaluate('sessionStorage.clear()');
    await openDialog(tab);
    await typeCard(tab, cards.good);
  }

  test('a native submit: the dialog is up until the page has left', async t => {
    const tab = await open(t);
    await goTo(tab, '/plain');
    await clickPay(tab);
    await heading(tab, 'Thanks');
    assert.equal(await leftWhile(tab), 'leaving');
    assert.equal(posts().length, 1);
  });

  test('a post into a frame closes the dialog, as handled', async t => {
    const tab = await open(t);
    await goTo(tab, '/blank');
    await clickPay(tab);
    await gone(tab);
    await shop().server.arrived();
    assert.equal(await closed(tab), 'handled');
    assert.equal(posts().length, 1);
  });

  for (const path of ['/submits-later', '/submits-again'] as const) {
    test(`${path}: the dialog is up until the page has left`, async t => {
      const tab = await open(t);
      await goTo(tab, path);
      await clickPay(tab);
      await reach(tab, 'delivering');
      await tab.waitFor('return window.solve !== undefined');
      await tab.evaluate('window.solve()');
      await heading(tab, 'Thanks');
      assert.match(String(await leftWhile(tab)), /^(delivering|leaving)$/);
      assert.equal(posts().length, 1);
      assert.match(posts()[0]?.credential ?? '', /^tok_/);
    });
  }

  test('a submit that is stopped, but not prevented, is the browser’s', async t => {
    const tab = await open(t);
    await goTo(tab, '/stops');
    await clickPay(tab);
    await heading(tab, 'Thanks');
    assert.match(String(await leftWhile(tab)), /^(delivering|leaving)$/);
    assert.equal(posts().length, 1);
  });

  test('a page’s own post: the dialog says what the page says', async t => {
    const tab = await open(t);
    await goTo(tab, '/own-post', refused, paid);
    await clickPay(tab);
    await told(tab, /not enough money/);
    await typeCard(tab, cards.good);
    await clickPay(tab);
    await gone(tab);
    assert.equal(await closed(tab), 'paid');
    assert.equal(posts().length, 2);
  });

  test('an objection is said in the dialog, and nothing is posted', async t => {
    const tab = await open(t);
    await goTo(tab, '/objects');
    await clickPay(tab);
    await told(tab, /nothing was charged/i);
    assert.equal(posts().length, 0);
  });

  test('a form without method that nobody handles is not sent', async t => {
    const tab = await open(t);
    await goTo(tab, '/no-method');
    await clickPay(tab);
    await reach(tab, 'refused');
    assert.equal(await tab.evaluate('return location.search'), '');
  });

  test('a form without method whose submit is stopped does not get the token into an address', async t => {
    const tab = await open(t);
    await goTo(tab, '/no-method-stops');
    await clickPay(tab);
    await tab.waitFor(
      `return document.querySelector('h1')?.innerText === 'Thanks' ||
        document.querySelector('pay-dialog')?.checkout.state.name === 'refused'`,
    );
    assert.doesNotMatch(String(await tab.evaluate('return location.href')), /stripe_token/);
  });

  for (const path of ['/fetch', '/fetch-guard'] as const) {
    test(`${path}: the second card is posted after a decline`, async t => {
      const tab = await open(t);
      await goTo(tab, path, refused, paid);
      await clickPay(tab);
      await told(tab, /not enough money/);
      await typeCard(tab, cards.good);
      await clickPay(tab);
      await gone(tab);
      assert.equal(await closed(tab), 'paid');
      assert.equal(new Set(posts().map(({credential}) => credential)).size, 2);
    });
  }
});
