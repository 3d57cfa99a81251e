/** Resolves when the browser has drawn what there is by now; at once where it draws nothing. */
export function whenSeen(): Promise<void> {
  return new Promise(resolve => {
    if (document.hidden) return resolve();
    // The first comes before that is drawn, the next one after it.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
