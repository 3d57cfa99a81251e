/** A promise that somebody else settles: `Promise.withResolvers` is too new for our browsers. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
}

export function deferred<T = void>(): Deferred<T> {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>(settle => (resolve = settle));
  return {promise, resolve};
}
