import {
  elementInputs,
  inputTypes,
  type ElementType,
  type InputType,
} from '../../stripe-js/fields/inputs.js';
import {iconMarkup, iconStyles} from './icon.js';
import {wordsOf, type Language} from './words.js';

type Direction = 'ltr' | 'rtl';

/** The document of a field's frame. Its title and a comment say what it is: not Stripe. */
export function fieldPage(type: ElementType, direction: Direction, language: Language): string {
  const inputs = elementInputs[type].map(input => inputMarkup(input, language, type === 'payment'));
  const icon = type === 'cardExpiry' || type === 'cardCvc' ? '' : iconMarkup;
  return framePage({
    language,
    direction,
    script: 'field.js',
    body: `<div class="field ${type}">
${icon}
${inputs.join('\n')}
${type === 'payment' ? paymentFoot : ''}
</div>`,
  });
}

/** The document of the frame that shows nothing, and sends what has no card. */
export function controllerPage(): string {
  return framePage({language: 'en', direction: 'ltr', script: 'controller.js', body: ''});
}

/** A Payment Element shows what is wrong itself, for its events do not tell. */
const paymentFoot = `<p class="error" role="alert"></p>
<p class="notice" lang="en" dir="ltr">Test sandbox, not Stripe</p>`;

interface FramePage {
  readonly language: Language;
  readonly direction: Direction;
  readonly script: string;
  readonly body: string;
}

function framePage({language, direction, script, body}: FramePage): string {
  return `<!doctype html>
<!-- Test sandbox, not Stripe. -->
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Test sandbox, not Stripe</title>
<link rel="stylesheet" href="field.css">
<script src="${script}" defer></script>
</head>
<body>
${body}
</body>
</html>
`;
}

function inputMarkup(type: InputType, language: Language, hasCaption: boolean): string {
  const {name, autocomplete} = inputTypes[type];
  const {labels, placeholders, captions} = wordsOf(language);
  const input = `<input name="${name}" aria-label="${labels[type]}" autocomplete="${autocomplete}" placeholder="${placeholders[type]}"
  data-type="${type}" inputmode="numeric" autocorrect="off" spellcheck="false" aria-invalid="false" dir="ltr" type="text">`;
  return hasCaption ? `<label class="${type}">${captions[type]} ${input}</label>` : input;
}

/** Defaults as in Stripe's fields: one line of 16 pixels on whatever the page has behind it. */
export const fieldStyles = `:root {
  color-scheme: only light;
}
body {
  margin: 0;
  font: 16px/1.2em 'Helvetica Neue', Helvetica, Arial, sans-serif;
}
.field {
  display: flex;
  align-items: center;
}
.field [hidden] {
  display: none;
}
input {
  display: block;
  box-sizing: border-box;
  width: 100%;
  min-width: 0;
  margin: 0;
  padding: 0;
  border: 0;
  outline: 0;
  background: transparent;
  color: black;
  font: 16px/1.2em 'Helvetica Neue', Helvetica, Arial, sans-serif;
}
input::placeholder {
  color: #757575;
  opacity: 1;
}
/* Digits run from left to right in every language, but stand where the page's text does. */
[dir='rtl'] input {
  text-align: right;
}
/* Where there is no room for one line it takes two; Stripe's moves the number out of sight. */
.card {
  flex-wrap: wrap;
  gap: 0 0.5em;
}
.card .icon {
  margin: 0;
}
.card input {
  flex: none;
  width: 3.4em;
}
.card input[name='cardnumber'] {
  flex: 1 1 9.7em;
}
.card input[name='exp-date'] {
  width: 4.2em;
}
.card input[name='cvc'] {
  width: 2.4em;
}
.payment {
  display: grid;
  grid-template-columns: 1fr 1fr;
  gap: 12px;
  position: relative;
  padding: 2px;
}
.payment label {
  color: #30313d;
  font-size: 14px;
}
.payment .number {
  grid-column: 1 / -1;
}
.payment input {
  margin-top: 4px;
  padding: 12px;
  border: 1px solid #767680;
  border-radius: 5px;
  background: white;
}
.payment input:focus {
  border-color: #0a63c9;
  box-shadow: 0 0 0 1px #0a63c9;
}
.payment input.invalid {
  border-color: #b3261e;
}
.payment .icon {
  position: absolute;
  inset-block-start: 36px;
  inset-inline-end: 4px;
}
.error,
.notice {
  grid-column: 1 / -1;
  margin: 0;
  font-size: 13px;
}
.error {
  color: #b3261e;
}
.error:empty {
  display: none;
}
.notice {
  color: #5c5d68;
}
${iconStyles}`;
