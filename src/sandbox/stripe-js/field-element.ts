import type {FieldState} from '../frames/field-state.js';
import type {FieldType} from '../frames/field-types.js';
import {elementTypes, type EventsOf, type OptionsOf} from './element-types.js';
import {IntegrationError, nothingAt, refusals} from '../../stripe-js/integration-error.js';
import {Listeners, type Handler} from '../../stripe-js/listeners.js';
import {MountedField, type FieldGroup, type FieldReports} from './mounted-field.js';
import {warnOfUnknown} from '../../stripe-js/options.js';

/** Leads from an element to its field: for this folder alone. */
const fieldKey = Symbol('field');

/** The field that an element is mounted as, if it is an element and mounted. */
export function mountedFieldOf(element: unknown): MountedField | undefined {
  if (typeof element !== 'object' || element === null) return undefined;
  return (element as {[fieldKey]?: () => MountedField | undefined})[fieldKey]?.();
}

/**
 * An element, as `elements.create` returns it. Methods and events: Stripe's documentation. The
 * methods are fields, because pages call them on proxies too, which have no private members: Vue
 * makes one of whatever is put into a ref.
 */
export class FieldElement<T extends FieldType> {
  readonly #type: T;
  readonly #group: FieldGroup;
  readonly #listeners = new Listeners<EventsOf<T>>();
  readonly #forget: () => void;
  #options: Partial<OptionsOf[T]>;
  #state: FieldState = {empty: true, complete: false, autofilled: false};
  #isCollapsed = false;
  #field?: MountedField;
  #isDestroyed = false;

  /**
   * @param group of the elements that together take one card
   * @param forget called when the element is destroyed
   */
  constructor(type: T, options: OptionsOf[T], group: FieldGroup, forget: () => void) {
    warnOfUnknown('create()', options, elementTypes[type].options);
    this.#type = type;
    this.#options = options;
    this.#group = group;
    this.#forget = forget;
  }

  readonly [fieldKey] = () => this.#field;

  readonly mount = (container: string | HTMLElement): void => {
    this.#refuseDestroyed();
    const node = containerOf(container);
    if (this.#field?.isIn(node)) return;
    if (this.#field) throw new IntegrationError(refusals.mounted);
    const reports = this.#reports();
    this.#field = new MountedField(this.#type, node, this.#options, this.#group, reports);
  };

  readonly unmount = (): void => {
    this.#refuseDestroyed();
    this.#field?.unmount();
    this.#field = undefined;
  };

  readonly destroy = (): void => {
    this.unmount();
    this.#isDestroyed = true;
    this.#forget();
  };

  readonly clear = (): void => {
    this.#refuseDestroyed();
    this.#field?.clear();
  };

  readonly focus = (): void => {
    this.#refuseDestroyed();
    this.#field?.focus();
  };

  readonly blur = (): void => {
    this.#refuseDestroyed();
    this.#field?.blur();
  };

  readonly update = (options: Partial<OptionsOf[T]>): this => {
    this.#refuseDestroyed();
    const {options: all, fixed} = elementTypes[this.#type];
    const known = all.filter(name => !fixed.includes(name));
    warnOfUnknown('update()', options, known);
    this.#options = {...this.#options, ...options};
    this.#field?.update(this.#options);
    return this;
  };

  /** Of the Payment Element alone. */
  readonly collapse = (): this => {
    this.#refuseDestroyed();
    this.#isCollapsed = true;
    this.#changed(this.#state);
    return this;
  };

  readonly on = <E extends keyof EventsOf<T>>(type: E, handler: Handler<EventsOf<T>[E]>): this => {
    this.#listeners.add(type, handler, false);
    return this;
  };

  readonly once = <E extends keyof EventsOf<T>>(
    type: E,
    handler: Handler<EventsOf<T>[E]>,
  ): this => {
    this.#listeners.add(type, handler, true);
    return this;
  };

  readonly off = <E extends keyof EventsOf<T>>(
    type: E,
    handler?: Handler<EventsOf<T>[E]>,
  ): this => {
    this.#listeners.remove(type, handler);
    return this;
  };

  #reports(): FieldReports {
    const elementType = this.#type;
    return {
      ready: () => this.#ready(),
      change: state => {
        this.#isCollapsed = false;
        this.#changed(state);
      },
      focus: () => this.#listeners.emit('focus', {elementType}),
      blur: () => this.#listeners.emit('blur', {elementType}),
      escape: () => this.#listeners.emit('escape', {elementType}),
      fail: () => this.#failed(),
    };
  }

  #ready(): void {
    const elementType = this.#type;
    if (elementType === 'payment') this.#listeners.emit('loaderstart', {elementType});
    this.#listeners.emit('ready', {elementType});
  }

  #changed(state: FieldState): void {
    this.#state = state;
    const shown = {...state, collapsed: this.#isCollapsed};
    this.#listeners.emit('change', elementTypes[this.#type].change(shown));
  }

  /** As at Stripe, an element that cannot load destroys itself, and only some say so. */
  #failed(): void {
    const elementType = this.#type;
    this.destroy();
    if (!elementTypes[elementType].tellsOfFailure) return;
    const error = {
      type: 'api_connection_error',
      message: `The sandbox's ${elementType} frame did not load.`,
    } as const;
    this.#listeners.emit('loaderror', {elementType, error});
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
