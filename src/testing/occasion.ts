interface Waiting<T> {
  readonly fits: (value: T) => boolean;
  readonly resolve: (value: T) => void;
}

/** Something that happens again and again, and can be waited for. */
export class Occasion<T> {
  #waiting: Waiting<T>[] = [];

  /** The next time that fits. */
  next(fits: (value: T) => boolean): Promise<T> {
    return new Promise(resolve => this.#waiting.push({fits, resolve}));
  }

  happen(value: T): void {
    const fitting = this.#waiting.filter(({fits}) => fits(value));
    this.#waiting = this.#waiting.filter(waiting => !fitting.includes(waiting));
    for (const {resolve} of fitting) resolve(value);
  }
}
