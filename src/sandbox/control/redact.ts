import type {Form, FormValue} from '../api/form.js';

/** Parameters that are hidden whatever they are. */
const secrets: ReadonlySet<string> = new Set(['client_secret', 'cvc', 'key', 'number']);

/** What may be the number of a card, with spaces or dashes between its digits. */
const cardNumber = /\d(?:[ -]?\d){11,18}/g;

/** What opens something: API keys, signing secrets, client secrets. */
const secretText =
  /\b((?:[spr]k_(?:test|live)|whsec)_|(?:pi|seti)_\w+_secret_|src_client_secret_)\w+/g;

/** A text without card numbers and secrets. */
export function redactText(text: string): string {
  return text.replaceAll(cardNumber, '[card number]').replaceAll(secretText, '$1[hidden]');
}

/** Parameters without card numbers and secrets. */
export function redactForm(form: Form): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [redactText(name), redactValue(name, value)]),
  );
}

function redactValue(name: string, value: FormValue): unknown {
  if (typeof value === 'string') return secrets.has(name) ? '[hidden]' : redactText(value);
  if (Array.isArray(value)) return value.map(item => redactValue(name, item));
  return value && redactForm(value);
}
