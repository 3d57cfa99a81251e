import {cvcRules} from './cvc.js';
import {applyEdit} from './edit.js';
import {expiryRules} from './expiry.js';
import {errorOf, isIncomplete, type FieldError} from './faults.js';
import type {InputType} from './inputs.js';
import {numberRules} from './number.js';
import {postalRules} from './postal.js';
import type {Rules} from './rules.js';
import type {Words} from './words.js';

const rulesOf: Record<InputType, Rules> = {
  number: numberRules,
  expiry: expiryRules,
  cvc: cvcRules(),
  postal: postalRules,
};

/** An input that formats and judges what is typed into it. */
export class CardInput {
  readonly type: InputType;
  readonly node: HTMLInputElement;
  readonly #words: Words;
  readonly #onChange: () => void;
  #rules: Rules;
  #value = '';
  /** Whether the customer has finished with the value as it is, so that what is missing shows. */
  #judged = false;

  /** @param onChange called after each change of value, rules or error */
  constructor(type: InputType, node: HTMLInputElement, words: Words, onChange: () => void) {
    this.type = type;
    this.node = node;
    this.#words = words;
    this.#onChange = onChange;
    this.#rules = rulesOf[type];
    node.addEventListener('input', event => this.#edited(event));
    node.addEventListener('compositionend', () => this.#edit(''));
    node.addEventListener('blur', () => this.leave());
  }

  get value(): string {
    return this.#value;
  }

  get error(): FieldError | undefined {
    const fault = this.#rules.faultOf(this.#value);
    if (!fault || (isIncomplete(fault) && !this.#judged)) return undefined;
    return errorOf(fault, this.#words);
  }

  get isEmpty(): boolean {
    return this.#value === '';
  }

  get isComplete(): boolean {
    return this.#rules.faultOf(this.#value) === undefined;
  }

  /** Whether it takes no more, and the caret stands at its end. */
  get isFinished(): boolean {
    const {selectionStart, value} = this.node;
    const isFull = this.#value.length === this.#rules.maxLength(this.#value);
    return isFull && this.isComplete && selectionStart === value.length;
  }

  /** The value as parameters of the API's `card` hash. */
  params(): Record<string, string> {
    return this.#rules.params(this.#value);
  }

  /** Shows what is wrong, an empty input included, and returns it. */
  check(): FieldError | undefined {
    this.#judged = true;
    this.#changed();
    return this.error;
  }

  clear(): void {
    this.fill('');
  }

  /** @param text as a customer could type it; it is not judged yet */
  fill(text: string): void {
    this.#judged = false;
    this.#show(this.#rules.show(this.#rules.read(text)));
  }

  /** The customer has left. An input that was never filled in is not judged. */
  leave(): void {
    if (this.#value === '') return;
    this.#judged = true;
    this.#changed();
  }

  /** Other rules for the same value, which may cut it off. */
  useRules(rules: Rules): void {
    this.#rules = rules;
    this.#show(rules.show(rules.read(this.node.value)));
  }

  #edited(event: Event): void {
    const typed = event instanceof InputEvent ? event : undefined;
    // The text of an open composition belongs to the input method; its end is listened for.
    if (typed?.isComposing) return;
    // Autofill sends a plain event, or one without a type.
    this.#edit(typed?.inputType ?? '');
  }

  #edit(inputType: string): void {
    const {value: text, selectionStart} = this.node;
    const caret = selectionStart ?? text.length;
    const edited = applyEdit(this.#rules, this.#value, {text, caret}, inputType);
    this.#judged = false;
    this.#show(edited.text);
    // Safari moves the focus to an input whose selection is set.
    if (document.activeElement === this.node) {
      this.node.setSelectionRange(edited.caret, edited.caret);
    }
  }

  #show(text: string): void {
    if (this.node.value !== text) this.node.value = text;
    this.#value = this.#rules.read(text);
    this.#changed();
  }

  #changed(): void {
    this.node.setAttribute('aria-invalid', String(this.error !== undefined));
    this.#onChange();
  }
}
