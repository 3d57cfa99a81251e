import type {CDPSession} from 'playwright-core';

/** One of Chromium's own sums over a page and its frames; durations are in seconds. */
export async function metric(session: CDPSession, name: string): Promise<number> {
  const {metrics} = await session.send('Performance.getMetrics');
  return metrics.find(metric => metric.name === name)?.value ?? NaN;
}
