const waiting: (() => void)[] = [];

/**
 * Runs it as a task of its own, as what comes from a frame does: after all promises of the page, and
 * without a timer, so that fake timers do not hold it up. What was queued first runs first.
 * @param signal aborted: it does not run
 */
export function queueTask(run: () => void, signal: AbortSignal): void {
  waiting.push(() => {
    if (!signal.aborted) run();
  });
  if (waiting.length === 1) postNext();
}

/** One message at a time: WebKit delivers those of several channels in any order. */
function postNext(): void {
  // Jest's jsdom has no channels.
  if (typeof MessageChannel === 'undefined') return queueMicrotask(runNext);
  const {port1, port2} = new MessageChannel();
  port1.onmessage = () => {
    // An open port keeps Node alive.
    port1.close();
    runNext();
  };
  port2.postMessage(undefined);
}

function runNext(): void {
  const next = waiting.shift();
  if (waiting.length > 0) postNext();
  next?.();
}
