import {installFakeStripe, type FakeStripe} from '../../src/testing/index.js';
import type {Driver, ElementType, IntentState, Part} from '../contract/contract.js';
import {setUpStage} from '../contract/stage.js';

/** What the test kit's inputs are filled in by. */
const autocomplete: Record<Part, string> = {
  number: 'cc-number',
  expiry: 'cc-exp',
  cvc: 'cc-csc',
  postal: 'postal-code',
};

/** The page of this test itself, with the kit's fake. */
export class KitDriver implements Driver {
  readonly #fake: FakeStripe;

  constructor() {
    this.#fake = installFakeStripe();
    setUpStage();
  }

  async run<R, A>(act: (argument: A) => R, argument?: A): Promise<Awaited<R>> {
    return structuredClone(await act(argument as A));
  }

  async refusal<A>(act: (argument: A) => unknown, argument?: A): Promise<string> {
    try {
      await act(argument as A);
      return 'nothing';
    } catch (error) {
      return String(error);
    }
  }

  async until<A>(check: (argument: A) => boolean, argument: A): Promise<void> {
    if (check(argument)) return;
    await new Promise<void>(resolve => {
      const handle = () => {
        if (!check(argument)) return;
        window.removeEventListener('contract-seen', handle);
        resolve();
      };
      window.addEventListener('contract-seen', handle);
    });
  }

  type(type: ElementType, part: Part, text: string): void {
    const input = inputOf(type, part);
    input.focus();
    for (const character of text) {
      input.value += character;
      input.dispatchEvent(new InputEvent('input', {bubbles: true, data: character}));
    }
  }

  press(type: ElementType, part: Part, key: 'Escape' | 'Enter'): void {
    const input = inputOf(type, part);
    input.focus();
    input.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
  }

  leave(): void {
    document.querySelector<HTMLInputElement>('input[name=owner]')?.focus();
  }

  authenticate(outcome: 'complete' | 'fail'): void {
    this.#fake.requireAuthentication(outcome);
  }

  addPaymentIntent(state?: IntentState): string {
    return this.#fake.addPaymentIntent({
      amount: 1000,
      currency: 'usd',
      ...(state === 'asked' && {status: 'requires_action'}),
      ...(state === 'canceled' && {status: 'canceled'}),
      ...(state === 'held' && {status: 'requires_capture'}),
      ...(state === 'manual' && {confirmation_method: 'manual'}),
    });
  }

  close(): void {
    this.#fake.restore();
    document.querySelectorAll('body > form').forEach(form => form.remove());
    Reflect.deleteProperty(window, 'contract');
  }
}

function inputOf(type: ElementType, part: Part): HTMLInputElement {
  const selector = `#${type} input[autocomplete="${autocomplete[part]}"]`;
  const input = document.querySelector<HTMLInputElement>(selector);
  if (!input) throw new Error(`There is no ${selector}.`);
  return input;
}
