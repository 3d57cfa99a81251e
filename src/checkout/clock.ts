/** How long a customer has been waiting: as usual, long enough to be told, or so long that they need a way out. */
export type Pace = 'usual' | 'slow' | 'long';

/** Milliseconds after which a wait is no longer as usual. */
const slow = 4000;
const long = 10_000;

/**
 * Tells how a wait drags on.
 * @returns a function that ends it
 */
export function startClock(tell: (pace: Pace) => void): () => void {
  const timers = [setTimeout(() => tell('slow'), slow), setTimeout(() => tell('long'), long)];
  return () => timers.forEach(clearTimeout);
}
