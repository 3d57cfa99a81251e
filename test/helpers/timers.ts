/** Keeps every timer that is set from running out, until the test says how much time has passed. */
export function catchTimers() {
  const setTimeout = window.setTimeout.bind(window);
  const clearTimeout = window.clearTimeout.bind(window);
  const waiting = new Map<number, {delay: number; run: () => void}>();
  let id = 0;
  window.setTimeout = ((run: () => void, delay = 0) => {
    waiting.set(--id, {delay, run});
    return id;
  }) as unknown as typeof window.setTimeout;
  window.clearTimeout = ((timer: number) => {
    if (!waiting.delete(timer)) clearTimeout(timer);
  }) as typeof window.clearTimeout;
  return {
    /** Timers run as usual again; those that were caught still wait. */
    restore(): void {
      window.setTimeout = setTimeout;
    },
    /** Runs what was to wait for so many milliseconds or less, the shortest first. */
    run(milliseconds: number): void {
      const due = [...waiting]
        .filter(([, {delay}]) => delay <= milliseconds)
        .sort(([, a], [, b]) => a.delay - b.delay);
      for (const [timer, {run}] of due) {
        if (waiting.delete(timer)) run();
      }
    },
  };
}
