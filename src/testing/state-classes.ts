import type {StripeElementClasses} from '@stripe/stripe-js';

const defaults = {
  base: 'StripeElement',
  complete: 'StripeElement--complete',
  empty: 'StripeElement--empty',
  focus: 'StripeElement--focus',
  invalid: 'StripeElement--invalid',
} as const satisfies StripeElementClasses;

export type StateName = keyof typeof defaults;

/** The classes by which the page sees the state of an element on its container. */
export class StateClasses {
  readonly #container: HTMLElement;
  #shown: string[] = [];

  constructor(container: HTMLElement) {
    this.#container = container;
  }

  /** @param names The element's `classes` option. Each entry may be several classes. */
  show(states: readonly StateName[], names: StripeElementClasses = {}): void {
    this.remove();
    const all = {...defaults, ...names};
    const {classList} = this.#container;
    // A class that the page has set itself stays when the element goes.
    this.#shown = states
      .flatMap(state => all[state]?.match(/\S+/g) ?? [])
      .filter(name => !classList.contains(name));
    classList.add(...this.#shown);
  }

  remove(): void {
    this.#container.classList.remove(...this.#shown);
    this.#shown = [];
  }
}
