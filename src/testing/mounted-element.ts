import type {StripeElementClasses} from '@stripe/stripe-js';
import {brandOf, type Brand} from '../sandbox/cards/brands.js';
import {CardInput} from './card-input.js';
import {deferred} from './deferred.js';
import {elementTypes, type ElementType} from './element-types.js';
import {stateOf, type FieldState} from './field-state.js';
import {createHolder} from './holder.js';
import type {MountedGroup} from './mounted-group.js';
import {partOf, type FieldError, type PartName} from './parts.js';
import {StateClasses, type StateName} from './state-classes.js';
import {queueTask} from './task.js';

export interface ElementReports {
  ready(): void;
  change(state: FieldState): void;
  focus(): void;
  blur(): void;
  escape(): void;
  unmount(): void;
}

/** Options that have an effect in the kit. */
export interface MountOptions {
  readonly classes?: StripeElementClasses;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  readonly hidePostalCode?: boolean;
  readonly value?: {readonly postalCode?: string};
}

/** An element in the page, from `mount` to `unmount`: its nodes and what is typed into them. */
export class MountedElement {
  readonly type: ElementType;
  readonly #container: HTMLElement;
  readonly #group: MountedGroup;
  readonly #reports: ElementReports;
  readonly #classes: StateClasses;
  readonly #holder: HTMLElement;
  readonly #allInputs: readonly CardInput[];
  readonly #unmounting = new AbortController();
  readonly #settling = deferred();
  #options: MountOptions = {};
  #isReady = false;
  #hasFocus = false;
  #isCollapsed = false;
  #reported = '';

  /** @param group The mounted elements of the same `elements()`; this one adds itself. */
  constructor(
    type: ElementType,
    container: HTMLElement,
    options: MountOptions,
    group: MountedGroup,
    reports: ElementReports,
  ) {
    this.type = type;
    this.#container = container;
    this.#group = group;
    this.#reports = reports;
    this.#classes = new StateClasses(container);
    this.#allInputs = elementTypes[type].parts.map(part => new CardInput(part));
    const nodes = this.#allInputs.map(({node}) => node);
    this.#holder = createHolder(nodes, this.#unmounting.signal);
    this.#insert();
    group.add(this);
    this.update(options);
    queueTask(() => this.#becomeReady(), this.#unmounting.signal);
  }

  /** Whether it can be asked: its page may have thrown the nodes out without `unmount`. */
  get isReady(): boolean {
    return this.#isReady && this.#holder.isConnected;
  }

  /** The inputs that are shown. */
  get inputs(): readonly CardInput[] {
    const {hidePostalCode} = this.#options;
    return this.#allInputs.filter(({part}) => part !== 'postal' || !hidePostalCode);
  }

  /** The brand of the card, of whose number this element may have no input. */
  get brand(): Brand {
    return this.#ownBrand ?? this.#group.brand ?? brandOf('');
  }

  /** When it is ready, or has gone before it was. */
  get whenReady(): Promise<void> {
    return this.#settling.promise;
  }

  isIn(container: HTMLElement): boolean {
    return this.#container === container;
  }

  update(options: MountOptions): void {
    const {placeholder, disabled = false, readOnly = false, value} = options;
    for (const {node, part} of this.#allInputs) {
      node.placeholder = placeholder ?? partOf(part).placeholder;
      node.disabled = disabled || readOnly;
      if (part === 'postal') node.hidden = options.hidePostalCode ?? false;
      if (part === 'postal' && value?.postalCode !== this.#options.value?.postalCode) {
        node.value = value?.postalCode ?? '';
      }
    }
    this.#options = options;
    this.refresh();
  }

  focus(): void {
    this.#allInputs[0]?.node.focus();
  }

  blur(): void {
    this.#allInputs.find(({node}) => node === document.activeElement)?.node.blur();
  }

  clear(): void {
    for (const input of this.#allInputs) input.clear();
    this.#changed();
  }

  collapse(): void {
    this.#isCollapsed = true;
    this.refresh();
  }

  /**
   * Has a customer fill in what the element has an input for, and leave.
   * @throws an Error where the element is disabled: nobody could type there
   */
  fill(card: Readonly<Partial<Record<PartName, string>>>): void {
    const wanted = this.inputs.filter(({part}) => card[part] !== undefined);
    if (wanted.length === 0) return;
    if (wanted.some(({node}) => node.disabled)) {
      throw new Error(`The ${this.type} Element is disabled.`);
    }
    this.#enter();
    for (const input of wanted) {
      input.node.value = card[input.part] ?? '';
      this.#edited(input);
      input.leave();
      this.refresh();
    }
    this.#leave();
  }

  /** Shows what is wrong, what is missing included, and returns the first of it. */
  check(): FieldError | undefined {
    for (const input of this.inputs) input.judge();
    this.refresh();
    return this.#state.error;
  }

  /** Reports a change where there is one. */
  refresh(): void {
    this.#showClasses();
    const state = this.#state;
    const report = JSON.stringify(elementTypes[this.type].change(state));
    if (report === this.#reported) return;
    const isNew = this.#reported === '';
    this.#reported = report;
    if (!isNew) this.#reports.change(state);
  }

  unmount(): void {
    if (this.#unmounting.signal.aborted) return;
    this.#unmounting.abort();
    this.#isReady = false;
    this.#settling.resolve();
    this.#group.delete(this);
    this.#holder.remove();
    this.#classes.remove();
    this.#reports.unmount();
  }

  get #ownBrand(): Brand | undefined {
    const number = this.#allInputs.find(({part}) => part === 'number');
    return number && brandOf(number.value(brandOf('')));
  }

  get #state(): FieldState {
    return stateOf(this.inputs, this.brand, this.#isCollapsed);
  }

  #insert(): void {
    const {signal} = this.#unmounting;
    if (this.#container.hasChildNodes()) {
      console.warn('This Element will be mounted to a DOM element that contains child nodes.');
    }
    this.#container.replaceChildren(this.#holder);
    this.#holder.addEventListener('focusin', () => this.#enter(), {signal});
    this.#holder.addEventListener('focusout', event => this.#left(event), {signal});
    this.#holder.addEventListener('keydown', event => this.#pressed(event), {signal});
    for (const input of this.#allInputs) {
      input.node.addEventListener('input', () => this.#edited(input), {signal});
    }
    document.addEventListener('click', event => this.#clicked(event), {signal});
  }

  #becomeReady(): void {
    this.#isReady = true;
    this.#settling.resolve();
    this.#reports.ready();
  }

  #edited(input: CardInput): void {
    input.edit();
    this.#isCollapsed = false;
    this.#changed();
  }

  /** The number may be another: how long a security code is follows from it, in this element or not. */
  #changed(): void {
    this.refresh();
    this.#group.refresh(this);
  }

  #enter(): void {
    if (this.#hasFocus) return;
    this.#hasFocus = true;
    this.#showClasses();
    this.#reports.focus();
  }

  #left({target, relatedTarget}: FocusEvent): void {
    this.#allInputs.find(({node}) => node === target)?.leave();
    this.refresh();
    const isInside = relatedTarget instanceof Node && this.#holder.contains(relatedTarget);
    if (!isInside) this.#leave();
  }

  #leave(): void {
    this.#hasFocus = false;
    this.#showClasses();
    this.#reports.blur();
  }

  #pressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      // A dialog around a frame does not hear it either.
      event.preventDefault();
      this.#reports.escape();
    }
    if (event.key === 'Enter') this.#submit();
  }

  /** Enter in an element submits the form around it, with its `submit` event and its validation. */
  #submit(): void {
    const button = document.createElement('input');
    button.type = 'submit';
    button.hidden = true;
    this.#container.append(button);
    button.click();
    button.remove();
  }

  /** A click on the container's label focuses the element, as it would a native input. */
  #clicked({target, defaultPrevented}: Event): void {
    if (defaultPrevented) return;
    const label = target instanceof Element ? target.closest('label') : null;
    const {id} = this.#container;
    if (label && id !== '' && label.htmlFor === id) this.focus();
  }

  #showClasses(): void {
    const {empty, complete, error} = this.#state;
    const states: Record<StateName, boolean> = {
      base: true,
      empty,
      complete,
      focus: this.#hasFocus,
      invalid: error !== undefined,
    };
    const shown = (Object.keys(states) as StateName[]).filter(name => states[name]);
    this.#classes.show(shown, this.#options.classes);
  }
}
