import {shared} from '../loading/parts.js';

/**
 * An object of a part that is still on its way. The part is asked for at once, for somebody who waits for it; where it
 * did not come, each call asks again.
 */
export class Late<T extends object> {
  readonly #get: () => Promise<T>;

  /** @param load rejects after telling the merchant */
  constructor(load: () => Promise<T>) {
    this.#get = shared(load);
    this.#get().catch(() => {});
  }

  /**
   * Does something with the object when it is there, in the order of the calls.
   * @throws whatever kept it from that, which the console has been told
   */
  tell(act: (made: T) => void): Promise<void> {
    return this.#get().then(made => {
      try {
        act(made);
      } catch (error) {
        console.error(error);
        throw error;
      }
    });
  }
}
