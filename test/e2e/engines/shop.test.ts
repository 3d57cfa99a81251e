import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import {cards, openShop} from '../stage.js';
import {
  answerBank,
  clickPay,
  fillIn,
  heading,
  openDialog,
  reach,
  told,
  typeCard,
} from './customer.js';
import type {Tab} from './engines.js';
import {inEachEngine, shared} from './suite.js';

const asks = '4000002760003184';

inEachEngine('the demo shop', ({open}) => {
  const shop = shared(openShop);

  /** The open dialog of a new order, which is paid for as the query says. */
  async function order(t: TestContext, query = ''): Promise<Tab> {
    const tab = await open(t);
    await tab.goto(shop().origin);
    await tab.click(`return document.querySelector('form[action="/orders"] button');`);
    await heading(tab, 'Your order');
    if (query) await tab.goto(`${String(await tab.evaluate('return location.href'))}?${query}`);
    await openDialog(tab);
    return tab;
  }

  async function payWith(tab: Tab, card: string): Promise<void> {
    await typeCard(tab, card);
    await clickPay(tab);
  }

  /** What became of this tab's order, latest first. */
  async function charges(tab: Tab): Promise<string[]> {
    const [id] = /[-\w]+$/.exec(String(await tab.evaluate('return location.pathname'))) ?? [];
    const {data} = await shop().stripe.charges.list({limit: 100});
    return data.filter(({metadata}) => metadata.order_id === id).map(({status}) => status);
  }

  /** The id on the receipt, of what stood for the card. */
  async function handedOver(tab: Tab): Promise<unknown> {
    return tab.evaluate(`return document.querySelectorAll('.id code')[1].textContent;`);
  }

  test('a token pays, and there is a receipt', async t => {
    const tab = await order(t);
    await fillIn(tab, 'email', 'ada@example.com');
    await payWith(tab, cards.good);
    await heading(tab, 'Thank you');
    assert.deepEqual(await charges(tab), ['succeeded']);
    assert.match(String(await handedOver(tab)), /^tok_/);
  });

  test('a card is declined, and another one pays the same order', async t => {
    const tab = await order(t);
    await fillIn(tab, 'email', 'ada@example.com');
    await payWith(tab, cards.declined);
    await heading(tab, 'Not paid');
    await tab.click(`return document.querySelector('main a.button');`);
    await heading(tab, 'Your order');
    await openDialog(tab);
    await fillIn(tab, 'email', 'ada@example.com');
    await payWith(tab, cards.good);
    await heading(tab, 'Thank you');
    assert.deepEqual(await charges(tab), ['succeeded', 'failed']);
  });

  test('a card is declined in the dialog, and another one pays there', async t => {
    const tab = await order(t, 'confirm=fetch');
    await fillIn(tab, 'email', 'ada@example.com');
    await payWith(tab, cards.declined);
    await told(tab, /declined/);
    await payWith(tab, cards.good);
    await heading(tab, 'Thank you');
    assert.deepEqual(await charges(tab), ['succeeded', 'failed']);
  });

  test('a bank confirms the payment over the dialog', async t => {
    const tab = await order(t, 'create=payment-method&confirm=fetch');
    await fillIn(tab, 'email', 'ada@example.com');
    await payWith(tab, asks);
    await answerBank(tab, 'complete');
    await heading(tab, 'Thank you');
    assert.deepEqual(await charges(tab), ['succeeded']);
    assert.match(String(await handedOver(tab)), /^pm_/);
  });

  test('a bank does not confirm, and the dialog comes back for another card', async t => {
    const tab = await order(t, 'confirm=fetch');
    await fillIn(tab, 'email', 'ada@example.com');
    await payWith(tab, asks);
    await answerBank(tab, 'fail');
    await told(tab, /bank did not confirm/);
    await reach(tab, 'refused');
    await payWith(tab, cards.good);
    await heading(tab, 'Thank you');
    assert.deepEqual(await charges(tab), ['succeeded']);
  });

  test('a confirmation token pays, from one frame for all of the card', async t => {
    const tab = await order(t, 'create=confirmation-token');
    await fillIn(tab, 'email', 'ada@example.com');
    await payWith(tab, cards.good);
    await heading(tab, 'Thank you');
    assert.deepEqual(await charges(tab), ['succeeded']);
    assert.match(String(await handedOver(tab)), /^ctoken_/);
  });
});
