import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {closeBrowser} from '../stage.js';
import {inject} from './audit.js';
import {openReady, openShopPage} from './shop.js';

after(closeBrowser);

/** Attributes of the button, and what the customer reads of them: the title unless told. */
interface Case {
  readonly what: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly reads?: Readonly<Record<string, string>>;
}

const markup = '<img src=x onerror="window.hacked=1"><b>bold</b>';

const cases: readonly Case[] = [
  {what: 'an unknown locale', attributes: {'data-locale': 'tlh'}, reads: {'.pay': 'Pay €24.00'}},
  {
    what: '__proto__ as locale',
    attributes: {'data-locale': '__proto__'},
    reads: {'.pay': 'Pay €24.00'},
  },
  {what: 'a name of 10 kB in one word', attributes: {'data-name': 'x'.repeat(10_240)}},
  {what: 'a description of 10 kB', attributes: {'data-description': 'Two mugs '.repeat(1_200)}},
  {
    what: 'a bidi override in name and description',
    attributes: {'data-name': '\u202Eksoik', 'data-description': '\u202Esgum owt\u2067'},
    reads: {h2: '\u202Eksoik', 'header p': '\u202Esgum owt\u2067', '.pay': 'Pay €24.00'},
  },
  {
    what: 'a broken image',
    attributes: {'data-name': 'Kiosk', 'data-image': '/missing.png'},
    reads: {h2: 'Kiosk'},
  },
  {
    what: 'an amount of twelve digits',
    attributes: {'data-amount': '999999999999', 'data-currency': 'idr'},
    reads: {'.pay': 'Pay IDR 9,999,999,999.99'},
  },
  {
    what: 'markup everywhere',
    attributes: {
      'data-name': markup,
      'data-description': markup,
      'data-label': markup,
      'data-panel-label': markup,
    },
    reads: {h2: markup, 'header p': markup, '.pay': `${markup} €24.00`},
  },
  {what: 'a lone surrogate', attributes: {'data-name': 'Mug \uD83D!'}, reads: {h2: 'Mug \uD83D!'}},
  {what: 'emoji', attributes: {'data-name': '👩🏽‍🚀'.repeat(60)}, reads: {h2: '👩🏽‍🚀'.repeat(60)}},
];

for (const {what, attributes, reads = {}} of cases) {
  test(`${what} is shown as text, and leaves the dialog whole at 320 pixels`, async t => {
    const {page} = await openShopPage(t, '');
    await page.setViewportSize({width: 320, height: 640});
    const label = await page.evaluate(async attributes => {
      const button = document.querySelector('pay-button')!;
      for (const [name, value] of Object.entries(attributes)) button.setAttribute(name, value);
      await button.updateComplete;
      return button.shadowRoot?.textContent?.trim();
    }, attributes);
    if (attributes['data-label']) assert.equal(label, attributes['data-label']);
    await openReady(page);
    await inject(page.mainFrame());

    // By the page itself: a lone surrogate does not survive the way out of it.
    for (const [selector, text] of Object.entries(reads)) {
      const seen = await page.evaluate(
        ([selector, text]) => {
          const root = document.querySelector('pay-dialog')!.shadowRoot!;
          const found = root.querySelector(selector)?.textContent.trim().replace(/\s/g, ' ');
          return found === text || (found ?? 'nothing');
        },
        [selector, text] as const,
      );
      assert.equal(seen, true, selector);
    }
    assert.deepEqual(await page.evaluate(() => window.inPage.overflows()), []);
    assert.deepEqual(await page.evaluate(() => window.inPage.strangers()), []);
    assert.equal(await page.evaluate(() => 'hacked' in window), false);
  });
}
