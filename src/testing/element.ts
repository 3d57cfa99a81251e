import {elementTypes, type ElementType, type EventsOf, type OptionsOf} from './element-types.js';
import {installed} from './installed.js';
import {IntegrationError, nothingAt, refusals} from '../stripe-js/integration-error.js';
import {warnOfUnknown} from '../stripe-js/options.js';
import {Listeners, type Handler} from '../stripe-js/listeners.js';
import {MountedElement, type MountOptions} from './mounted-element.js';
import type {MountedGroup} from './mounted-group.js';
import {queueTask} from './task.js';

interface Mounted {
  readonly element: MountedElement;
  readonly group: MountedGroup;
}

/** Kept apart, so that an element shows pages no more than Stripe's do. */
const mounted = new WeakMap<object, Mounted>();

/** Types that tell when they cannot load. */
const tellsOfFailure: readonly ElementType[] = ['card', 'cardNumber', 'payment'];

/** What an element is in the page, if it is an element and can be asked. */
export function readyElement(element: unknown): Mounted | undefined {
  if (typeof element !== 'object' || element === null) return undefined;
  const found = mounted.get(element);
  return found?.element.isReady ? found : undefined;
}

/** An element, as `elements.create` returns it. Methods and events: Stripe's documentation. */
export class FakeElement<T extends ElementType> {
  readonly #type: T;
  readonly #group: MountedGroup;
  readonly #listeners = new Listeners<EventsOf<T>>();
  readonly #forget: () => void;
  #options: Partial<OptionsOf[T]>;
  #failing = new AbortController();
  #isDestroyed = false;

  /**
   * @param group The mounted elements of the same `elements()`.
   * @param forget Called when the element is destroyed.
   */
  constructor(type: T, options: OptionsOf[T], group: MountedGroup, forget: () => void) {
    warnOfUnknown('create()', options, elementTypes[type].options);
    this.#type = type;
    this.#options = options;
    this.#group = group;
    this.#forget = forget;
  }

  mount(container: string | HTMLElement): void {
    this.#refuseDestroyed();
    const node = containerOf(container);
    const before = this.#mounted;
    if (before?.isIn(node)) return;
    if (before) throw new IntegrationError(refusals.mounted);
    const control = installed();
    if (control.failures > 0 && tellsOfFailure.includes(this.#type)) {
      control.failures--;
      control.ending.signal.addEventListener('abort', () => this.#failing.abort());
      return queueTask(() => this.#fail(), this.#failing.signal);
    }
    const element = this.#mountIn(node);
    mounted.set(this, {element, group: this.#group});
  }

  unmount(): void {
    this.#refuseDestroyed();
    this.#failing.abort();
    this.#failing = new AbortController();
    this.#mounted?.unmount();
    mounted.delete(this);
  }

  destroy(): void {
    this.unmount();
    this.#isDestroyed = true;
    this.#forget();
  }

  clear(): void {
    this.#refuseDestroyed();
    this.#mounted?.clear();
  }

  focus(): void {
    this.#refuseDestroyed();
    this.#mounted?.focus();
  }

  blur(): void {
    this.#refuseDestroyed();
    this.#mounted?.blur();
  }

  update(options: Partial<OptionsOf[T]>): this {
    this.#refuseDestroyed();
    const {options: all, fixed} = elementTypes[this.#type];
    const known = all.filter(name => !fixed.includes(name));
    warnOfUnknown('update()', options, known);
    this.#options = {...this.#options, ...options};
    this.#mounted?.update(this.#mountOptions);
    return this;
  }

  /** Of the Payment Element alone. */
  collapse(): this {
    this.#refuseDestroyed();
    this.#mounted?.collapse();
    return this;
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

  get #mounted(): MountedElement | undefined {
    return mounted.get(this)?.element;
  }

  get #mountOptions(): MountOptions {
    return this.#options;
  }

  #mountIn(container: HTMLElement): MountedElement {
    const control = installed();
    const elementType = this.#type;
    const element: MountedElement = new MountedElement(
      elementType,
      container,
      this.#mountOptions,
      this.#group,
      {
        ready: () => {
          if (elementType === 'payment') this.#listeners.emit('loaderstart', {elementType});
          this.#listeners.emit('ready', {elementType});
          control.becameReady.happen(elementType);
        },
        change: state => this.#listeners.emit('change', elementTypes[elementType].change(state)),
        focus: () => this.#listeners.emit('focus', {elementType}),
        blur: () => this.#listeners.emit('blur', {elementType}),
        escape: () => this.#listeners.emit('escape', {elementType}),
        unmount: () => control.mounted.delete(element),
      },
    );
    control.mounted.add(element);
    return element;
  }

  /** As Stripe does, an element that cannot load destroys itself. */
  #fail(): void {
    const elementType = this.#type;
    const error = {
      type: 'api_connection_error',
      message: `The ${elementType} Element did not load.`,
    } as const;
    this.destroy();
    this.#listeners.emit('loaderror', {elementType, error});
  }

  #refuseDestroyed(): void {
    if (this.#isDestroyed) throw new IntegrationError(refusals.destroyed);
  }
}

/** @throws {IntegrationError} For what Stripe.js does not mount into. */
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
