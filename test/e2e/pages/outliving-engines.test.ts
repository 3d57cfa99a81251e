import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {
  clickClose,
  clickPay,
  gone,
  heading,
  openDialog,
  reach,
  typeCard,
} from '../engines/customer.js';
import type {Engine, Tab} from '../engines/engines.js';
import {inEachEngine, shared} from '../engines/suite.js';
import {cards, openSandbox, type Owner} from '../stage.js';
import {Server} from './server.js';

const button = '<pay-button data-key="pk_test_pages" data-amount="999"></pay-button>';
const form = `<form action="/charge" method="post">${button}</form>`;

/** Pages whose fate depends on what an engine does with frames, popovers and history. */
const pages = {
  '/plain': form,
  '/popover': `<button popovertarget="cart">Cart</button>
    <div popover id="cart">${form}<div popover id="more">${form}</div>
      <button popovertarget="more">More</button></div>`,
  '/shadow': `<button popovertarget="cart">Cart</button>
    <div popover id="cart"><div id="host"></div></div><script>
      host.attachShadow({mode: 'open'}).append(document.createElement('slot'));
      host.innerHTML = '${form}';
    </script>`,
  '/modal': `<button id="show">Cart</button><dialog id="cart">${form}</dialog><script>
      show.onclick = () => cart.showModal();
    </script>`,
};

async function openShop(t: Owner) {
  const sandbox = await openSandbox(t);
  const files = Object.fromEntries(
    Object.entries(pages).map(([path, body]) => [
      path,
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title>
      <script src="${sandbox.origin}/v3/"></script><script src="/pay-button.js" async></script><body>${body}`,
    ]),
  );
  return Server.start(t, {files});
}

inEachEngine('pages that change while the dialog is open', ({open}: Engine) => {
  const server = shared(openShop);
  beforeEach(() => void (server().posts.length = 0));

  async function goTo(tab: Tab, path: keyof typeof pages): Promise<void> {
    await tab.goto(server().origin + path);
    await tab.waitFor(`return customElements.get('pay-button') !== undefined`);
  }

  const first = (selector: string) => `return document.querySelector('${selector}');`;

  test('a body that is replaced takes no card with it', async t => {
    const tab = await open(t);
    await goTo(tab, '/plain');
    await openDialog(tab);
    await typeCard(tab, cards.good);
    await tab.evaluate('document.body.replaceWith(document.body.cloneNode(true))');
    await clickPay(tab);
    await heading(tab, 'Thanks');
    assert.equal(server().posts.length, 1);
  });

  test('the Back button closes the dialog', async t => {
    const tab = await open(t);
    await goTo(tab, '/plain');
    await tab.evaluate(`history.pushState(null, '', '/orders')`);
    await openDialog(tab);
    await tab.back();
    await gone(tab);
  });

  test('the page’s own hash for the dialog does not close it, and Back does', async t => {
    const tab = await open(t);
    await goTo(tab, '/plain');
    await tab.evaluate(`addEventListener('pay-opened', () => (location.hash = 'pay'))`);
    await openDialog(tab);
    await typeCard(tab, cards.good);
    await reach(tab, 'ready');
    await tab.back();
    await gone(tab);
  });

  test('a router that leaves the button where it is closes the dialog', async t => {
    const tab = await open(t);
    await goTo(tab, '/plain');
    await openDialog(tab);
    await tab.evaluate(`history.pushState(null, '', '/orders')`);
    await gone(tab);
  });

  test('a router that draws another view closes the dialog', async t => {
    const tab = await open(t);
    await goTo(tab, '/plain');
    await openDialog(tab);
    await tab.evaluate(`history.pushState(null, '', '?view=orders'); document.body.innerHTML = ''`);
    await gone(tab);
  });

  for (const path of ['/popover', '/shadow'] as const) {
    test(`${path}: the popover around the button is there again, and the button has the focus`, async t => {
      const tab = await open(t);
      await goTo(tab, path);
      await tab.click(first('button'));
      await openDialog(tab);
      await clickClose(tab);
      await gone(tab);
      const state = `[cart.matches(':popover-open'), document.activeElement.localName].join()`;
      assert.equal(await tab.evaluate(`return ${state}`), 'true,pay-button');
      await openDialog(tab);
    });
  }

  test('popovers in each other are there again', async t => {
    const tab = await open(t);
    await goTo(tab, '/popover');
    await tab.click(first('button'));
    await tab.click(first('[popovertarget=more]'));
    await openDialog(tab, '#more pay-button');
    await clickClose(tab);
    await gone(tab);
    const state = `[cart, more].every(popover => popover.matches(':popover-open'))`;
    assert.equal(await tab.evaluate(`return ${state}`), true);
  });

  test('a modal dialog around the button stays, and the button has the focus', async t => {
    const tab = await open(t);
    await goTo(tab, '/modal');
    await tab.click(first('#show'));
    await openDialog(tab);
    await clickClose(tab);
    await gone(tab);
    const state = `[cart.matches(':modal'), document.activeElement.localName].join()`;
    assert.equal(await tab.evaluate(`return ${state}`), 'true,pay-button');
    await openDialog(tab);
  });
});
