import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, test} from 'node:test';
import type {virtual} from '@guidepup/virtual-screen-reader';
import type {Page} from 'playwright-core';
import {closeBrowser} from '../stage.js';
import {
  clickPay,
  fillCard,
  fillInputs,
  frameTitles,
  openReady,
  openShopPage,
  reach,
} from './shop.js';

after(closeBrowser);

declare global {
  interface Window {
    reader: typeof virtual;
    readAll: () => Promise<string[]>;
  }
}

const readerFile = createRequire(import.meta.url).resolve(
  '@guidepup/virtual-screen-reader/browser.js',
);
const shop = 'data-name="Kiosk" data-description="Two mugs" data-email data-zip-code="true"';

/** Starts a screen reader in the open dialog. It does not enter shadow trees by itself, nor what lies in slots. */
async function startReader(page: Page): Promise<void> {
  const body = readFileSync(readerFile, 'utf8');
  await page.route('**/reader.js', route => route.fulfill({contentType: 'text/javascript', body}));
  await page.addScriptTag({
    type: 'module',
    content: `import {virtual} from '/reader.js'; window.reader = virtual;`,
  });
  await page.waitForFunction(() => 'reader' in window);
  await page.evaluate(async () => {
    const container = document.querySelector('pay-dialog')!.shadowRoot!.querySelector('dialog')!;
    const {reader} = window;
    await reader.start({container});
    window.readAll = async () => {
      // Wherever it was: after the end it begins anew.
      while (!(await reader.lastSpokenPhrase()).startsWith('end of dialog')) await reader.next();
      await reader.clearSpokenPhraseLog();
      do await reader.next();
      while (!(await reader.lastSpokenPhrase()).startsWith('end of dialog'));
      return reader.spokenPhraseLog();
    };
  });
}

/** What is read from the top to the end of the dialog. */
function readAll(page: Page): Promise<string[]> {
  return page.evaluate(() => window.readAll());
}

/** Waits until it is read: the reader says live regions before it has looked at the rest anew. */
async function readPhrase(page: Page, phrase: string): Promise<void> {
  await page.waitForFunction(async phrase => (await window.readAll()).includes(phrase), phrase);
}

/** Waits for what a live region says by itself. */
async function hear(page: Page, phrase: string): Promise<void> {
  await page.waitForFunction(
    async phrase => (await window.reader.spokenPhraseLog()).includes(phrase),
    phrase,
  );
}

test('the open dialog is read from the merchant and the amount to the button that pays', async t => {
  const {page} = await openShopPage(t, shop);
  await openReady(page);
  await startReader(page);
  assert.deepEqual(await readAll(page), [
    'dialog, Kiosk, €24.00',
    'button, Close',
    'heading, Kiosk, level 2',
    'paragraph',
    'Two mugs',
    'end of paragraph',
    'paragraph',
    '€24.00',
    'end of paragraph',
    'paragraph',
    'Test mode',
    'No real card is charged.',
    'end of paragraph',
    'form',
    'Email',
    'textbox, Email, not invalid',
    'Card number',
    'Expiry',
    'Security code',
    'Postal code',
    'textbox, Postal code, not invalid',
    'button, Pay €24.00, not disabled',
    'paragraph',
    'Your card goes straight to Stripe.',
    'end of paragraph',
    'end of form',
    'alert',
    'status',
    'end of dialog, Kiosk, €24.00',
  ]);
});

test('each card field says in its frame what it is for, and whether it is wrong', async t => {
  const {page} = await openShopPage(t, shop);
  await openReady(page);
  const read = () =>
    Promise.all(
      frameTitles.map(title =>
        page.frameLocator(`iframe[title="${title}"]`).locator('body').ariaSnapshot(),
      ),
    );
  assert.deepEqual(await read(), [
    '- textbox "Credit or debit card number":\n  - /placeholder: 1234 1234 1234 1234',
    '- textbox "Credit or debit card expiration date":\n  - /placeholder: MM / YY',
    '- textbox "Credit or debit card CVC/CVV":\n  - /placeholder: CVC',
  ]);
  await fillCard(page);
  await page
    .frameLocator(`iframe[title="${frameTitles[0]}"]`)
    .locator('input')
    .fill('4242 4242 4242 4241');
  await reach(page, 'refused');
  const [number] = await read();
  assert.match(number ?? '', /^- textbox "Credit or debit card number" \[invalid\].*4241$/s);
});

test('errors are said at once, all of them, and belong to their fields', async t => {
  const {page} = await openShopPage(t, shop);
  await openReady(page);
  await startReader(page);
  await clickPay(page);
  const spoken =
    'Enter your email address, such as ada@example.com. Enter the full card number. Enter month and ' +
    'year. Enter the 3 or 4 digits. Enter the postal code of your card’s billing address.';
  await hear(page, `assertive: ${spoken}`);
  for (const phrase of [
    'textbox, Email, Enter your email address, such as ada@example.com., invalid',
    'textbox, Postal code, Enter the postal code of your card’s billing address., invalid',
    'Enter the full card number.',
  ]) {
    await readPhrase(page, phrase);
  }
});

test('that the card is on its way is said, and that it is done', async t => {
  const {page, sandbox} = await openShopPage(t, `${shop} data-confirm="fetch"`);
  await openReady(page);
  await startReader(page);
  await fillInputs(page, {email: 'ada@example.com', postalCode: '02110'});
  await fillCard(page);
  sandbox.control.fault({kind: 'latency', path: '/v1/tokens'});
  await clickPay(page);
  await hear(page, 'polite: Paying…');
  await readPhrase(page, 'button, Paying…, disabled');
  sandbox.control.clear();
  await hear(page, 'polite: Done');
  await readPhrase(page, 'button, Done, disabled');
});

const amounts = [
  ['en', 'data-amount="2400" data-currency="eur"'],
  ['en', 'data-amount="999" data-currency="jpy"'],
  ['de', 'data-amount="123456" data-currency="usd"'],
  ['ar', 'data-amount="12345" data-currency="kwd"'],
] as const;

test('the amount is the same text on the button, in the dialog’s name and where it is read', async t => {
  const {page} = await openShopPage(t, shop);
  for (const [locale, attributes] of amounts) {
    await page.evaluate(
      ([locale, attributes]) => {
        const button = document.querySelector('pay-button')!;
        button.setAttribute('data-locale', locale);
        for (const [, name, value] of attributes.matchAll(/([\w-]+)="(\w+)"/g)) {
          button.setAttribute(name ?? '', value ?? '');
        }
      },
      [locale, attributes] as const,
    );
    await openReady(page);
    const dialog = page.locator('pay-dialog').locator(`dialog[lang=${locale}]`);
    const name = (await dialog.getAttribute('aria-label')) ?? '';
    const amount = plain(name.replace(/^Kiosk[,،] /, ''));
    assert.match(amount, /\d|[٠-٩]/);
    assert.ok(
      plain(await dialog.locator('.pay').innerText()).includes(amount),
      `${locale}: ${amount}`,
    );
    const [button] = /- button .*/.exec(await dialog.locator('.pay').ariaSnapshot()) ?? [];
    assert.ok(button && plain(button).includes(amount), `${locale}: ${button}`);
    await page.evaluate(() => document.querySelector('pay-button')!.close());
    await page.waitForFunction(() => !document.querySelector('pay-dialog'));
  }
});

/** With one kind of space, whatever the language has between number and sign. */
function plain(text: string): string {
  return text.replace(/\s/g, ' ');
}
