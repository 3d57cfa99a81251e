export type Handler<Payload> = (payload: Payload) => unknown;

interface Entry<Events> {
  readonly type: keyof Events;
  readonly handler: Handler<never>;
  readonly once: boolean;
}

/** Handlers by event type. */
export class Listeners<Events> {
  #entries: Entry<Events>[] = [];

  add<E extends keyof Events>(type: E, handler: Handler<Events[E]>, once: boolean): void {
    this.#entries.push({type, handler, once});
  }

  /** @param handler If none is given, all of the type are removed. */
  remove<E extends keyof Events>(type: E, handler?: Handler<Events[E]>): void {
    this.#entries = this.#entries.filter(
      entry => entry.type !== type || (handler !== undefined && entry.handler !== handler),
    );
  }

  /** Calls them in the order they were added. One that throws does not keep the others from it. */
  emit<E extends keyof Events>(type: E, payload: Events[E]): void {
    const called = this.#entries.filter(entry => entry.type === type);
    this.#entries = this.#entries.filter(entry => !(entry.once && called.includes(entry)));
    for (const {handler} of called) {
      try {
        (handler as Handler<Events[E]>)(payload);
      } catch (error) {
        // Uncaught, as from a listener of the DOM; `reportError` is missing in DOM emulators.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
