import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {stripeFields, tirana} from '../legacy/customers.js';
import type {Post} from '../page.js';
import {cards, untilHeld} from '../stage.js';
import {
  choose,
  clickClose,
  clickPay,
  fillIn,
  gone,
  heading,
  openDialog,
  reach,
  told,
  typeCard,
} from './customer.js';
import {inEachEngine, shared} from './suite.js';
import {openMerchant} from './merchant.js';

inEachEngine('a merchant’s pages', ({open}) => {
  const merchant = shared(openMerchant);
  let earlier = 0;
  beforeEach(() => {
    merchant().sandbox.control.reset();
    earlier = merchant().posts.length;
  });

  /** What this test's customer has posted. */
  const posts = (): readonly Post[] => merchant().posts.slice(earlier);
  const tokens = () => posts().map(({fields}) => fields.get('stripe_token') ?? '');
  const tokensMade = () =>
    merchant()
      .sandbox.control.journal.requests.filter(({path}) => path === '/v1/tokens')
      .map(({object}) => object);

  test('a double click opens one dialog, and another one pays once', async t => {
    const tab = await open(t);
    await tab.goto(`${merchant().origin}/form`);
    await tab.waitFor(`return customElements.get('pay-button') !== undefined`);
    await tab.click(`return document.querySelector('pay-button');`, {times: 2});
    await reach(tab, 'ready');
    assert.equal(await tab.evaluate(`return document.querySelectorAll('pay-dialog').length`), 1);
    await typeCard(tab, cards.good);
    await clickPay(tab, 2);
    await heading(tab, 'Thanks');
    assert.equal(posts().length, 1);
    assert.deepEqual(tokens(), tokensMade());
  });

  test('who closes while the token is being made posts nothing, and can pay afterwards', async t => {
    const {origin, sandbox} = merchant();
    const tab = await open(t);
    await tab.goto(`${origin}/form`);
    await openDialog(tab);
    await typeCard(tab, cards.good);
    sandbox.control.fault({path: '/v1/tokens', kind: 'latency', times: 1});
    await clickPay(tab);
    await untilHeld(sandbox);
    await clickClose(tab);
    await gone(tab);
    sandbox.control.release();

    await openDialog(tab);
    await typeCard(tab, cards.good);
    await clickPay(tab);
    await heading(tab, 'Thanks');
    assert.deepEqual(tokens(), [tokensMade().at(-1)]);
  });

  test('back from the shop’s thanks there is no spent token, and the next payment has one of its own', async t => {
    const tab = await open(t);
    const pay = async () => {
      await openDialog(tab);
      await typeCard(tab, cards.good);
      await clickPay(tab);
      await heading(tab, 'Thanks');
    };
    await tab.goto(`${merchant().origin}/form`);
    await pay();
    await tab.back();
    await tab.waitFor(`return document.documentElement.dataset.shown !== undefined`);
    // From the browser's cache: a page that is loaded anew has no old token anyway.
    assert.equal(await tab.evaluate(`return document.documentElement.dataset.shown`), 'again');
    const left = `return document.querySelectorAll('pay-dialog, [name=stripe_token]').length`;
    assert.equal(await tab.evaluate(left), 0);
    await pay();
    const [first, second, ...others] = tokens();
    assert.ok(first && second && first !== second);
    assert.deepEqual(others, []);
  });

  test('when Stripe.js does not come the customer is told, and can try again without a reload', async t => {
    const {origin, sandbox} = merchant();
    sandbox.control.fault({path: '/endive/stripe.js', kind: 'status', status: 503});
    const tab = await open(t);
    await tab.goto(`${origin}/loads-stripe`);
    await tab.waitFor(`return customElements.get('pay-button') !== undefined`);
    await tab.click(`return document.querySelector('pay-button');`);
    await reach(tab, 'unavailable');
    await told(tab, /No connection/);
    sandbox.control.clear();
    await clickPay(tab);
    await reach(tab, 'ready');
    await typeCard(tab, cards.good);
    await clickPay(tab);
    await heading(tab, 'Thanks');
    assert.match(tokens()[0] ?? '', /^tok_/);
  });

  test('in a form that gets, the button is off and the address keeps nothing', async t => {
    const url = `${merchant().origin}/get`;
    const tab = await open(t);
    await tab.goto(url);
    await tab.waitFor(
      `const button = document.querySelector('pay-button')?.shadowRoot?.querySelector('button');
       return button?.disabled && button.innerText === 'Payment is not set up';`,
    );
    await tab.click(`return document.querySelector('pay-button');`);
    assert.equal(await tab.evaluate(`return document.querySelectorAll('pay-dialog').length`), 0);
    assert.equal(await tab.evaluate('return location.href'), url);
    assert.deepEqual(posts(), []);
  });

  test('a form without a method and without a script is stopped, and the address keeps nothing', async t => {
    const url = `${merchant().origin}/no-method`;
    const tab = await open(t);
    await tab.goto(url);
    await openDialog(tab);
    await typeCard(tab, cards.good);
    await clickPay(tab);
    await told(tab, /not set up correctly. Nothing was charged/);
    assert.equal(await tab.evaluate('return location.href'), url);
    assert.equal(await tab.evaluate(`return document.querySelector('[name=stripe_token]')`), null);
    assert.deepEqual(posts(), []);
  });

  test('a page that posts the form by itself says what became of it, and leaves', async t => {
    const tab = await open(t);
    await tab.goto(`${merchant().origin}/own-fetch`);
    await openDialog(tab);
    await typeCard(tab, cards.good);
    await clickPay(tab, 2);
    await heading(tab, 'Thanks');
    assert.equal(await tab.evaluate('return location.pathname'), '/thanks');
    assert.equal(posts().length, 1);
    assert.deepEqual(tokens(), tokensMade());
  });

  test('a script tag of checkout.js posts its fields and the addresses', async t => {
    const tab = await open(t);
    await tab.goto(`${merchant().origin}/legacy`);
    await openDialog(tab, '.stripe-button-el');
    await fillIn(tab, 'email', 'ada@example.com');
    const {country = '', ...typed} = tirana.typed;
    await choose(tab, 'billing country', country);
    for (const [token, text] of Object.entries(typed)) await fillIn(tab, `billing ${token}`, text);
    await typeCard(tab, cards.good);
    await clickPay(tab);
    await heading(tab, 'Thanks');
    const [post, ...others] = posts();
    assert.ok(post);
    assert.deepEqual(others, []);
    const details = {email: 'ada@example.com', billing: tirana, shipping: tirana};
    const token = post.fields.get('stripeToken') ?? '';
    assert.match(token, /^tok_/);
    assert.deepEqual([...post.fields], [['order', '7'], ...stripeFields(token, details)]);
  });

  test('StripeCheckout.open() hands the token to the page', async t => {
    const {origin} = merchant();
    const tab = await open(t);
    await tab.goto(`${origin}/configure`);
    await openDialog(tab, '#opener');
    await fillIn(tab, 'email', 'ada@example.com');
    await typeCard(tab, cards.good);
    await clickPay(tab);
    await gone(tab);
    await tab.waitFor(`return document.title === '[["tok_",{}]]'`);
    assert.equal(await tab.evaluate('return location.href'), `${origin}/configure`);
  });
});
