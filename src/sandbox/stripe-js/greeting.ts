/** How long a frame may take to speak up, in milliseconds. */
const limit = 10_000;

/**
 * Calls `fail` when a frame has not spoken up in time: one that cannot be had loads all the same, an
 * error page, so that its silence alone tells.
 * @param heard ends the waiting
 */
export function limitSilence(fail: () => void, heard: AbortSignal): void {
  const timer = setTimeout(fail, limit);
  heard.addEventListener('abort', () => clearTimeout(timer));
}
