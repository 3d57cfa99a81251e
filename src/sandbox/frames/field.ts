import {brandOf} from '../cards/brands.js';
import {CardInput} from './card-input.js';
import {partsNamed, type CardPart} from './card-parts.js';
import {cvcRules} from './cvc.js';
import {expiryRules} from './expiry.js';
import type {FieldError} from './faults.js';
import type {FieldState} from './field-state.js';
import {isFieldType, isInputType, type FieldType, type InputType} from './field-types.js';
import {Icon} from './icon.js';
import {sheetOf} from './look.js';
import {isToFrame, type FieldOptions, type FromFrame, type ToFrame} from './messages.js';
import {numberRules} from './number.js';
import {pageLine} from './page-line.js';
import {Port} from './port.js';
import {postalRules} from './postal.js';
import {send, type Answer} from './requests.js';
import type {Rules} from './rules.js';
import {languageOf} from './words.js';

const rules: Record<InputType, Rules> = {
  number: numberRules,
  expiry: expiryRules,
  cvc: cvcRules(),
  postal: postalRules,
};

/** A field's document: its inputs, and the line to the page that shows it. */
class Field implements CardPart {
  readonly #type: FieldType;
  readonly #inputs = new Map<InputType, CardInput>();
  /** The page's own, by input: its option of this name may come and go. */
  readonly #placeholders = new Map<CardInput, string>();
  readonly #icon = new Icon();
  readonly #port: Port<FromFrame, ToFrame>;
  #options: FieldOptions = {};
  #cvcLength?: number;
  #reported = '';
  #ready = false;

  /** @param line who the page is, and on which channel it listens: see `Port` */
  constructor(type: FieldType, line: {origin: string; channel: string}) {
    this.#type = type;
    for (const node of document.querySelectorAll('input')) this.#take(node);
    this.#port = new Port<FromFrame, ToFrame>({
      ...line,
      other: () => parent,
      accepts: isToFrame,
      receive: message => this.#receive(message),
    });
    this.#listen();
    this.#changed();
    window.cardPart = this;
    this.#port.send({type: 'hello'});
  }

  check(): FieldError | undefined {
    return this.#shown.map(input => input.check()).find(error => error !== undefined);
  }

  params(): Record<string, string> {
    return Object.assign({}, ...this.#shown.map(input => input.params())) as Record<string, string>;
  }

  /** The inputs that the customer is asked to fill in. */
  get #shown(): CardInput[] {
    return [...this.#inputs.values()].filter(({node}) => !node.hidden);
  }

  #take(node: HTMLInputElement): void {
    const {type} = node.dataset;
    if (!isInputType(type)) return;
    const language = languageOf([document.documentElement.lang]);
    const input = new CardInput(node, rules[type], language, () => this.#changed());
    this.#inputs.set(type, input);
    this.#placeholders.set(input, node.placeholder);
  }

  #listen(): void {
    document.addEventListener('focusin', ({relatedTarget}) => {
      if (relatedTarget === null) this.#port.send({type: 'focus'});
    });
    document.addEventListener('focusout', ({relatedTarget}) => {
      if (relatedTarget === null) this.#port.send({type: 'blur'});
    });
    document.addEventListener('keydown', event => this.#pressed(event));
    document.addEventListener('input', () => this.#advance());
    new ResizeObserver(() => this.#resized()).observe(document.body);
  }

  #pressed({key, isComposing}: KeyboardEvent): void {
    if (isComposing) return;
    if (key === 'Escape') this.#port.send({type: 'escape'});
    if (key === 'Enter') this.#port.send({type: 'submit'});
  }

  /** A full input hands the customer on to the next one. */
  #advance(): void {
    const inputs = this.#shown;
    const index = inputs.findIndex(({node}) => node === document.activeElement);
    if (index >= 0 && inputs[index]?.isFinished) inputs[index + 1]?.node.focus();
  }

  #resized(): void {
    const {height} = document.body.getBoundingClientRect();
    // Not shown, it has no height, and the page needs none.
    if (height > 0) this.#port.send({type: 'resize', height});
  }

  #receive(message: ToFrame): void {
    switch (message.type) {
      case 'options':
        return this.#apply(message.options);
      case 'cvcLength':
        return this.#inputs.get('cvc')?.useRules(cvcRules(message.length));
      case 'focus':
        return this.#shown[0]?.node.focus();
      case 'blur':
        return this.#shown.forEach(({node}) => node.blur());
      case 'clear':
        return this.#shown.forEach(input => input.clear());
      case 'check':
        return this.#answerCheck(message.id);
      case 'request':
        return void this.#answerRequest(message);
    }
  }

  #apply(options: FieldOptions): void {
    const {style = {}, disabled = false, readOnly = false, iconStyle = 'default'} = options;
    document.adoptedStyleSheets = [sheetOf(style)];
    for (const [input, placeholder] of this.#placeholders) {
      input.node.placeholder = options.placeholder ?? placeholder;
      input.node.disabled = disabled;
      input.node.readOnly = readOnly;
    }
    this.#icon.show(this.#showsIcon(options), iconStyle);
    if (!this.#ready) this.#port.send({type: 'ready'});
    this.#ready = true;
    this.#applyPostal(options);
    this.#options = options;
    this.#changed();
  }

  #showsIcon({showIcon = false, hideIcon = false}: FieldOptions): boolean {
    return this.#type === 'cardNumber' ? showIcon : !hideIcon;
  }

  #applyPostal({hidePostalCode = false, value}: FieldOptions): void {
    const postal = this.#inputs.get('postal');
    if (!postal) return;
    postal.node.hidden = hidePostalCode;
    const code = value?.postalCode;
    if (code !== undefined && code !== this.#options.value?.postalCode) postal.fill(code);
  }

  #answerCheck(id: string): void {
    const error = this.check();
    this.#port.send({type: 'answer', id, answer: error ? {error} : {object: {}}});
  }

  async #answerRequest(message: ToFrame & {type: 'request'}): Promise<void> {
    const parts = [this, ...partsNamed(message.siblings)];
    const [error] = parts.map(part => part.check()).filter(fault => fault !== undefined);
    const card = Object.assign({}, ...parts.map(part => part.params())) as Record<string, string>;
    const answer: Answer = error ? {error} : await send(message.request, card);
    this.#port.send({type: 'answer', id: message.id, answer});
  }

  #changed(): void {
    const {name, cvcLength} = brandOf(this.#inputs.get('number')?.value ?? '');
    this.#icon.showBrand(name);
    this.#useCvcLength(name === 'unknown' ? undefined : cvcLength);
    const error = document.querySelector('.error');
    if (error) error.textContent = this.#state.error?.message ?? '';
    this.#report();
  }

  /** Within one document; where the number is in another, the page tells. */
  #useCvcLength(length?: number): void {
    if (length === this.#cvcLength || !this.#inputs.has('number')) return;
    this.#cvcLength = length;
    this.#inputs.get('cvc')?.useRules(cvcRules(length));
  }

  /** Tells the page when the state is another: not at each key, so that keys cannot be counted. */
  #report(): void {
    const cvcLength = this.#cvcLength;
    const message: FromFrame = {type: 'change', state: this.#state, cvcLength};
    const report = JSON.stringify(message);
    if (this.#reported !== '' && this.#reported !== report) this.#port.send(message);
    this.#reported = report;
  }

  get #state(): FieldState {
    const inputs = this.#shown;
    const number = this.#inputs.get('number');
    const postal = this.#inputs.get('postal');
    return {
      empty: inputs.every(input => input.isEmpty),
      complete: inputs.every(input => input.isComplete),
      error: inputs.map(input => input.error).find(error => error !== undefined),
      brand: number && brandOf(number.value).name,
      postalCode: postal?.node.hidden ? '' : postal?.value,
      autofilled: inputs.some(input => input.isAutofilled),
    };
  }
}

const type = new URLSearchParams(location.search).get('type');
const line = pageLine();
if (isFieldType(type) && line) new Field(type, line);
