import type {CDPSession} from 'playwright-core';
import {openings, type Opening} from './contestants.js';
import {metric} from './metrics.js';
import {short} from './numbers.js';
import type {Stage} from './stage.js';
import {table} from './table.js';

const times = 1000;
/** What the first ones leave is the machinery. */
const warmUp = 30;

/** What is left behind by opening and closing. */
export async function measureMemory(stage: Stage): Promise<string> {
  const rows = [];
  for (const opening of openings) {
    const {heap, nodes, listeners, frames} = await repeat(stage, opening);
    rows.push([opening.name, times, short(heap / 1024), nodes, listeners, frames].map(String));
  }
  return table(
    'Left by openings',
    ['opened and closed', 'times', 'heap, kB', 'nodes', 'listeners', 'frames'],
    rows,
  );
}

function repeat(stage: Stage, opening: Opening) {
  const {key, contestant, before, fieldsBefore, fields} = opening;
  return stage.with(contestant, before, fieldsBefore, async ({page, session, visit}) => {
    // Little to paint, and nothing to wait for.
    await page.setViewportSize({width: 320, height: 480});
    await page.emulateMedia({reducedMotion: 'reduce'});
    await visit();
    const options = {key, fields, kept: fieldsBefore > 0};
    const run = (times: number) =>
      page.evaluate(({key, times, fields, kept}) => window.bench.repeat(key, times, fields, kept), {
        ...options,
        times,
      });
    await run(warmUp);
    // Measuring, too, leaves something the first time.
    await count(session);
    const first = await count(session);
    await run(times);
    const last = await count(session);
    return {
      heap: last.heap - first.heap,
      nodes: last.nodes - first.nodes,
      listeners: last.listeners - first.listeners,
      frames: last.frames - first.frames,
    };
  });
}

/** What there is in the page, once nothing is left of what nobody holds. */
async function count(session: CDPSession) {
  await session.send('HeapProfiler.collectGarbage');
  // What the first one finalizes is collected by the second one.
  await session.send('HeapProfiler.collectGarbage');
  const {nodes, jsEventListeners: listeners} = await session.send('Memory.getDOMCounters');
  const heap = await metric(session, 'JSHeapUsedSize');
  return {heap, nodes, listeners, frames: await metric(session, 'Frames')};
}
