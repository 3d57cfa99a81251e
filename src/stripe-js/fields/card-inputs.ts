import {brandOf} from '../cards/brands.js';
import {CardInput} from './card-input.js';
import {cvcRules} from './cvc.js';
import type {FieldError} from './faults.js';
import type {FieldOptions} from './field-options.js';
import type {FieldState} from './field-state.js';
import type {InputType} from './inputs.js';
import type {Words} from './words.js';

/** The inputs of one element, and how they stand together. */
export class CardInputs {
  readonly #inputs: ReadonlyMap<InputType, CardInput>;
  readonly #words: Words;
  readonly #onChange: () => void;
  #options: FieldOptions = {};
  #cvcLength?: number;

  /**
   * @param nodes in the order of the document
   * @param onChange called after each change of what is typed, or of what is wrong with it
   */
  constructor(
    nodes: readonly (readonly [InputType, HTMLInputElement])[],
    words: Words,
    onChange: () => void,
  ) {
    const changed = () => this.#changed();
    this.#inputs = new Map(
      nodes.map(([type, node]) => [type, new CardInput(type, node, words, changed)]),
    );
    this.#words = words;
    this.#onChange = onChange;
  }

  /** The inputs that the customer is asked to fill in. */
  get shown(): CardInput[] {
    return [...this.#inputs.values()].filter(({node}) => !node.hidden);
  }

  get state(): FieldState {
    const {shown} = this;
    const number = this.#inputs.get('number');
    const postal = this.#inputs.get('postal');
    return {
      empty: shown.every(input => input.isEmpty),
      complete: shown.every(input => input.isComplete),
      error: shown.map(input => input.error).find(error => error !== undefined),
      brand: number && brandOf(number.value).name,
      postalCode: postal?.node.hidden ? '' : postal?.value,
    };
  }

  /** How long the number says that the security code is, where a number does. */
  get cvcLength(): number | undefined {
    const {name, cvcLength} = brandOf(this.#inputs.get('number')?.value ?? '');
    return name === 'unknown' ? undefined : cvcLength;
  }

  /** Asks for as many digits of the security code as a number says, here or in another element. */
  useCvcLength(length?: number): void {
    if (length === this.#cvcLength) return;
    this.#cvcLength = length;
    this.#inputs.get('cvc')?.useRules(cvcRules(length));
  }

  /** Puts the options of the element into effect, except those for its look. */
  use(options: FieldOptions): void {
    const {placeholder, disabled = false, readOnly = false} = options;
    for (const {type, node} of this.#inputs.values()) {
      node.placeholder = placeholder ?? this.#words.placeholders[type];
      node.disabled = disabled;
      node.readOnly = readOnly;
    }
    this.#usePostal(options);
    this.#options = options;
    this.#onChange();
  }

  focus(): void {
    this.shown[0]?.node.focus();
  }

  blur(): void {
    for (const {node} of this.shown) node.blur();
  }

  clear(): void {
    for (const input of this.shown) input.clear();
  }

  /** Shows what is wrong, what is missing included, and returns the first of it. */
  check(): FieldError | undefined {
    return this.shown.map(input => input.check()).find(error => error !== undefined);
  }

  /** What is typed, as parameters of the API's `card` hash, and `postal`. */
  params(): Record<string, string> {
    return Object.assign({}, ...this.shown.map(input => input.params())) as Record<string, string>;
  }

  #usePostal({hidePostalCode = false, value}: FieldOptions): void {
    const postal = this.#inputs.get('postal');
    if (!postal) return;
    postal.node.hidden = hidePostalCode;
    const code = value?.postalCode;
    if (code !== undefined && code !== this.#options.value?.postalCode) postal.fill(code);
  }

  #changed(): void {
    if (this.#inputs.has('number')) this.useCvcLength(this.cvcLength);
    this.#onChange();
  }
}
