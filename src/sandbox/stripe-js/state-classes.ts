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
  #classes: StripeElementClasses = defaults;
  readonly #states = new Set<StateName>(['base', 'empty']);

  constructor(container: HTMLElement) {
    this.#container = container;
  }

  /** @param classes the option of this name; each entry may be several classes */
  use(classes: StripeElementClasses = {}): void {
    this.remove();
    this.#classes = {...defaults, ...classes};
    this.#show();
  }

  set(states: Partial<Record<StateName, boolean>>): void {
    this.remove();
    for (const [name, isOn] of Object.entries(states) as [StateName, boolean][]) {
      if (isOn) this.#states.add(name);
      else this.#states.delete(name);
    }
    this.#show();
  }

  remove(): void {
    this.#container.classList.remove(...this.#current());
  }

  #show(): void {
    this.#container.classList.add(...this.#current());
  }

  #current(): string[] {
    return [...this.#states].flatMap(state => (this.#classes[state] ?? '').match(/\S+/g) ?? []);
  }
}
