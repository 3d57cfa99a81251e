import type {StripeElementClasses, TokenResult} from '@stripe/stripe-js';
import type {FieldState} from '../frames/card-input.js';
import type {FieldType} from '../frames/field-types.js';
import {isFromField, type FieldOptions, type FromField, type ToField} from '../frames/messages.js';
import {Port} from '../frames/port.js';
import {createFrame, createHolder, setHeight} from './frame.js';
import {IntegrationError, refusals} from './integration-error.js';
import {randomId} from './random-id.js';
import {sandboxOrigin} from './served.js';
import {StateClasses} from './state-classes.js';

/** How long a frame that has loaded may take to speak up, in milliseconds. */
const helloLimit = 10_000;

const emptyState: FieldState = {empty: true, complete: false};

export interface FieldReports {
  ready(): void;
  change(state: FieldState): void;
  focus(): void;
  blur(): void;
  escape(): void;
  /** The frame did not load. */
  fail(): void;
}

export interface MountOptions extends FieldOptions {
  readonly classes?: StripeElementClasses;
}

interface Waiting {
  resolve(result: TokenResult): void;
  reject(error: IntegrationError): void;
}

/** A field in the page, from `mount` to `unmount`: its nodes, and the line to its frame. */
export class MountedField {
  readonly type: FieldType;
  readonly #container: HTMLElement;
  readonly #group: Set<MountedField>;
  readonly #reports: FieldReports;
  readonly #classes: StateClasses;
  readonly #frame: HTMLIFrameElement;
  readonly #port: Port<ToField, FromField>;
  readonly #unmounting = new AbortController();
  readonly #waiting = new Map<string, Waiting>();
  /** What was asked of the frame before it could listen. */
  readonly #outbox: ToField[] = [];
  #options: MountOptions;
  #state = emptyState;
  #cvcLength?: number;
  #isReady = false;

  /** @param group the mounted fields of the same card; this one adds itself */
  constructor(
    type: FieldType,
    container: HTMLElement,
    options: MountOptions,
    group: Set<MountedField>,
    reports: FieldReports,
  ) {
    this.type = type;
    this.#container = container;
    this.#options = options;
    this.#group = group;
    this.#reports = reports;
    this.#classes = new StateClasses(container);
    const channel = randomId();
    this.#frame = createFrame(type, channel);
    this.#port = new Port<ToField, FromField>({
      other: () => this.#frame.contentWindow,
      origin: sandboxOrigin,
      channel,
      accepts: isFromField,
      receive: message => this.#receive(message),
      signal: this.#unmounting.signal,
    });
    this.#insert();
    group.add(this);
  }

  /** Whether the field can be asked: its page may have thrown the frame out without `unmount`. */
  get isReady(): boolean {
    return this.#isReady && this.#frame.isConnected;
  }

  isIn(container: HTMLElement): boolean {
    return this.#container === container;
  }

  update(options: MountOptions): void {
    this.#options = options;
    this.#classes.use(options.classes);
    if (this.#isReady) this.#sendOptions();
  }

  focus(): void {
    // The frame can focus its input only once the page has let it have the focus; WebKit allows
    // even that only after a click or a key (Stripe says the same of its fields on iOS).
    this.#frame.focus();
    this.#send({type: 'focus'});
  }

  blur(): void {
    this.#send({type: 'blur'});
  }

  clear(): void {
    this.#send({type: 'clear'});
  }

  /**
   * Has the frame make a token of the whole card.
   * Rejects with an IntegrationError when a field of the card is not ready, or unmounted meanwhile.
   * @param params of the request, except the card's own
   */
  tokenize(params: Readonly<Record<string, string>>): Promise<TokenResult> {
    const fields = [...this.#group];
    if (!fields.every(field => field.isReady)) {
      return Promise.reject(new IntegrationError(refusals.noData));
    }
    const siblings = fields.filter(field => field !== this).map(field => field.#frame.name);
    const id = randomId();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {resolve, reject});
      this.#send({type: 'tokenize', id, siblings, params});
    });
  }

  unmount(): void {
    this.#unmounting.abort();
    this.#group.delete(this);
    this.#container.replaceChildren();
    this.#classes.remove();
    this.#abandon();
  }

  #insert(): void {
    const {signal} = this.#unmounting;
    if (this.#container.hasChildNodes()) {
      console.warn('This Element will be mounted to a DOM element that contains child nodes.');
    }
    this.#container.replaceChildren(createHolder(this.#frame, () => this.focus()));
    this.#classes.use(this.#options.classes);
    this.#frame.addEventListener('load', () => this.#expectHello(), {signal});
    document.addEventListener('click', event => this.#clicked(event), {signal});
  }

  /** A frame that cannot be had still loads: an error page. So it is its silence that tells. */
  #expectHello(): void {
    const timer = setTimeout(() => {
      if (!this.#isReady) this.#reports.fail();
    }, helloLimit);
    this.#unmounting.signal.addEventListener('abort', () => clearTimeout(timer));
  }

  /** A click on the container's label focuses the field, as it would a native one. */
  #clicked({target, defaultPrevented}: Event): void {
    if (defaultPrevented) return;
    const label = target instanceof Element ? target.closest('label') : null;
    if (!label) return;
    const {id} = this.#container;
    if ((id !== '' && label.htmlFor === id) || label.contains(this.#container)) this.focus();
  }

  #send(message: ToField): void {
    if (this.#isReady) this.#port.send(message);
    else this.#outbox.push(message);
  }

  #receive(message: FromField): void {
    switch (message.type) {
      case 'hello':
        return this.#greet();
      case 'ready':
        return this.#ready();
      case 'resize':
        return setHeight(this.#frame, message.height);
      case 'change':
        return this.#changed(message.state, message.cvcLength);
      case 'focus':
        this.#classes.set({focus: true});
        return this.#reports.focus();
      case 'blur':
        this.#classes.set({focus: false});
        return this.#reports.blur();
      case 'escape':
        return this.#reports.escape();
      case 'submit':
        return this.#submit();
      case 'tokenized':
        return this.#settle(message.id, message.result);
    }
  }

  /** The frame has loaded; again if it was moved in the document, and then without its value. */
  #greet(): void {
    this.#isReady = false;
    this.#abandon();
    if (!this.#state.empty) this.#changed(emptyState);
    this.#sendOptions();
  }

  #sendOptions(): void {
    const {style, placeholder, disabled} = this.#options;
    this.#port.send({type: 'options', options: {style, placeholder, disabled}});
  }

  #ready(): void {
    this.#isReady = true;
    for (const message of this.#outbox.splice(0)) this.#port.send(message);
    for (const field of this.#group) this.#shareCvcLength(field);
    this.#reports.ready();
  }

  #changed(state: FieldState, cvcLength?: number): void {
    this.#state = state;
    this.#cvcLength = cvcLength;
    const {empty, complete, error} = state;
    this.#classes.set({empty, complete, invalid: error !== undefined});
    for (const field of this.#group) field.#shareCvcLength(this);
    this.#reports.change(state);
  }

  /** How long a security code is follows from the card number, in another frame. */
  #shareCvcLength(number: MountedField): void {
    if (this.type !== 'cardCvc' || number.type !== 'cardNumber' || !this.#isReady) return;
    this.#port.send({type: 'cvcLength', length: number.#cvcLength});
  }

  /** Enter in a field submits the form around it, with its `submit` event and its validation. */
  #submit(): void {
    const button = document.createElement('input');
    button.type = 'submit';
    button.hidden = true;
    this.#container.append(button);
    button.click();
    button.remove();
  }

  #settle(id: string, result: TokenResult): void {
    this.#waiting.get(id)?.resolve(result);
    this.#waiting.delete(id);
  }

  #abandon(): void {
    for (const waiting of this.#waiting.values()) {
      waiting.reject(new IntegrationError(refusals.noData));
    }
    this.#waiting.clear();
  }
}
