import {mkdirSync} from 'node:fs';
import {setTimeout} from 'node:timers/promises';
import {openings, type Opening} from './contestants.js';
import type {Opened} from './in-page/main.js';
import {inTurns, median, ratio, short} from './numbers.js';
import type {Scene, Stage} from './stage.js';
import {table} from './table.js';

const runs = 9;

/** A way from a click to the fields, and how long the pointer is on the button before it, in milliseconds. */
interface Click {
  readonly opening: Opening;
  readonly rest: number;
}

const quickHand = 250;
const clicks: readonly Click[] = openings.flatMap(opening => [
  {opening, rest: quickHand},
  // The others do nothing before the click.
  ...(opening.key === 'payButton' ? [{opening, rest: 0}] : []),
]);

/** From the click to the dialog, and to fields that can be typed into. */
export async function measureReady(stage: Stage): Promise<string> {
  const results = await inTurns(clicks, runs, click => open(stage, click));
  const middle = (click: Click, key: keyof Opened) =>
    median((results.get(click) ?? []).map(result => result[key]));
  const [ours] = clicks as [Click];
  return table(
    'From the click',
    ['4 times slower', 'painted, ms', 'ratio', 'fields', 'ready, ms', 'ratio'],
    clicks.map(click => [
      click.opening.name + (click.rest ? '' : ', clicked as the pointer comes'),
      short(middle(click, 'painted')),
      ratio(middle(click, 'painted'), middle(ours, 'painted')),
      click.opening.fields,
      short(middle(click, 'ready')),
      ratio(middle(click, 'ready'), middle(ours, 'ready')),
    ]),
  );
}

/** Pictures of all, open and ready: whoever changes this file looks at them. */
export async function photograph(stage: Stage, folder: string): Promise<void> {
  mkdirSync(folder, {recursive: true});
  for (const opening of openings) {
    await open(stage, {opening, rest: 0}, async ({page}) => {
      await page.screenshot({path: `${folder}/${opening.key}.png`});
    });
  }
}

function open(
  stage: Stage,
  {opening: {key, contestant, before, fieldsBefore, fields}, rest}: Click,
  look?: (scene: Scene) => Promise<void>,
): Promise<Opened> {
  const button = key === 'payButton' ? '' : '<button id="open">Pay with Card</button>';
  return stage.with(contestant, button + before, fieldsBefore, async scene => {
    const {page, slowDown, visit} = scene;
    await visit();
    const box = await page.locator(key === 'payButton' ? 'pay-button' : '#open').boundingBox();
    if (!box) throw new Error(`${key} has nothing to click.`);
    await slowDown(4);
    await page.evaluate(({key, fields}) => window.bench.arm(key, fields), {key, fields});
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await setTimeout(rest);
    await page.mouse.down();
    await page.mouse.up();
    const opened = await page.evaluate(() => window.bench.opened());
    if (!opened) throw new Error(`${key} was not armed.`);
    await look?.(scene);
    return opened;
  });
}
