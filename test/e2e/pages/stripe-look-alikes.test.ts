import assert from 'node:assert/strict';
import {after, describe, it, type TestContext} from 'node:test';
import {closeBrowser} from '../stage.js';
import {button, form, Site} from './site.js';

after(closeBrowser);

/** Globals that pages have under the name of Stripe.js 3, and that cannot make the card's fields. */
const lookAlikes: Readonly<Record<string, string>> = {
  'Stripe.js 2': `window.Stripe = function Stripe() {};
    Stripe.setPublishableKey = () => {};
    Stripe.card = {createToken() {}};`,
  'Stripe.js 2, with a class': `window.Stripe = class {static setPublishableKey() {}};`,
  'a function of the page’s own': `function Stripe() { return {}; }`,
  'a variable of the page’s own': `var Stripe = {init() {}};`,
  'a constant property': `Object.defineProperty(window, 'Stripe', {
    value: () => ({}), writable: false, configurable: true,
  });`,
  'a getter': `Object.defineProperty(window, 'Stripe', {get: () => 'stripe', configurable: true});`,
  'a stub that waits for the script': `window.Stripe = (...call) => void (window.calls ??= []).push(call);`,
  'a stub that throws': `window.Stripe = () => { throw new Error('Not yet.'); };`,
  'a promise': `window.Stripe = async () => ({});`,
};

const openWith = (t: TestContext, head: string, body = form(button)) =>
  Site.open(t, {head, body, withoutStripe: true});

describe('something that looks like Stripe.js', {concurrency: 2}, () => {
  for (const [what, script] of Object.entries(lookAlikes)) {
    it(`${what}: stays, is named in the console, and the customer pays`, async t => {
      const site = await openWith(t, `<script>${script} window.before = window.Stripe;</script>`);
      await site.openDialog();
      assert.equal(await site.page.evaluate('window.Stripe === before'), true);
      await site.pay();
      await site.heading('Thanks');
      assert.equal(site.server.posts.length, 1);
      assert.match(site.console.join('\n'), /warning: .*window\.Stripe/);
    });
  }

  it('is the page’s own at every moment of the loading', async t => {
    const script = `<script>
      ${lookAlikes['Stripe.js 2']}
      const own = window.Stripe;
      window.seen = new Set();
      const look = () => { seen.add(window.Stripe === own); window.done || setTimeout(look); };
      look();
      new PerformanceObserver(look).observe({type: 'resource', buffered: true});
    </script>`;
    const site = await openWith(t, script);
    await site.openDialog();
    assert.deepEqual(await site.page.evaluate('(window.done = true, [...seen])'), [true]);
  });

  it('that the page sets while Stripe.js is loading stays as well', async t => {
    const site = await openWith(t, '');
    await site.page.waitForFunction(() => customElements.get('pay-button') !== undefined);
    await site.page.evaluate(
      `document.querySelector('pay-button').setAttribute('data-preload', 'page');
       window.Stripe = {mine: true}`,
    );
    await site.openDialog();
    assert.equal(await site.page.evaluate('window.Stripe.mine'), true);
    await site.pay();
    await site.heading('Thanks');
  });

  it('under a name that cannot be taken: customer and merchant are told', async t => {
    const lock = `Object.defineProperty(window, 'Stripe', {value: () => ({})});`;
    const site = await openWith(t, `<script>${lock}</script>`);
    await site.page.locator('pay-button').click();
    await site.says(/not set up correctly. Nothing was charged/);
    assert.match(site.console.join('\n'), /error: .*window\.Stripe/);
  });
});

/** Tags that bring no Stripe.js: consent managers, policies and the like. */
const tags: Readonly<Record<string, string>> = {
  'waits for consent': `<script type="text/plain" data-cookieconsent="marketing" src="https://js.stripe.com/v3/"></script>`,
  'is blocked by its type': `<script type="javascript/blocked" src="https://js.stripe.com/v3/"></script>`,
  'is for old browsers': `<script nomodule src="https://js.stripe.com/v3/"></script>`,
  'has failed': `<script src="https://js.stripe.com/v3/" integrity="sha384-AAAA" crossorigin></script>`,
  'has run, and left nothing': `<script src="https://js.stripe.com/v3/"></script><script>delete window.Stripe</script>`,
};

describe('a tag of Stripe.js that', {concurrency: 2}, () => {
  for (const [what, tag] of Object.entries(tags)) {
    it(`${what}: stays, is named in the console, and nobody waits for it`, async t => {
      const site = await openWith(t, tag);
      const start = Date.now();
      await site.openDialog();
      // A tag that may still come is given up after four seconds.
      assert.ok(Date.now() - start < 4000);
      assert.equal(await site.page.locator('script[src="https://js.stripe.com/v3/"]').count(), 1);
      await site.pay();
      await site.heading('Thanks');
      assert.match(
        site.console.join('\n'),
        /warning: .*<script type=".*" src="https:\/\/js\.stripe/,
      );
    });
  }

  it('is on its way is waited for, and used', async t => {
    const tag = `<script async src="https://js.stripe.com/v3/"></script>`;
    const site = await openWith(t, tag);
    await site.openDialog();
    await site.pay();
    await site.heading('Thanks');
    assert.doesNotMatch(site.console.join('\n'), /js\.stripe/);
  });

  it('never answers is waited for, but not for ever, and stays', async t => {
    const site = await Site.open(t, {body: form(button), withoutStripe: true, clock: true});
    await site.page.route('https://js.stripe.com/v3/', () => {});
    await site.page.evaluate(() => {
      const script = document.createElement('script');
      script.src = 'https://js.stripe.com/v3/';
      document.head.append(script);
    });
    await site.page.locator('pay-button').click();
    await site.reach('opening');
    await site.page.clock.runFor(4000);
    await site.reach('ready');
    assert.equal(await site.page.locator('script[src="https://js.stripe.com/v3/"]').count(), 1);
  });

  it('is ours, and is switched off by another script: customer and merchant are told', async t => {
    const block = `<script>
      const {set} = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src');
      Object.defineProperty(HTMLScriptElement.prototype, 'src', {
        configurable: true,
        get() { return this.getAttribute('src'); },
        set(address) {
          if (/stripe/.test(address)) this.type = 'javascript/blocked';
          set.call(this, address);
        },
      });
    </script>`;
    const site = await openWith(t, block);
    await site.page.locator('pay-button').click();
    await site.says(/not set up correctly. Nothing was charged/);
    assert.match(site.console.join('\n'), /error: .*javascript\/blocked/);
  });
});
