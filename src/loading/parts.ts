/**
 * The parts that few pages need, loaded when they are needed. A room that has one adds it to this interface, as elements
 * add theirs to `HTMLElementTagNameMap`; each entry fills all of it in, by imports or by files beside the script.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the rooms add to it
export interface Parts {}

let filled: Parts | undefined;

/** Called by the entry, before anything else of it runs. */
export function fillParts(parts: Parts): void {
  filled = parts;
}

/** @throws Error where no entry has filled them in */
export function getParts(): Parts {
  if (!filled) throw new Error('No entry has filled in the parts.');
  return filled;
}

/** Has all who ask for a part share one load. One that fails is forgotten: the next who asks tries again. */
export function shared<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
