import {html, nothing} from 'lit';
import type {Checkout} from '../checkout/checkout.js';
import type {FieldErrors} from '../checkout/details.js';
import type {FieldName} from '../errors.js';
import type {CardField} from '../gateways/gateway.js';
import type {Words} from '../locales/en.js';
import {errorWords} from '../locales/error-words.js';

/** An input of ours. What the customer types stays in it until it is read. */
export interface InputField {
  readonly name: FieldName;
  readonly label: string;
  readonly autocomplete: string;
  readonly type?: 'email' | 'text';
  /** What stands in it at first. */
  readonly value?: string;
}

/** What there is to say, by the place where to say it. */
export function errorsOf({state}: Checkout): FieldErrors {
  if (state.name === 'unavailable') return {form: state.error};
  return state.name === 'refused' ? state.errors : {};
}

/** While the card is on its way, nothing that belongs to it may change. */
export function isLocked({state}: Checkout): boolean {
  return state.name === 'tokenizing';
}

/** What stands in an input of ours, without the spaces around it; empty where it is not shown. */
export function typedIn(root: ParentNode, name: FieldName): string {
  const input = root.querySelector<HTMLInputElement | HTMLSelectElement>(`#${name}`);
  return input?.value.trim() ?? '';
}

/** What a part of the dialog shows of it. */
export interface Drawn {
  readonly checkout: Checkout;
  readonly words: Words;
}

export function renderInput(drawn: Drawn, field: InputField) {
  const {checkout} = drawn;
  const {name, label, autocomplete, type = 'text', value = ''} = field;
  const bad = !!errorsOf(checkout)[name];
  return html`<label for=${name}>${label}</label>
    <input
      class="box"
      id=${name}
      type=${type}
      autocomplete=${autocomplete}
      maxlength="254"
      .defaultValue=${value}
      ?readonly=${isLocked(checkout)}
      aria-invalid=${bad}
      aria-describedby=${bad ? `${name}-message` : nothing}
      @input=${() => checkout.edit(name)}
    />
    ${renderMessage(drawn, name)}`;
}

/** The place of the provider's field for a part of the card. */
export function renderCardField(drawn: Drawn, field: CardField) {
  const {checkout, words} = drawn;
  const width = field === 'number' ? '' : 'half';
  const bad = errorsOf(checkout)[field] ? 'bad' : '';
  return html`<div class="card ${width} ${bad}">
    <label @click=${() => checkout.focus(field)}>${words.fields[field]}</label>
    <div class="box"><slot name=${field}></slot></div>
    ${renderMessage(drawn, field)}
  </div>`;
}

export function renderMessage({checkout, words}: Drawn, field: FieldName) {
  const error = errorsOf(checkout)[field];
  return error
    ? html`<p class="message" id="${field}-message">${errorWords(error, words)}</p>`
    : nothing;
}
