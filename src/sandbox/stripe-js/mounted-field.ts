import type {StripeElementLocale, StripeError} from '@stripe/stripe-js';
import {Container} from '../../stripe-js/container.js';
import type {FieldOptions} from '../../stripe-js/fields/field-options.js';
import {emptyState} from '../../stripe-js/fields/field-state.js';
import type {ElementType} from '../../stripe-js/fields/inputs.js';
import {
  cardOf,
  refuseUnready,
  type Mounted,
  type MountGroup,
  type MountOptions,
  type Reports,
} from '../../stripe-js/mounted.js';
import {isFromFrame, type FromFrame, type ToFrame} from '../frames/messages.js';
import {Port} from '../frames/port.js';
import type {Answer, ApiRequest} from '../frames/requests.js';
import {createFieldFrame, createHolder, setHeight} from './frame.js';
import {limitSilence} from './greeting.js';
import {PendingAnswers} from './pending-answers.js';
import {randomId} from './random-id.js';
import {sandboxOrigin} from './served.js';

/** What screen readers and tests find the frames by. */
const titles: Record<ElementType, string> = {
  card: 'Secure card payment input frame',
  cardNumber: 'Secure card number input frame',
  cardExpiry: 'Secure expiration date input frame',
  cardCvc: 'Secure CVC input frame',
  payment: 'Secure payment input frame',
};

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

/** A field in the page, from `mount` to `unmount`: its nodes, and the line to its frame. */
export class MountedField implements Mounted {
  readonly type: ElementType;
  readonly #group: MountGroup<MountedField>;
  readonly #reports: Reports;
  readonly #container: Container;
  readonly #frame: HTMLIFrameElement;
  readonly #port: Port<ToFrame, FromFrame>;
  readonly #unmounting = new AbortController();
  readonly #pending = new PendingAnswers();
  /** What was asked of the frame before it could listen. */
  readonly #outbox: ToFrame[] = [];
  #options: MountOptions;
  #isEmpty = true;
  #cvcLength?: number;
  #isReady = false;

  /** @param group this field adds itself to those of it that are mounted */
  constructor(
    type: ElementType,
    container: HTMLElement,
    options: MountOptions,
    group: MountGroup<MountedField>,
    reports: Reports,
  ) {
    this.type = type;
    this.#options = options;
    this.#group = group;
    this.#reports = reports;
    const channel = randomId();
    this.#frame = createFieldFrame({
      path: '/frames/field.html',
      query: {
        type,
        dir: document.dir === 'rtl' ? 'rtl' : 'ltr',
        lang: localesOf(group.options.locale).join(),
      },
      title: titles[type],
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
    const focus = () => this.focus();
    this.#container = new Container(container, createHolder(this.#frame, focus), focus);
    this.#container.classes.use(options.classes);
    this.#frame.addEventListener('load', () => this.#expectHello(), {
      signal: this.#unmounting.signal,
    });
    group.mounted.add(this);
  }

  get isReady(): boolean {
    return this.#isReady && this.#frame.isConnected;
  }

  get billingDetails(): Mounted['billingDetails'] {
    return this.#options.defaultValues?.billingDetails;
  }

  isIn(container: HTMLElement): boolean {
    return this.#container.node === container;
  }

  update(options: MountOptions): void {
    this.#options = options;
    this.#container.classes.use(options.classes);
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

  async check(): Promise<StripeError | undefined> {
    const {error} = await this.#pending.ask(id => this.#send({type: 'check', id}));
    return error;
  }

  /**
   * Has the frame send a request with the whole card.
   * Rejects with an IntegrationError when a field of the card is not ready, or unmounted meanwhile.
   */
  async request(request: ApiRequest): Promise<Answer> {
    const card = cardOf<MountedField>(this, this.#group.mounted);
    refuseUnready(card);
    const siblings = card.filter(field => field !== this).map(field => field.#frame.name);
    return this.#pending.ask(id => this.#send({type: 'request', id, siblings, request}));
  }

  unmount(): void {
    this.#unmounting.abort();
    this.#group.mounted.delete(this);
    this.#container.leave();
    this.#pending.abandon();
  }

  #expectHello(): void {
    limitSilence(() => {
      if (!this.#isReady) this.#reports.fail();
    }, this.#unmounting.signal);
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
        return this.#changed(message);
      case 'focus':
        this.#container.classes.set({focus: true});
        return this.#reports.focus();
      case 'blur':
        this.#container.classes.set({focus: false});
        return this.#reports.blur();
      case 'escape':
        return this.#reports.escape();
      case 'submit':
        return this.#container.submitForm();
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
    if (!this.#isEmpty) this.#changed({type: 'change', state: emptyState, isAutofilled: false});
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

  #changed({state, isAutofilled, cvcLength}: FromFrame & {type: 'change'}): void {
    const {empty, complete, error} = state;
    const invalid = error !== undefined;
    this.#isEmpty = empty;
    this.#cvcLength = cvcLength;
    this.#container.classes.set({empty, complete, invalid, webkitAutofill: isAutofilled});
    for (const field of this.#group.mounted) field.#shareCvcLength(this);
    this.#reports.change(state);
  }

  /** How long a security code is follows from the card number, in another frame. */
  #shareCvcLength(number: MountedField): void {
    if (this.type !== 'cardCvc' || number.type !== 'cardNumber' || !this.#isReady) return;
    this.#port.send({type: 'cvcLength', length: number.#cvcLength});
  }
}

/** The languages that a page wants its fields in, the preferred first: `auto` is the browser's. */
function localesOf(locale: StripeElementLocale = 'auto'): readonly string[] {
  return locale === 'auto' ? navigator.languages : [locale];
}
