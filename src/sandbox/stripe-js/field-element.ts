import type {FieldState} from '../frames/card-input.js';
import type {FieldType} from '../frames/field-types.js';
import {elementTypes, type EventsOf, type OptionsOf} from './element-types.js';
import {IntegrationError, nothingAt, refusals} from './integration-error.js';
import {Listeners, type Handler} from './listeners.js';
import {MountedField, type FieldReports} from './mounted-field.js';
import {warnOfUnknown} from './options.js';

/** Kept apart, so that an element shows pages no more than Stripe's do. */
const mounted = new WeakMap<object, MountedField>();

/** The field that an element is mounted as, if it is an element and mounted. */
export function mountedFieldOf(element: unknown): MountedField | undefined {
  return typeof element === 'object' && element !== null ? mounted.get(element) : undefined;
}

/** An element, as `elements.create` returns it. Methods and events: Stripe's documentation. */
export class FieldElement<T extends FieldType> {
  readonly #type: T;
  readonly #group: Set<MountedField>;
  readonly #listeners = new Listeners<EventsOf<T>>();
  readonly #forget: () => void;
  #options: Partial<OptionsOf[T]>;
  #isDestroyed = false;

  /**
   * @param group the mounted fields of the same card
   * @param forget called when the element is destroyed
   */
  constructor(type: T, options: OptionsOf[T], group: Set<MountedField>, forget: () => void) {
    warnOfUnknown('create()', options, elementTypes[type].options);
    this.#type = type;
    this.#options = options;
    this.#group = group;
    this.#forget = forget;
  }

  mount(container: string | HTMLElement): void {
    this.#refuseDestroyed();
    const node = containerOf(container);
    const field = mounted.get(this);
    if (field?.isIn(node)) return;
    if (field) throw new IntegrationError(refusals.mounted);
    const reports = this.#reports();
    mounted.set(this, new MountedField(this.#type, node, this.#options, this.#group, reports));
  }

  unmount(): void {
    this.#refuseDestroyed();
    mounted.get(this)?.unmount();
    mounted.delete(this);
  }

  destroy(): void {
    this.unmount();
    this.#isDestroyed = true;
    this.#forget();
  }

  clear(): void {
    this.#refuseDestroyed();
    mounted.get(this)?.clear();
  }

  focus(): void {
    this.#refuseDestroyed();
    mounted.get(this)?.focus();
  }

  blur(): void {
    this.#refuseDestroyed();
    mounted.get(this)?.blur();
  }

  update(options: Partial<OptionsOf[T]>): void {
    this.#refuseDestroyed();
    const {options: all, fixed} = elementTypes[this.#type];
    const known = all.filter(name => !fixed.includes(name));
    warnOfUnknown('update()', options, known);
    this.#options = {...this.#options, ...options};
    mounted.get(this)?.update(this.#options);
  }

  on<E extends keyof EventsOf<T>>(type: E, handler: Handler<EventsOf<T>[E]>): this {
    this.#listeners.add(type, handler, false);
    return this;
  }

  once<E extends keyof EventsOf<T>>(type: E, handler: Handler<EventsOf<T>[E]>): this {
    this.#listeners.add(type, handler, true);
    return this;
  }

  off<E extends keyof EventsOf<T>>(type: E, handler?: Handler<EventsOf<T>[E]>): this {
    this.#listeners.remove(type, handler);
    return this;
  }

  #reports(): FieldReports {
    const elementType = this.#type;
    return {
      ready: () => this.#listeners.emit('ready', {elementType}),
      change: state => this.#listeners.emit('change', this.#changeEvent(state)),
      focus: () => this.#listeners.emit('focus', {elementType}),
      blur: () => this.#listeners.emit('blur', {elementType}),
      escape: () => this.#listeners.emit('escape', {elementType}),
      fail: () => this.#failed(),
    };
  }

  #changeEvent({empty, complete, error, brand}: FieldState): EventsOf<T>['change'] {
    const common = {elementType: this.#type, empty, complete, error};
    const event = this.#type === 'cardNumber' ? {...common, brand: brand ?? 'unknown'} : common;
    // Which event belongs to which type, TypeScript does not follow through a type parameter.
    return event as unknown as EventsOf<T>['change'];
  }

  /** As at Stripe, an element that cannot load destroys itself, and only the number says so. */
  #failed(): void {
    this.destroy();
    if (this.#type !== 'cardNumber') return;
    const error = {
      type: 'api_connection_error',
      message: "The sandbox's cardNumber frame did not load.",
    } as const;
    this.#listeners.emit('loaderror', {elementType: this.#type, error});
  }

  #refuseDestroyed(): void {
    if (this.#isDestroyed) throw new IntegrationError(refusals.destroyed);
  }
}

/** @throws IntegrationError for what Stripe.js does not mount into */
function containerOf(container: string | HTMLElement): HTMLElement {
  const node = typeof container === 'string' ? found(container) : container;
  if (!(node instanceof HTMLElement)) throw new IntegrationError(refusals.noContainer);
  if (node.getRootNode() !== document) throw new IntegrationError(refusals.shadowRoot);
  return node;
}

function found(selector: string): Element {
  const node = selector === '' ? null : document.querySelector(selector);
  if (!node) throw new IntegrationError(nothingAt(selector));
  return node;
}
