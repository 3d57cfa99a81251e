import type {StripeElementClasses, StripeError} from '@stripe/stripe-js';
import type {FieldState} from '../frames/field-state.js';
import type {FieldType} from '../frames/field-types.js';
import {isFromFrame, type FieldOptions, type FromFrame, type ToFrame} from '../frames/messages.js';
import {Port} from '../frames/port.js';
import type {Answer, ApiRequest} from '../frames/requests.js';
import {elementTypes} from './element-types.js';
import {createFieldFrame, createHolder, setHeight} from './frame.js';
import {IntegrationError, refusals} from '../../stripe-js/integration-error.js';
import {PendingAnswers} from './pending-answers.js';
import {randomId} from './random-id.js';
import {sandboxOrigin} from './served.js';
import {StateClasses} from './state-classes.js';

/** How long a frame that has loaded may take to speak up, in milliseconds. */
const helloLimit = 10_000;

const emptyState: FieldState = {empty: true, complete: false, autofilled: false};

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
  readonly defaultValues?: {readonly billingDetails?: object};
}

/** Fields that together take one card, and what they have in common. */
export interface FieldGroup {
  /** Those in the page. */
  readonly mounted: Set<MountedField>;
  /** Language tags, the preferred first. */
  readonly locales: readonly string[];
}

/** Options for the frame: what else a page may have put among them, such as functions, stays. */
const frameOptions = [
  'style',
  'placeholder',
  'disabled',
  'readOnly',
  'hidePostalCode',
  'value',
  'showIcon',
  'hideIcon',
  'iconStyle',
] as const satisfies readonly (keyof FieldOptions)[];

/** Where the rest of a card is that has its number in a field of its own. */
const splitTypes: readonly FieldType[] = ['cardNumber', 'cardExpiry', 'cardCvc'];

/** A field in the page, from `mount` to `unmount`: its nodes, and the line to its frame. */
export class MountedField {
  readonly type: FieldType;
  readonly #container: HTMLElement;
  readonly #group: FieldGroup;
  readonly #reports: FieldReports;
  readonly #classes: StateClasses;
  readonly #frame: HTMLIFrameElement;
  readonly #port: Port<ToFrame, FromFrame>;
  readonly #unmounting = new AbortController();
  readonly #pending = new PendingAnswers();
  /** What was asked of the frame before it could listen. */
  readonly #outbox: ToFrame[] = [];
  #options: MountOptions;
  #state = emptyState;
  #cvcLength?: number;
  #isReady = false;

  /** @param group this field adds itself to those of it that are mounted */
  constructor(
    type: FieldType,
    container: HTMLElement,
    options: MountOptions,
    group: FieldGroup,
    reports: FieldReports,
  ) {
    this.type = type;
    this.#container = container;
    this.#options = options;
    this.#group = group;
    this.#reports = reports;
    this.#classes = new StateClasses(container);
    const channel = randomId();
    this.#frame = createFieldFrame({
      path: '/frames/field.html',
      query: {type, dir: document.dir === 'rtl' ? 'rtl' : 'ltr', lang: group.locales.join()},
      title: elementTypes[type].title,
      channel,
    });
    this.#port = new Port<ToFrame, FromFrame>({
      other: () => this.#frame.contentWindow,
      origin: sandboxOrigin,
      channel,
      accepts: isFromFrame,
      receive: message => this.#receive(message),
      signal: this.#unmounting.signal,
    });
    this.#insert();
    group.mounted.add(this);
  }

  /** Whether the field can be asked: its page may have thrown the frame out without `unmount`. */
  get isReady(): boolean {
    return this.#isReady && this.#frame.isConnected;
  }

  /** What the page knows of the customer, of a Payment Element. */
  get billingDetails(): object | undefined {
    return this.#options.defaultValues?.billingDetails;
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

  /** Shows what is wrong, what is missing included, and returns the first of it. */
  async check(): Promise<StripeError | undefined> {
    this.#refuseUnready([this]);
    const {error} = await this.#pending.ask(id => this.#send({type: 'check', id}));
    return error;
  }

  /**
   * Has the frame send a request with the whole card.
   * Rejects with an IntegrationError when a field of the card is not ready, or unmounted meanwhile.
   */
  async request(request: ApiRequest): Promise<Answer> {
    const siblings = this.#siblings;
    this.#refuseUnready([this, ...siblings]);
    const names = siblings.map(field => field.#frame.name);
    return this.#pending.ask(id => this.#send({type: 'request', id, siblings: names, request}));
  }

  unmount(): void {
    this.#unmounting.abort();
    this.#group.mounted.delete(this);
    this.#container.replaceChildren();
    this.#classes.remove();
    this.#pending.abandon();
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

  #send(message: ToFrame): void {
    if (this.#isReady) this.#port.send(message);
    else this.#outbox.push(message);
  }

  #receive(message: FromFrame): void {
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
      case 'answer':
        return this.#pending.settle(message.id, message.answer);
      case 'settled':
        // Of a challenge alone.
        return;
    }
  }

  /** The frame has loaded; again if it was moved in the document, and then without its value. */
  #greet(): void {
    this.#isReady = false;
    this.#pending.abandon();
    if (!this.#state.empty) this.#changed(emptyState);
    this.#sendOptions();
  }

  #sendOptions(): void {
    const given = Object.fromEntries(frameOptions.map(name => [name, this.#options[name]]));
    // Proxies, as frameworks hand them over, cannot be cloned into another window.
    const options = JSON.parse(JSON.stringify(given)) as FieldOptions;
    this.#port.send({type: 'options', options});
  }

  #ready(): void {
    this.#isReady = true;
    for (const message of this.#outbox.splice(0)) this.#port.send(message);
    for (const field of this.#group.mounted) this.#shareCvcLength(field);
    this.#reports.ready();
  }

  #changed(state: FieldState, cvcLength?: number): void {
    this.#state = state;
    this.#cvcLength = cvcLength;
    const {empty, complete, error, autofilled} = state;
    this.#classes.set({empty, complete, invalid: error !== undefined, webkitAutofill: autofilled});
    for (const field of this.#group.mounted) field.#shareCvcLength(this);
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

  get #siblings(): MountedField[] {
    if (!splitTypes.includes(this.type)) return [];
    return [...this.#group.mounted].filter(
      field => field !== this && splitTypes.includes(field.type),
    );
  }

  #refuseUnready(fields: readonly MountedField[]): void {
    if (!fields.every(field => field.isReady)) throw new IntegrationError(refusals.noData);
  }
}
