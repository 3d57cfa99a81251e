import type {Locator, Page} from 'playwright-core';
import {cards} from '../stage.js';
import {type Customer, type Details, detailsFor} from './customers.js';

/** Waits until the dialog takes a card. */
export async function openedDialog(page: Page): Promise<Locator> {
  await page.waitForFunction(
    () => document.querySelector('pay-dialog')?.checkout.state.name === 'ready',
  );
  return page.locator('pay-dialog');
}

/** What the dialog's button says. */
export async function payWords(page: Page): Promise<string> {
  const words = await page.locator('pay-dialog').locator('.pay').innerText();
  return words.replaceAll('\u00a0', ' ');
}

/** Fills in what the dialog asks for, and clicks its button, twice where `clickCount` says so. */
export async function pay(
  page: Page,
  details: Details = detailsFor({}),
  {clickCount = 1} = {},
): Promise<void> {
  const dialog = await openedDialog(page);
  const {email, postalCode, billing, shipping} = details;
  await dialog.locator('[autocomplete=email]').fill(email);
  if (postalCode) await dialog.locator('[autocomplete=postal-code]').fill(postalCode);
  if (billing) await fillAddress(dialog, 'billing', billing);
  if (billing && shipping) await dialog.getByLabel('Ship to the billing address').uncheck();
  if (shipping) await fillAddress(dialog, 'shipping', shipping);
  await fillCard(page);
  await dialog.locator('.pay').click({clickCount});
}

/** At once, where the keyboard would take a second: other tests type. */
async function fillCard(page: Page): Promise<void> {
  const fields = [
    ['card number', 'cardnumber', cards.good],
    ['expiration date', 'exp-date', '12/34'],
    ['CVC', 'cvc', '123'],
  ] as const;
  for (const [title, name, value] of fields) {
    const frame = page.frameLocator(`iframe[title="Secure ${title} input frame"]`);
    await frame.locator(`input[name=${name}]`).fill(value);
  }
}

async function fillAddress(
  dialog: Locator,
  kind: 'billing' | 'shipping',
  {typed}: Customer,
): Promise<void> {
  const {country = '', ...others} = typed;
  const field = (token: string) => dialog.locator(`[autocomplete="${kind} ${token}"]`);
  // First: the other fields are the country's.
  await field('country').selectOption(country);
  for (const [token, value] of Object.entries(others)) await field(token).fill(value);
}
