import assert from 'node:assert/strict';
import {after, before, describe, it, type TestContext} from 'node:test';
import type {BrowserContext} from 'playwright-core';
import {globalNames} from '../../../.ci/own-globals.mjs';
import {built} from '../legacy/site.js';
import {closeBrowser, launch} from '../stage.js';
import {type Reads, readsOf} from './globals/reads.js';
import {kinds, replacing, type Target, targetsOf} from './globals/replacements.js';
import {type ShopPage, Shops} from './globals/shop.js';

after(closeBrowser);

/** Pages that are open at the same time. */
const tabs = 3;

const files = ['pay-button', 'checkoutjs', 'confirm'];
const reads = files.map(name => readsOf(built(`/${name}.js`)));
const all = (part: keyof Reads) => reads.flatMap(read => read[part]);
/** The build binds most globals to those that the script takes at its start. */
const replaceable = {
  globals: [...new Set([...all('globals'), ...(globalNames() as string[])])],
  members: [...new Set(all('members'))],
  names: [...new Set(all('names'))],
};

describe('a page whose scripts have replaced something of the browser’s', () => {
  let context: BrowserContext;
  let targets: readonly Target[];
  before(async () => {
    context = await (await launch()).newContext({reducedMotion: 'reduce'});
    targets = await targetsOf(await context.newPage(), replaceable);
  });

  it('works, or says that it does not: each global, in every way', async t => {
    const own = targets.filter(({owner}) => owner === 'window');
    assert.ok(own.length > 50);
    const pages = own.flatMap((target, turn) =>
      // Before the script, and after it, by turns: the other half of each pair is the next target's.
      kinds.map((kind, place) => pageWith(target, kind, turn + place)),
    );
    await allWork(t, context, pages);
  });
});

interface NamedPage extends ShopPage {
  readonly name: string;
}

/** @param turn chooses when, and the kind of the button */
function pageWith(target: Target, kind: (typeof kinds)[number], turn: number): NamedPage {
  const when = turn % 2 ? 'before' : 'after';
  const button = turn % 3 ? 'element' : 'legacy';
  const name = `${target.owner}.${target.key} ${kind} ${when}, ${button}`;
  return {name, button, [when]: replacing(target, kind)};
}

async function allWork(t: TestContext, context: BrowserContext, pages: NamedPage[]): Promise<void> {
  const shops = await Shops.start(t);
  const faults: string[] = [];
  const queue = [...pages];
  const work = async () => {
    for (let next; (next = queue.shift());) {
      const page = await context.newPage();
      const {name, detail = ''} = await shops.pay(page, next);
      if (name === 'silent' || name === 'wrong') faults.push(`${next.name}: ${name}: ${detail}`);
      await page.close();
    }
  };
  await Promise.all(Array.from({length: tabs}, work));
  assert.deepEqual(faults, []);
  assert.deepEqual(shops.postedTwice, []);
}
