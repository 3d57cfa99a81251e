import {fieldTypes, type FieldType} from './field-types.js';

export type Direction = 'ltr' | 'rtl';

/** The document of a field's frame. Its title and a comment say what it is: not Stripe. */
export function fieldPage(type: FieldType, direction: Direction): string {
  const {name, label, autocomplete, placeholder} = fieldTypes[type];
  return `<!doctype html>
<!-- Test sandbox, not Stripe. -->
<html lang="en" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Test sandbox, not Stripe</title>
<link rel="stylesheet" href="field.css">
<script src="field.js" defer></script>
</head>
<body>
<input name="${name}" aria-label="${label}" autocomplete="${autocomplete}" placeholder="${placeholder}"
  inputmode="numeric" autocorrect="off" spellcheck="false" aria-invalid="false" dir="ltr" type="text">
</body>
</html>
`;
}

/** Defaults as in Stripe's fields: one line of 16 pixels on whatever the page has behind it. */
export const fieldStyles = `:root {
  color-scheme: only light;
}
body {
  margin: 0;
}
input {
  display: block;
  box-sizing: border-box;
  width: 100%;
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
`;
