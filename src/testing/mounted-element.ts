import {Container} from '../stripe-js/container.js';
import {elementTypes} from '../stripe-js/element-types.js';
import {CardInputs} from '../stripe-js/fields/card-inputs.js';
import type {FieldError} from '../stripe-js/fields/faults.js';
import {elementInputs, type ElementType, type InputType} from '../stripe-js/fields/inputs.js';
import {english} from '../stripe-js/fields/words.js';
import {
  cardOf,
  type Mounted,
  type MountGroup,
  type MountOptions,
  type Reports,
} from '../stripe-js/mounted.js';
import type {Control} from './control.js';
import {deferred} from './deferred.js';
import type {FakeElement} from './fake-element.js';
import {createHolder, createInput} from './holder.js';
import {installed} from './installed.js';
import {queueTask} from './task.js';

/** An element in the page, from `mount` to `unmount`: its nodes and what is typed into them. */
export class MountedElement implements FakeElement {
  readonly type: ElementType;
  readonly #control: Control;
  readonly #group: MountGroup<MountedElement>;
  readonly #reports: Reports;
  readonly #container: Container;
  readonly #holder: HTMLElement;
  readonly #inputs: CardInputs;
  readonly #unmounting = new AbortController();
  readonly #settling = deferred();
  #options: MountOptions;
  #isReady = false;
  #hasFocus = false;
  #reported = '';

  /** @param group this element adds itself to those of it that are mounted */
  constructor(
    type: ElementType,
    container: HTMLElement,
    options: MountOptions,
    group: MountGroup<MountedElement>,
    reports: Reports,
  ) {
    this.type = type;
    this.#control = installed();
    this.#options = options;
    this.#group = group;
    this.#reports = reports;
    const nodes = elementInputs[type].map(input => [input, createInput(input)] as const);
    this.#inputs = new CardInputs(nodes, english, () => this.#changed());
    const {signal} = this.#unmounting;
    const inputs = nodes.map(([, node]) => node);
    this.#holder = createHolder(inputs, signal);
    this.#container = new Container(container, this.#holder, () => this.focus());
    this.#container.classes.use(options.classes);
    this.#listen(signal);
    group.mounted.add(this);
    this.#control.mounted.add(this);
    this.#changed();
    const settle = this.#takesFailure() ? () => reports.fail() : () => this.#becomeReady();
    queueTask(settle, signal);
  }

  get isReady(): boolean {
    return this.#isReady && this.#holder.isConnected;
  }

  get billingDetails(): Mounted['billingDetails'] {
    return this.#options.defaultValues?.billingDetails;
  }

  /** The elements that hold the same card, itself included. */
  get card(): MountedElement[] {
    return cardOf<MountedElement>(this, this.#group.mounted);
  }

  get whenReady(): Promise<void> {
    return this.#settling.promise;
  }

  isIn(container: HTMLElement): boolean {
    return this.#container.node === container;
  }

  update(options: MountOptions): void {
    this.#options = options;
    this.#container.classes.use(options.classes);
    if (this.#isReady) this.#inputs.use(options);
  }

  focus(): void {
    this.#inputs.focus();
  }

  blur(): void {
    this.#inputs.blur();
  }

  clear(): void {
    this.#inputs.clear();
  }

  check(): FieldError | undefined {
    return this.#inputs.check();
  }

  /** What is typed, as parameters of the API's `card` hash, and `postal`. */
  params(): Record<string, string> {
    return this.#inputs.params();
  }

  fill(card: Readonly<Partial<Record<InputType, string>>>): void {
    const wanted = this.#inputs.shown.filter(({type}) => card[type] !== undefined);
    if (wanted.length === 0) return;
    if (wanted.some(({node}) => node.disabled || node.readOnly)) {
      throw new Error(`The ${this.type} Element is disabled.`);
    }
    this.#enter();
    for (const input of wanted) {
      input.fill(card[input.type] ?? '');
      input.leave();
    }
    this.#leave();
  }

  unmount(): void {
    if (this.#unmounting.signal.aborted) return;
    this.#unmounting.abort();
    this.#isReady = false;
    this.#settling.resolve();
    this.#group.mounted.delete(this);
    this.#control.mounted.delete(this);
    this.#container.leave();
  }

  /** Whether this is an element that the test wants not to load; it then counts as one of these. */
  #takesFailure(): boolean {
    if (this.#control.failures === 0 || !elementTypes[this.type].tellsOfFailure) return false;
    this.#control.failures--;
    return true;
  }

  #becomeReady(): void {
    this.#isReady = true;
    this.#settling.resolve();
    for (const element of this.#group.mounted) this.#shareCvcLength(element);
    this.#reports.ready();
    this.#control.becameReady.happen(this.type);
    this.#inputs.use(this.#options);
  }

  #listen(signal: AbortSignal): void {
    this.#holder.addEventListener('focusin', () => this.#enter(), {signal});
    this.#holder.addEventListener('focusout', event => this.#left(event), {signal});
    this.#holder.addEventListener('keydown', event => this.#pressed(event), {signal});
  }

  /** Tells the page where the state is another, and not of each key. */
  #changed(): void {
    const {state} = this.#inputs;
    const {empty, complete, error} = state;
    this.#container.classes.set({empty, complete, invalid: error !== undefined});
    for (const element of this.#group.mounted) element.#shareCvcLength(this);
    const report = JSON.stringify(state);
    const isNew = this.#reported !== '' && this.#reported !== report;
    this.#reported = report;
    if (isNew) this.#reports.change(state);
  }

  /** How long a security code is follows from the card number, in another element. */
  #shareCvcLength(number: MountedElement): void {
    if (this.type !== 'cardCvc' || number.type !== 'cardNumber') return;
    this.#inputs.useCvcLength(number.#inputs.cvcLength);
  }

  #enter(): void {
    if (this.#hasFocus) return;
    this.#hasFocus = true;
    this.#container.classes.set({focus: true});
    this.#reports.focus();
  }

  #left({relatedTarget}: FocusEvent): void {
    const isInside = relatedTarget instanceof Node && this.#holder.contains(relatedTarget);
    if (!isInside) this.#leave();
  }

  #leave(): void {
    this.#hasFocus = false;
    this.#container.classes.set({focus: false});
    this.#reports.blur();
  }

  #pressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      // A dialog around a frame does not hear it either.
      event.preventDefault();
      this.#reports.escape();
    }
    if (event.key === 'Enter') this.#container.submitForm();
  }
}
