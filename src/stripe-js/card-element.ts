import {containerAt} from './container.js';
import {elementTypes, type EventsOf, type OptionsOf} from './element-types.js';
import {emptyState, type FieldState} from './fields/field-state.js';
import type {ElementType} from './fields/inputs.js';
import {IntegrationError, refusals} from './integration-error.js';
import {Listeners, type Handler} from './listeners.js';
import type {Mounted, MountedClass, MountOptions, Reports} from './mounted.js';
import {warnOfUnknown} from './warnings.js';

/** Puts an element into the page. */
export type Mount = (container: HTMLElement, options: MountOptions, reports: Reports) => Mounted;

/** Leads from an element to what it is in the page, and pages do not find it. */
const mountedKey = Symbol('mounted');

/**
 * What an element with the number of a card is in the page.
 * @throws IntegrationError for what is no such element, or is not mounted
 */
export function mountedCard<M extends Mounted>(element: unknown, kind: MountedClass<M>): M {
  const isObject = typeof element === 'object' && element !== null;
  const mounted = isObject
    ? (element as {[mountedKey]?: () => Mounted | undefined})[mountedKey]?.()
    : undefined;
  if (mounted instanceof kind && (mounted.type === 'card' || mounted.type === 'cardNumber')) {
    return mounted;
  }
  throw new IntegrationError(refusals.noData);
}

/**
 * An element, as `elements.create` returns it. Methods and events: Stripe's documentation. The
 * methods are fields, because pages call them on proxies too, which have no private members: Vue
 * makes one of whatever is put into a ref.
 */
export class CardElement<T extends ElementType> {
  readonly #type: T;
  readonly #mount: Mount;
  readonly #forget: () => void;
  readonly #listeners = new Listeners<EventsOf<T>>();
  #options: Partial<OptionsOf[T]>;
  #state = emptyState;
  #isCollapsed = false;
  #mounted?: Mounted;
  #isDestroyed = false;

  /** @param forget called when the element is destroyed */
  constructor(type: T, options: OptionsOf[T], mount: Mount, forget: () => void) {
    warnOfUnknown('create()', options, elementTypes[type].options);
    this.#type = type;
    this.#options = options;
    this.#mount = mount;
    this.#forget = forget;
  }

  readonly [mountedKey] = () => this.#mounted;

  readonly mount = (container: string | HTMLElement): void => {
    this.#refuseDestroyed();
    const node = containerAt(container);
    if (this.#mounted?.isIn(node)) return;
    if (this.#mounted) throw new IntegrationError(refusals.mounted);
    this.#mounted = this.#mount(node, this.#options, this.#reports());
  };

  readonly unmount = (): void => {
    this.#refuseDestroyed();
    this.#mounted?.unmount();
    this.#mounted = undefined;
  };

  readonly destroy = (): void => {
    this.unmount();
    this.#isDestroyed = true;
    this.#forget();
  };

  readonly clear = (): void => {
    this.#refuseDestroyed();
    this.#mounted?.clear();
  };

  readonly focus = (): void => {
    this.#refuseDestroyed();
    this.#mounted?.focus();
  };

  readonly blur = (): void => {
    this.#refuseDestroyed();
    this.#mounted?.blur();
  };

  readonly update = (options: Partial<OptionsOf[T]>): this => {
    this.#refuseDestroyed();
    const {options: all, fixed} = elementTypes[this.#type];
    const known = all.filter(name => !fixed.includes(name));
    warnOfUnknown('update()', options, known);
    this.#options = {...this.#options, ...options};
    this.#mounted?.update(this.#options);
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

  #reports(): Reports {
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
      message: `The ${elementType} Element did not load.`,
    } as const;
    this.#listeners.emit('loaderror', {elementType, error});
  }

  #refuseDestroyed(): void {
    if (this.#isDestroyed) throw new IntegrationError(refusals.destroyed);
  }
}
