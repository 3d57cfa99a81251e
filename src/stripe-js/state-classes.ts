import type {StripeElementClasses} from '@stripe/stripe-js';

const defaults = {
  base: 'StripeElement',
  complete: 'StripeElement--complete',
  empty: 'StripeElement--empty',
  focus: 'StripeElement--focus',
  invalid: 'StripeElement--invalid',
  webkitAutofill: 'StripeElement--webkit-autofill',
} as const satisfies StripeElementClasses;

type StateName = keyof typeof defaults;

/** The classes by which the page sees the state of an element on its container. */
export class StateClasses {
  readonly #container: HTMLElement;
  readonly #states = new Set<StateName>(['base', 'empty']);
  #classes: StripeElementClasses = defaults;
  #shown: readonly string[] = [];

  constructor(container: HTMLElement) {
    this.#container = container;
  }

  /** @param classes the option of this name; each entry may be several classes */
  use(classes: StripeElementClasses = {}): void {
    this.#classes = {...defaults, ...classes};
    this.#show();
  }

  set(states: Partial<Record<StateName, boolean>>): void {
    for (const [name, isOn] of Object.entries(states) as [StateName, boolean][]) {
      if (isOn) this.#states.add(name);
      else this.#states.delete(name);
    }
    this.#show();
  }

  remove(): void {
    this.#container.classList.remove(...this.#shown);
    this.#shown = [];
  }

  #show(): void {
    this.remove();
    const {classList} = this.#container;
    // A class that the page has set itself stays when the element goes.
    this.#shown = [...this.#states]
      .flatMap(state => this.#classes[state]?.match(/\S+/g) ?? [])
      .filter(name => !classList.contains(name));
    classList.add(...this.#shown);
  }
}
