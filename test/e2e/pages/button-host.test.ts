import assert from 'node:assert/strict';
import {test} from 'node:test';
import {clickPay, gone, heading, reach, typeCard} from '../engines/customer.js';
import type {Engine, Tab} from '../engines/engines.js';
import {inEachEngine, shared} from '../engines/suite.js';
import {cards, openSandbox, type Owner} from '../stage.js';
import {Server} from './server.js';

const body = `<form action="/charge" method="post">
  <label for="ours">Pay as a guest</label>
  <label id="around">Pay <pay-button id="ours" data-key="pk_test_pages" accesskey="y"></pay-button></label>
  <label for="own">Go pro</label>
  <pay-button data-key="pk_test_pages"><button slot="button" id="own" name="plan" value="pro">Pro</button></pay-button>
</form>`;

async function openShop(t: Owner) {
  const sandbox = await openSandbox(t);
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title>
    <script src="${sandbox.origin}/v3/"></script><script src="/pay-button.js" async></script><body>${body}`;
  return Server.start(t, {files: {'/': page}});
}

inEachEngine('the button as one of the page', ({name, open}: Engine) => {
  const shop = shared(openShop);

  async function goTo(tab: Tab): Promise<void> {
    await tab.goto(shop().origin);
    await tab.waitFor(`return customElements.get('pay-button') !== undefined`);
  }

  async function opens(tab: Tab): Promise<void> {
    await reach(tab, 'ready');
    await tab.evaluate(`document.querySelectorAll('pay-button').forEach(button => button.close())`);
    await gone(tab);
  }

  test('opens at clicks on its labels, and at click()', async t => {
    const tab = await open(t);
    await goTo(tab);
    await tab.click(`return document.querySelector('[for=ours]')`);
    await opens(tab);
    await tab.click(`return document.querySelector('[for=own]')`);
    await opens(tab);
    await tab.evaluate(`document.querySelector('#ours').click()`);
    await opens(tab);
  });

  test('posts name and value of the merchant’s own button', async t => {
    const tab = await open(t);
    await goTo(tab);
    await tab.click(`return document.querySelector('#own')`);
    await reach(tab, 'ready');
    await typeCard(tab, cards.good);
    await clickPay(tab);
    await heading(tab, 'Thanks');
    assert.equal(shop().posts.at(-1)?.fields.get('plan'), 'pro');
  });

  // The other engines' drivers deliver no access keys, to a plain button neither.
  if (name === 'Firefox') {
    test('opens at its access key', async t => {
      const tab = await open(t);
      await goTo(tab);
      await tab.press('Alt+Shift+Y');
      await opens(tab);
    });
  }
});
