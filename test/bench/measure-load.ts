import type {CDPSession} from 'playwright-core';
import {payButton, plain, power, pwa, type Contestant} from './contestants.js';
import {metric} from './metrics.js';
import {inTurns, median, ratio, short} from './numbers.js';
import type {Stage} from './stage.js';
import {table} from './table.js';

const contestants = [payButton, power, pwa, plain];
const runs = 7;

/** Before anybody clicks: what is fetched, and how long scripts run. */
export async function measureLoad(stage: Stage): Promise<string> {
  const results = await inTurns(contestants, runs, contestant => load(stage, contestant));
  const middle = (contestant: Contestant, key: 'own' | 'bytes' | 'foreign' | 'script' | 'task') =>
    median((results.get(contestant) ?? []).map(result => result[key]));
  const base = middle(payButton, 'script');
  return table(
    'Before the first click',
    [
      'one on the page',
      'requests to the site',
      'bytes',
      'requests to Stripe',
      'script, ms',
      'ratio',
      'main thread, ms',
    ],
    contestants.map(contestant => [
      contestant.name,
      middle(contestant, 'own'),
      middle(contestant, 'bytes').toLocaleString('en'),
      middle(contestant, 'foreign'),
      short(middle(contestant, 'script')),
      ratio(middle(contestant, 'script'), base),
      short(middle(contestant, 'task')),
    ]),
  );
}

function load(stage: Stage, contestant: Contestant) {
  const {markup, fields} = contestant;
  return stage.with(contestant, markup, fields, async ({session, slowDown, visit}) => {
    const requests = await watchRequests(session, stage.siteOrigin);
    await slowDown(4);
    await visit();
    const script = await metric(session, 'ScriptDuration');
    const task = await metric(session, 'TaskDuration');
    return {...requests(), script: script * 1000, task: task * 1000};
  });
}

/** What is fetched besides the page itself, from where, and what comes over the wire from the site. */
async function watchRequests(session: CDPSession, site: string) {
  const own = new Set<string>();
  let bytes = 0;
  let foreign = 0;
  session.on('Network.requestWillBeSent', ({requestId, request: {url}, type}) => {
    if (!/^https?:/.test(url)) return;
    if (new URL(url).origin !== site) foreign++;
    else if (type !== 'Document') own.add(requestId);
  });
  session.on('Network.loadingFinished', ({requestId, encodedDataLength}) => {
    if (own.has(requestId)) bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  return () => ({own: own.size, bytes, foreign});
}
