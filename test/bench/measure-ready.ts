import {mkdirSync} from 'node:fs';
import {openings, type Opening} from './contestants.js';
import type {Opened} from './in-page/main.js';
import {inTurns, median, ratio, short} from './numbers.js';
import type {Scene, Stage} from './stage.js';
import {table} from './table.js';

const runs = 9;

/** From the click to the dialog, and to fields that can be typed into. */
export async function measureReady(stage: Stage): Promise<string> {
  const results = await inTurns(openings, runs, opening => click(stage, opening));
  const middle = (opening: Opening, key: keyof Opened) =>
    median((results.get(opening) ?? []).map(result => result[key]));
  const [ours] = openings as [Opening];
  return table(
    'From the click',
    ['4 times slower', 'painted, ms', 'ratio', 'fields', 'ready, ms', 'ratio'],
    openings.map(opening => [
      opening.name,
      short(middle(opening, 'painted')),
      ratio(middle(opening, 'painted'), middle(ours, 'painted')),
      opening.fields,
      short(middle(opening, 'ready')),
      ratio(middle(opening, 'ready'), middle(ours, 'ready')),
    ]),
  );
}

/** Pictures of all, open and ready: whoever changes this file looks at them. */
export async function photograph(stage: Stage, folder: string): Promise<void> {
  mkdirSync(folder, {recursive: true});
  for (const opening of openings) {
    await click(stage, opening, async ({page}) => {
      await page.screenshot({path: `${folder}/${opening.key}.png`});
    });
  }
}

function click(
  stage: Stage,
  {key, contestant, before, fieldsBefore, fields}: Opening,
  look?: (scene: Scene) => Promise<void>,
): Promise<Opened> {
  const button = key === 'payButton' ? '' : '<button id="open">Pay with Card</button>';
  return stage.with(contestant, button + before, fieldsBefore, async scene => {
    const {page, slowDown, visit} = scene;
    await visit();
    const box = await page.locator(key === 'payButton' ? 'pay-button' : '#open').boundingBox();
    if (!box) throw new Error(`${key} has nothing to click.`);
    await slowDown(4);
    // As people do: the pointer is there before it clicks.
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.evaluate(fields => window.bench.settled(fields), fieldsBefore);
    await page.evaluate(({key, fields}) => window.bench.arm(key, fields), {key, fields});
    await page.mouse.down();
    await page.mouse.up();
    const opened = await page.evaluate(() => window.bench.opened());
    if (!opened) throw new Error(`${key} was not armed.`);
    await look?.(scene);
    return opened;
  });
}
