import {html, nothing, type TemplateResult} from 'lit';
import type {Checkout} from '../checkout/checkout.js';
import type {FieldErrors} from '../checkout/field-errors.js';
import type {FieldName} from '../errors.js';
import type {CardField} from '../gateways/gateway.js';
import type {Words} from '../locales/en.js';
import {errorWords} from '../locales/error-words.js';
import type {Draft} from './draft.js';

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
  if (state.name === 'unavailable' || state.name === 'unconfirmed') return {form: state.error};
  return state.name === 'refused' ? state.errors : {};
}

/** The places where there may be something to say, from top to bottom. */
export function fieldsOf(
  {cardFields}: Checkout,
  addressFields: readonly FieldName[] = [],
): readonly FieldName[] {
  return ['email', ...cardFields, 'postalCode', ...addressFields, 'form'];
}

/** While the card is on its way, nothing that belongs to it may change. */
export function isLocked({state}: Checkout): boolean {
  return /^(tokenizing|delivering|leaving|unconfirmed)$/.test(state.name);
}

/** What stands in an input of ours, without the spaces around it; empty where it is not shown. */
export function typedIn(root: ParentNode, name: FieldName): string {
  const input = root.querySelector<HTMLInputElement | HTMLSelectElement>(`#${name}`);
  return input?.value.trim() ?? '';
}

/** What the functions that draw a part of the dialog need of it. */
export interface Drawn {
  readonly checkout: Checkout;
  readonly words: Words;
  readonly draft: Draft;
}

export function renderInput(drawn: Drawn, field: InputField): TemplateResult {
  const {checkout, draft} = drawn;
  const {name, label, autocomplete, type = 'text', value = ''} = field;
  const bad = !!errorsOf(checkout)[name];
  const handleInput = ({target}: Event) => {
    draft.set(name, (target as HTMLInputElement).value);
    checkout.edit(name);
  };
  return html`<label part="label" for=${name}>${label}</label>
    <input
      class="box"
      part="field"
      id=${name}
      type=${type}
      autocomplete=${autocomplete}
      maxlength="254"
      .defaultValue=${draft.get(name) || value}
      ?readonly=${isLocked(checkout)}
      aria-invalid=${bad}
      aria-describedby=${bad ? `${name}-message` : nothing}
      @input=${handleInput}
    />
    ${renderMessage(drawn, name)}`;
}

export function renderEmail(drawn: Drawn): TemplateResult {
  const field = {
    name: 'email',
    label: drawn.words.fields.email,
    type: 'email',
    autocomplete: 'email',
    value: drawn.checkout.options.email,
  } as const;
  return html`<div>${renderInput(drawn, field)}</div>`;
}

export function renderPostalCode(drawn: Drawn): TemplateResult {
  const field = {
    name: 'postalCode',
    label: drawn.words.fields.postalCode,
    autocomplete: 'postal-code',
  } as const;
  return html`<div>${renderInput(drawn, field)}</div>`;
}

/** Where addresses will be asked for, until their form is there. */
export function renderAddressPlace({checkout}: Drawn): typeof nothing | TemplateResult {
  const {billingAddress, shippingAddress} = checkout.options;
  return billingAddress || shippingAddress ? html`<div class="box placeholder"></div>` : nothing;
}

/** The place of the provider's field for a part of the card. */
export function renderCardField(drawn: Drawn, field: CardField): TemplateResult {
  const {checkout, words} = drawn;
  const width = field === 'expiry' || field === 'cvc' ? 'half' : '';
  const bad = errorsOf(checkout)[field] ? 'bad' : '';
  const focused = checkout.focused === field ? 'focused' : '';
  const handleClick = () => checkout.focus(field);
  // The one field for all of a card has labels of its own.
  const label = field !== 'card' && words.fields[field];
  return html`<div class="card ${width} ${bad} ${focused}">
    ${label ? html`<label part="label" @click=${handleClick}>${label}</label>` : nothing}
    <div class=${field === 'card' ? 'whole' : 'box'} part="field"><slot name=${field}></slot></div>
    ${renderMessage(drawn, field)}
  </div>`;
}

export function renderMessage(
  {checkout, words}: Drawn,
  field: FieldName,
): typeof nothing | TemplateResult {
  const error = errorsOf(checkout)[field];
  return error
    ? html`<p class="message" part="message" id="${field}-message">${errorWords(error, words)}</p>`
    : nothing;
}
