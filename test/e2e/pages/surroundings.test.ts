import assert from 'node:assert/strict';
import {after, before, describe, it, type TestContext} from 'node:test';
import type {BrowserContext, Page} from 'playwright-core';
import {closeBrowser, launch} from '../stage.js';
import {type Outcome, type ShopPage, Shops} from './globals/shop.js';

after(closeBrowser);

let context: BrowserContext;
before(async () => {
  context = await (await launch()).newContext({reducedMotion: 'reduce'});
});

async function payOn(
  t: TestContext,
  shop: Omit<ShopPage, 'button'> & Partial<ShopPage>,
): Promise<Outcome & {page: Page}> {
  const shops = await Shops.start(t);
  const page = await context.newPage();
  t.after(() => page.close());
  return {...(await shops.pay(page, {button: 'element', ...shop})), page};
}

const size = 'width="600" height="700"';

describe('in a frame', () => {
  const frames = {
    'whose sandbox has no allow-forms, without a form': 'sandbox="allow-scripts allow-same-origin"',
    'of an origin of its own, without storage and cookies, without a form':
      'sandbox="allow-scripts"',
    'whose policy forbids the payment API': `allow="payment 'none'"`,
  };
  for (const [what, attributes] of Object.entries(frames)) {
    it(`${what}, the customer pays`, async t => {
      const outcome = await payOn(t, {frame: `${attributes} ${size}`, isFormless: true});
      assert.equal(outcome.name, 'paid', outcome.detail);
    });
  }

  it('with allow-forms, but no pop-ups and modals, the form is posted', async t => {
    const sandbox = 'sandbox="allow-scripts allow-same-origin allow-forms"';
    const outcome = await payOn(t, {frame: `${sandbox} ${size}`});
    assert.equal(outcome.name, 'paid', outcome.detail);
  });

  it('without allow-forms the button of a form says that it does not work, and the console why', async t => {
    const outcome = await payOn(t, {frame: `sandbox="allow-scripts allow-same-origin" ${size}`});
    assert.equal(outcome.name, 'said');
    assert.match(outcome.detail ?? '', /Add allow-forms to the frame/);
  });

  it('smaller than the dialog, the customer scrolls in the dialog, and pays', async t => {
    const outcome = await payOn(t, {frame: 'width="200" height="120"'});
    assert.equal(outcome.name, 'paid', outcome.detail);
  });
});

describe('a browser', () => {
  const lacks = {
    'without matchMedia, IntersectionObserver and visualViewport':
      'delete window.matchMedia; delete window.IntersectionObserver; delete window.visualViewport;',
    'without adopted style sheets': `delete Document.prototype.adoptedStyleSheets;
      delete ShadowRoot.prototype.adoptedStyleSheets;
      window.CSSStyleSheet = function () { throw new TypeError('Illegal constructor'); };`,
    'whose storage throws': `for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {get() { throw new DOMException('denied', 'SecurityError'); }});
    }`,
  };
  for (const [what, script] of Object.entries(lacks)) {
    for (const button of ['element', 'legacy'] as const) {
      it(`${what}: the customer pays, ${button}`, async t => {
        const outcome = await payOn(t, {before: script, button});
        assert.equal(outcome.name, 'paid', outcome.detail);
      });
    }
  }
});

it('on a page that is XML, the customer reads that it does not work', async t => {
  const outcome = await payOn(t, {isXhtml: true});
  assert.equal(outcome.name, 'said', outcome.detail);
});

it('adopted style sheets that the page replaces take neither the look of the button nor the hold of the page', async t => {
  const shops = await Shops.start(t);
  const page = await context.newPage();
  t.after(() => page.close());
  const after = `document.adoptedStyleSheets = [new CSSStyleSheet()];
    document.body.style.height = '9000px';`;
  void shops.pay(page, {button: 'legacy', after}).catch(() => {});
  const button = page.locator('form > button');
  await button.waitFor();
  await page.waitForFunction(
    () => getComputedStyle(document.querySelector('form > button')!).borderRadius === '5px',
  );
});
