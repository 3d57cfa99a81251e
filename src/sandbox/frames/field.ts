import {CardInputs} from '../../stripe-js/fields/card-inputs.js';
import type {FieldError} from '../../stripe-js/fields/faults.js';
import type {FieldOptions} from '../../stripe-js/fields/field-options.js';
import {
  isElementType,
  isInputType,
  type ElementType,
  type InputType,
} from '../../stripe-js/fields/inputs.js';
import {partsNamed, type CardPart} from './card-parts.js';
import {Icon} from './icon.js';
import {sheetOf} from './look.js';
import {isToFrame, type FromFrame, type ToFrame} from './messages.js';
import {pageLine} from './page-line.js';
import {Port} from './port.js';
import {send, takesCard, type Answer} from './requests.js';
import {languageOf, wordsOf} from './words.js';

/** A field's document: its inputs, and the line to the page that shows it. */
class Field implements CardPart {
  readonly #type: ElementType;
  readonly #inputs: CardInputs;
  readonly #icon = new Icon();
  readonly #port: Port<FromFrame, ToFrame>;
  #reported = '';
  #isReady = false;

  /** @param line who the page is, and on which channel it listens: see `Port` */
  constructor(type: ElementType, line: {origin: string; channel: string}) {
    this.#type = type;
    const words = wordsOf(languageOf([document.documentElement.lang]));
    this.#inputs = new CardInputs(inputNodes(), words, () => this.#changed());
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
    return this.#inputs.check();
  }

  params(): Record<string, string> {
    return this.#inputs.params();
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
    const inputs = this.#inputs.shown;
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
        return this.#inputs.useCvcLength(message.length);
      case 'focus':
        return this.#inputs.focus();
      case 'blur':
        return this.#inputs.blur();
      case 'clear':
        return this.#inputs.clear();
      case 'check':
        return this.#answerCheck(message.id);
      case 'request':
        return takesCard(message.request) ? void this.#answerRequest(message) : undefined;
    }
  }

  #apply(options: FieldOptions): void {
    const {style = {}, iconStyle = 'default'} = options;
    document.adoptedStyleSheets = [sheetOf(style)];
    this.#icon.show(this.#showsIcon(options), iconStyle);
    if (!this.#isReady) this.#port.send({type: 'ready'});
    this.#isReady = true;
    this.#inputs.use(options);
  }

  #showsIcon({showIcon = false, hideIcon = false}: FieldOptions): boolean {
    return this.#type === 'cardNumber' ? showIcon : !hideIcon;
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
    const {brand = 'unknown', error} = this.#inputs.state;
    this.#icon.showBrand(brand);
    const alert = document.querySelector('.error');
    if (alert) alert.textContent = error?.message ?? '';
    this.#mark();
    this.#report();
  }

  /** For the variants of the `style` option. */
  #mark(): void {
    for (const {node, isEmpty, isComplete, error} of this.#inputs.shown) {
      node.classList.toggle('empty', isEmpty);
      node.classList.toggle('complete', isComplete);
      node.classList.toggle('invalid', error !== undefined);
    }
  }

  /** Tells the page when the state is another: not at each key, so that keys cannot be counted. */
  #report(): void {
    const {cvcLength, shown, state} = this.#inputs;
    const isAutofilled = shown.some(({node}) => node.matches(':autofill'));
    const message: FromFrame = {type: 'change', state, isAutofilled, cvcLength};
    const report = JSON.stringify(message);
    if (this.#reported !== '' && this.#reported !== report) this.#port.send(message);
    this.#reported = report;
  }
}

function inputNodes(): (readonly [InputType, HTMLInputElement])[] {
  const nodes: [InputType, HTMLInputElement][] = [];
  for (const node of document.querySelectorAll('input')) {
    const {type} = node.dataset;
    if (isInputType(type)) nodes.push([type, node]);
  }
  return nodes;
}

const type = new URLSearchParams(location.search).get('type');
const line = pageLine();
if (isElementType(type) && line) new Field(type, line);
