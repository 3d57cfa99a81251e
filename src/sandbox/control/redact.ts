import type {Form, FormValue} from '../api/form.js';

/** Parameters that are hidden whatever they are, with all that is below them. */
const secrets: ReadonlySet<string> = new Set([
  'client_secret',
  'csc',
  'cvc',
  'cvv',
  'key',
  'number',
  'pan',
  'security_code',
]);

/** What is shown of a card; all else below it may be its number or its CVC, badly named. */
const shownOfCard: ReadonlySet<string> = new Set([
  'address_city',
  'address_country',
  'address_line1',
  'address_line2',
  'address_state',
  'address_zip',
  'currency',
  'exp_month',
  'exp_year',
  'name',
  'token',
]);

/** What may be the number of a card, with whatever between its digits that is no letter. */
const cardNumber = /\p{Nd}(?:[^\p{L}\p{N}]*\p{Nd}){11,}/gu;

/** What opens something: API keys, signing secrets, client secrets. */
const secretText =
  /\b((?:[spr]k_(?:test|live)|whsec)_|(?:pi|seti)_\w+_secret_|src_client_secret_)\w+/g;

const hidden = '[hidden]';

/** How much is kept of one text, in characters. */
const longestText = 300;

/** How much is kept of one request's parameters, in characters of JSON. */
const largestForm = 10_000;

/** A text without card numbers and secrets; of a long one, its beginning. */
export function redactText(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replaceAll(cardNumber, '[card number]')
    .replaceAll(secretText, '$1[hidden]');
  return plain.length > longestText ? `${plain.slice(0, longestText)}…` : plain;
}

/** A request's path, as people read it. */
export function redactPath(path: string): string {
  try {
    return redactText(decodeURIComponent(path));
  } catch {
    // Percent signs that encode nothing.
    return redactText(path);
  }
}

/** Parameters without card numbers and secrets; too many of them are only counted. */
export function redactForm(form: Form): Record<string, unknown> {
  const shown = redactFields(form, false);
  const isTooLarge = JSON.stringify(shown).length > largestForm;
  return isTooLarge ? {'…': `${Object.keys(form).length} parameters`} : shown;
}

function redactFields(form: Form, isOfCard: boolean): Record<string, unknown> {
  const fields = Object.entries(form).map(([name, value]) => {
    return [redactText(name), redactValue(wordsOf(name), value, isOfCard)];
  });
  return Object.fromEntries(fields) as Record<string, unknown>;
}

function redactValue(words: readonly string[], value: FormValue, isOfCard: boolean): unknown {
  if (value === undefined) return undefined;
  const isShown = !isOfCard || (typeof value === 'string' && shownOfCard.has(words.join()));
  if (!isShown || words.some(word => secrets.has(word))) return hidden;
  if (typeof value === 'string') return redactText(value);
  if (Array.isArray(value)) return value.map(item => redactValue(words, item, isOfCard));
  return redactFields(value, words.includes('card'));
}

/** What a name is made of: below five levels the rest of the brackets are in it, as `cvc][`. */
function wordsOf(name: string): string[] {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^a-z0-9_]+/)
    .filter(Boolean);
}
