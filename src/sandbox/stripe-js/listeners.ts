export type Handler<Payload> = (payload: Payload) => unknown;

/** Handlers by event type. */
export class Listeners<Events> {
  readonly #entries: {type: keyof Events; handler: Handler<never>; once: boolean}[] = [];

  add<E extends keyof Events>(type: E, handler: Handler<Events[E]>, once: boolean): void {
    this.#entries.push({type, handler, once});
  }

  /** @param handler without one, all of the type are removed */
  remove<E extends keyof Events>(type: E, handler?: Handler<Events[E]>): void {
    const isOther = (entry: {type: keyof Events; handler: Handler<never>}) =>
      entry.type !== type || (handler !== undefined && entry.handler !== handler);
    this.#entries.splice(0, Infinity, ...this.#entries.filter(isOther));
  }

  /** Calls them in the order they were added. One that throws does not keep the others from it. */
  emit<E extends keyof Events>(type: E, payload: Events[E]): void {
    for (const entry of this.#entries.filter(each => each.type === type)) {
      if (entry.once) this.#entries.splice(this.#entries.indexOf(entry), 1);
      try {
        (entry.handler as Handler<Events[E]>)(payload);
      } catch (error) {
        reportError(error);
      }
    }
  }
}
