import type {BrandName} from '../cards/brands.js';
import {applyEdit} from './edit.js';
import {errorOf, isIncomplete, type FieldError} from './faults.js';
import type {Rules} from './rules.js';

/** What a field tells the page about its value, and all of it: never the value itself. */
export interface FieldState {
  readonly empty: boolean;
  readonly complete: boolean;
  readonly error?: FieldError;
  readonly brand?: BrandName;
}

/** An input that formats and judges what is typed into it. */
export class CardInput {
  readonly #input: HTMLInputElement;
  readonly #onChange: () => void;
  #rules: Rules;
  #value = '';
  /** Whether the customer has finished with the value as it is, so that what is missing shows. */
  #judged = false;

  /** @param onChange called after each change of value, rules or error */
  constructor(input: HTMLInputElement, rules: Rules, onChange: () => void) {
    this.#input = input;
    this.#rules = rules;
    this.#onChange = onChange;
    input.addEventListener('input', event => this.#edited(event));
    input.addEventListener('compositionend', () => this.#edit(''));
    input.addEventListener('blur', () => this.#left());
  }

  get value(): string {
    return this.#value;
  }

  get error(): FieldError | undefined {
    const fault = this.#rules.faultOf(this.#value);
    if (!fault || (isIncomplete(fault) && !this.#judged)) return undefined;
    return errorOf(fault);
  }

  get state(): FieldState {
    return {
      empty: this.#value === '',
      complete: this.#rules.faultOf(this.#value) === undefined,
      error: this.error,
    };
  }

  /** The value as parameters of the API's `card` hash. */
  params(): Record<string, string> {
    return this.#rules.params(this.#value);
  }

  /** Shows what is wrong, an empty field included, and returns it. */
  check(): FieldError | undefined {
    this.#judged = true;
    this.#onChange();
    return this.error;
  }

  clear(): void {
    this.#judged = false;
    this.#show('');
  }

  /** Other rules for the same value, which may cut it off. */
  useRules(rules: Rules): void {
    this.#rules = rules;
    this.#show(rules.show(rules.read(this.#input.value)));
  }

  #edited(event: Event): void {
    const typed = event instanceof InputEvent ? event : undefined;
    // The text of an open composition belongs to the input method; its end is listened for.
    if (typed?.isComposing) return;
    // Autofill sends a plain event, or one without a type.
    this.#edit(typed?.inputType ?? '');
  }

  #edit(inputType: string): void {
    const {value: text, selectionStart} = this.#input;
    const caret = selectionStart ?? text.length;
    const edited = applyEdit(this.#rules, this.#value, {text, caret}, inputType);
    this.#judged = false;
    this.#show(edited.text);
    // Safari moves the focus to an input whose selection is set.
    if (document.activeElement === this.#input) {
      this.#input.setSelectionRange(edited.caret, edited.caret);
    }
  }

  #left(): void {
    if (this.#value === '') return;
    this.#judged = true;
    this.#onChange();
  }

  #show(text: string): void {
    if (this.#input.value !== text) this.#input.value = text;
    this.#value = this.#rules.read(text);
    this.#onChange();
  }
}
