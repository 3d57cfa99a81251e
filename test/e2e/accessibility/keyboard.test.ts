import assert from 'node:assert/strict';
import {after, describe, test} from 'node:test';
import {servePage} from '../page.js';
import {cards, openSandbox} from '../stage.js';
import {closeEngines, engines, type Tab} from '../engines/engines.js';
import {frameTitles, shopBody} from './shop.js';

after(closeEngines);

const [number, expiry, cvc] = frameTitles;
const places = ['close', 'email', number, expiry, cvc, 'postalCode', 'pay'] as const;
const typed = {
  email: 'ada@example.com',
  [number]: cards.good,
  [expiry]: '1234',
  [cvc]: '123',
  postalCode: '02110',
};

/** Where the keyboard writes: a frame's title, an id or a class of the dialog, or the name of what has the focus. */
const focusedPlace = `
  const outer = document.activeElement;
  const inner = outer?.shadowRoot?.activeElement;
  return outer?.title || inner?.id || inner?.className || inner?.localName || outer?.localName;`;

async function focused(tab: Tab, place: string): Promise<void> {
  await tab.waitFor(
    `${focusedPlace.replace('return', 'const place =')} return place === ${JSON.stringify(place)};`,
  );
}

async function openDialog(tab: Tab): Promise<void> {
  await tab.evaluate(`document.querySelector('pay-button').focus()`);
  await tab.press('Enter');
  await tab.waitFor(`return document.querySelector('pay-button').state === 'ready'`);
  await focused(tab, 'email');
}

/** From the first field, by Tab. */
async function goTo(tab: Tab, place: string): Promise<void> {
  const index = places.findIndex(name => name === place);
  for (const next of places.slice(2, index + 1)) {
    await tab.press('Tab');
    await focused(tab, next);
  }
  if (place !== 'close') return;
  await tab.press('Shift+Tab');
  await focused(tab, 'close');
}

/** Tabs beyond the last field, through the browser's own controls where it has any, to the first one again. */
async function goAround(tab: Tab): Promise<void> {
  const passed: unknown[] = ['pay'];
  while (passed.at(-1) !== 'close') {
    await tab.press('Tab');
    await tab.waitFor(
      `${focusedPlace.replace('return', 'const place =')} return place !== ${JSON.stringify(passed.at(-1))};`,
    );
    passed.push(await tab.evaluate(focusedPlace));
    assert.ok(passed.length < 6, `never around: ${passed.join(' → ')}`);
  }
  const behind = passed.filter(place => /^(a|pay-button)$/.test(String(place)));
  assert.deepEqual(behind, [], passed.join(' → '));
}

const body = `<a href="#">before</a>${shopBody('data-email data-zip-code="true"')}<a href="#">after</a>`;

for (const {name, missing, open} of engines) {
  describe(`in ${name}`, {skip: missing}, () => {
    test('Tab goes through every field, frames included, and back, and nothing behind gets the focus', async t => {
      const {origin} = await servePage(t, await openSandbox(t), body);
      const tab = await open(t);
      await tab.goto(origin);
      await openDialog(tab);
      await goTo(tab, 'pay');
      for (const place of places.toReversed().slice(1)) {
        await tab.press('Shift+Tab');
        await focused(tab, place);
      }
      // Once the focus is in the controls of a Firefox that is driven, no key brings it back.
      if (name === 'Firefox') return;
      for (const place of places.slice(1)) {
        await tab.press('Tab');
        await focused(tab, place);
      }
      await goAround(tab);
    });

    test('Escape closes from wherever the focus is, and gives it back to the button', async t => {
      const {origin} = await servePage(t, await openSandbox(t), body);
      const tab = await open(t);
      await tab.goto(origin);
      for (const place of places) {
        await openDialog(tab);
        await goTo(tab, place);
        await tab.press('Escape');
        await tab.waitFor(`return !document.querySelector('pay-dialog')`);
        await tab.waitFor(`return document.activeElement?.localName === 'pay-button'`);
      }
    });

    test('Enter pays from every field', async t => {
      const {origin, posts} = await servePage(t, await openSandbox(t), body);
      const tab = await open(t);
      for (const place of places.slice(1)) {
        await tab.goto(origin);
        await openDialog(tab);
        for (const field of places.slice(1, -1)) {
          await focused(tab, field);
          await tab.type(typed[field as keyof typeof typed]);
          await tab.press('Tab');
        }
        await focused(tab, 'pay');
        for (const field of places.slice(places.indexOf(place), -1).toReversed()) {
          await tab.press('Shift+Tab');
          await focused(tab, field);
        }
        await tab.press('Enter');
        await tab.waitFor(`return document.title === 'Thanks'`);
      }
      assert.equal(posts.length, places.length - 1);
      assert.ok(posts.every(({fields}) => /^tok_/.test(fields.get('stripe_token') ?? '')));
    });
  });
}
