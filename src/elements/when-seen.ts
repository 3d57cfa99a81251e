/** Milliseconds after which nobody is going to see it: a hidden page draws no frames. */
const patience = 300;

/** Resolves when the browser has drawn what there is by now, or does not draw at all. */
export function whenSeen(): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, patience);
    // The first comes before that is drawn, the next one after it.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
