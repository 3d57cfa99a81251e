/** How many things of one kind are kept before the oldest make room. */
const shelfSize = 10_000;

/** Things by name, in the order they came; bounded, so that a server can run for weeks. */
export class Shelf<T> {
  readonly #things = new Map<string, T>();
  readonly #size: number;

  constructor(size = shelfSize) {
    this.#size = size;
  }

  /** Puts a thing on the shelf; when it is full, the oldest one falls off. */
  add(name: string, thing: T): void {
    this.#things.set(name, thing);
    if (this.#things.size <= this.#size) return;
    const [oldest] = this.#things.keys();
    if (oldest !== undefined) this.#things.delete(oldest);
  }

  get(name: string): T | undefined {
    return this.#things.get(name);
  }

  /** Takes a thing off the shelf. */
  remove(name: string): void {
    this.#things.delete(name);
  }

  clear(): void {
    this.#things.clear();
  }

  /** All of them, newest first. */
  newestFirst(): T[] {
    return [...this.#things.values()].reverse();
  }
}
