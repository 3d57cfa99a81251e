import type {PayError} from '../errors.js';
import type {Words} from '../locales/en.js';
import {errorWords} from '../locales/error-words.js';

/** What a screen reader says at once: errors that are new. */
export class Announcer {
  #heard: readonly PayError[] = [];
  #spoken = '';

  get spoken(): string {
    return this.#spoken;
  }

  /** @param errors all that there are, in the order of their places */
  hear(errors: readonly PayError[], words: Words): void {
    const fresh = errors.filter(error => !this.#heard.includes(error));
    if (fresh.length) this.#spoken = fresh.map(error => errorWords(error, words)).join(' ');
    else if (!errors.length) this.#spoken = '';
    this.#heard = errors;
  }
}
