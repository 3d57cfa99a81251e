import {payButton, plain, power, pwa, type Contestant} from './contestants.js';
import {metric} from './metrics.js';
import {inTurns, median, ratio, short} from './numbers.js';
import type {Stage} from './stage.js';
import {table} from './table.js';

const contestants = [plain, payButton, power, pwa];
const counts = [1, 10, 100, 1000];
const runs = 5;

/** What each costs where there are many. */
export async function measureCount(stage: Stage): Promise<string> {
  const costs = new Map<string, number>();
  for (const count of counts) {
    const able = contestants.filter(({most}) => count <= most);
    const results = await inTurns(able, runs, contestant => add(stage, contestant, count));
    for (const [{name}, times] of results) costs.set(`${name} ${count}`, median(times) / count);
  }
  return table(
    'Main thread for each of many, ms',
    ['4 times slower', ...counts.flatMap(count => [`${count.toLocaleString('en')}`, 'ratio'])],
    contestants.map(({name}) => [
      name,
      ...counts.flatMap(count => {
        const cost = costs.get(`${name} ${count}`);
        if (cost === undefined) return ['–', '–'];
        return [short(cost), ratio(cost, costs.get(`${plain.name} ${count}`) ?? NaN)];
      }),
    ]),
  );
}

function add(stage: Stage, contestant: Contestant, count: number): Promise<number> {
  const {markup, fields} = contestant;
  const template = `<template>${markup}</template>`;
  return stage.with(contestant, template, 0, async ({page, session, slowDown, visit}) => {
    await visit();
    await slowDown(4);
    const before = await metric(session, 'TaskDuration');
    await page.evaluate(({count, fields}) => window.bench.add(count, fields), {count, fields});
    return ((await metric(session, 'TaskDuration')) - before) * 1000;
  });
}
