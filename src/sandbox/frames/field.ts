import {brandOf} from '../cards/brands.js';
import {CardInput, type FieldState} from './card-input.js';
import {cvcRules} from './cvc.js';
import {expiryRules} from './expiry.js';
import {isFieldType, type FieldType} from './field-types.js';
import {sheetOf} from './look.js';
import {isToField, type FieldOptions, type FromField, type ToField} from './messages.js';
import {numberRules} from './number.js';
import {Port} from './port.js';
import type {Rules} from './rules.js';
import {partsNamed, tokenize} from './tokenize.js';

const rules: Record<FieldType, Rules> = {
  cardNumber: numberRules,
  cardExpiry: expiryRules,
  cardCvc: cvcRules(),
};

/** A field's document: its one input, and the line to the page that shows it. */
class Field {
  readonly #type: FieldType;
  readonly #input: HTMLInputElement;
  readonly #placeholder: string;
  readonly #card: CardInput;
  readonly #port: Port<FromField, ToField>;
  #reported = '';
  #ready = false;

  /** @param line who the page is, and on which channel it listens: see `Port` */
  constructor(type: FieldType, input: HTMLInputElement, line: {origin: string; channel: string}) {
    this.#type = type;
    this.#input = input;
    this.#placeholder = input.placeholder;
    this.#card = new CardInput(input, rules[type], () => this.#changed());
    this.#port = new Port<FromField, ToField>({
      ...line,
      other: () => parent,
      accepts: isToField,
      receive: message => this.#receive(message),
    });
    this.#listen();
    this.#changed();
    window.cardPart = this.#card;
    this.#port.send({type: 'hello'});
  }

  #listen(): void {
    const input = this.#input;
    input.addEventListener('focus', () => this.#port.send({type: 'focus'}));
    input.addEventListener('blur', () => this.#port.send({type: 'blur'}));
    input.addEventListener('keydown', event => this.#pressed(event));
    new ResizeObserver(() => this.#resized()).observe(input);
  }

  #pressed({key, isComposing}: KeyboardEvent): void {
    if (isComposing) return;
    if (key === 'Escape') this.#port.send({type: 'escape'});
    if (key === 'Enter') this.#port.send({type: 'submit'});
  }

  #resized(): void {
    const {height} = this.#input.getBoundingClientRect();
    // Not shown, it has no height, and the page needs none.
    if (height > 0) this.#port.send({type: 'resize', height});
  }

  #receive(message: ToField): void {
    switch (message.type) {
      case 'options':
        return this.#apply(message.options);
      case 'cvcLength':
        return this.#card.useRules(cvcRules(message.length));
      case 'focus':
        return this.#input.focus();
      case 'blur':
        return this.#input.blur();
      case 'clear':
        return this.#card.clear();
      case 'tokenize':
        return void this.#tokenize(message);
    }
  }

  #apply({style = {}, placeholder = this.#placeholder, disabled = false}: FieldOptions): void {
    document.adoptedStyleSheets = [sheetOf(style)];
    this.#input.placeholder = placeholder;
    this.#input.disabled = disabled;
    if (!this.#ready) this.#port.send({type: 'ready'});
    this.#ready = true;
  }

  async #tokenize({id, siblings, params}: ToField & {type: 'tokenize'}): Promise<void> {
    const result = await tokenize([this.#card, ...partsNamed(siblings)], params);
    this.#port.send({type: 'tokenized', id, result});
  }

  /** Tells the page when the state is another: not at each key, so that keys cannot be counted. */
  #changed(): void {
    const {state} = this.#card;
    this.#input.classList.toggle('empty', state.empty);
    this.#input.classList.toggle('complete', state.complete);
    this.#input.classList.toggle('invalid', state.error !== undefined);
    this.#input.ariaInvalid = String(state.error !== undefined);
    const message = this.#changeOf(state);
    const report = JSON.stringify(message);
    if (this.#reported !== '' && this.#reported !== report) this.#port.send(message);
    this.#reported = report;
  }

  #changeOf(state: FieldState): FromField {
    if (this.#type !== 'cardNumber') return {type: 'change', state};
    const {name, cvcLength} = brandOf(this.#card.value);
    return {
      type: 'change',
      state: {...state, brand: name},
      cvcLength: name === 'unknown' ? undefined : cvcLength,
    };
  }
}

const type = new URLSearchParams(location.search).get('type');
const line = new URLSearchParams(location.hash.slice(1));
const input = document.querySelector('input');
const origin = line.get('origin');
const channel = line.get('channel');
if (isFieldType(type) && input && origin && channel) new Field(type, input, {origin, channel});
