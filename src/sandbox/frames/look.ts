import type {StripeElementStyle} from '@stripe/stripe-js';
import {isRecord} from './port.js';

/** Variants of the `style` option in the order in which they override each other. */
const variants = {
  base: 'input',
  complete: 'input.complete',
  empty: 'input.empty',
  invalid: 'input.invalid',
} as const;

const pseudos = [
  ':hover',
  ':focus',
  '::placeholder',
  '::selection',
  ':-webkit-autofill',
  ':disabled',
] as const;

/** What of the `style` option takes effect: Stripe's list, and the CSS of each entry. */
const allowedProperties: Readonly<Record<string, string>> = {
  backgroundColor: 'background-color',
  color: 'color',
  fontFamily: 'font-family',
  fontSize: 'font-size',
  fontSmoothing: '-webkit-font-smoothing',
  fontStyle: 'font-style',
  fontVariant: 'font-variant',
  fontWeight: 'font-weight',
  letterSpacing: 'letter-spacing',
  lineHeight: 'line-height',
  textAlign: 'text-align',
  textDecoration: 'text-decoration',
  textShadow: 'text-shadow',
  textTransform: 'text-transform',
};

/** The style sheet that an element's `style` option asks for. */
export function sheetOf(style: StripeElementStyle): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  for (const [variant, selector] of Object.entries(variants)) {
    const properties = entriesOf(style, variant);
    addRule(sheet, selector, properties);
    for (const pseudo of pseudos) addRule(sheet, selector + pseudo, entriesOf(properties, pseudo));
  }
  addIconRule(sheet, entriesOf(style, 'base').iconColor);
  return sheet;
}

function entriesOf(parent: unknown, name: string): Record<string, unknown> {
  const child = isRecord(parent) ? parent[name] : undefined;
  return isRecord(child) ? child : {};
}

/** Property by property, so that a value cannot bring a rule or a property of its own. */
function addRule(sheet: CSSStyleSheet, selector: string, values: Record<string, unknown>): void {
  const rule = sheet.cssRules[sheet.insertRule(`${selector} {}`, sheet.cssRules.length)];
  if (!(rule instanceof CSSStyleRule)) return;
  for (const [option, property] of Object.entries(allowedProperties)) {
    const value = values[option];
    if (isText(value)) rule.style.setProperty(property, String(value));
  }
}

/** The mark of the brand has a colour of its own, in the base variant alone. */
function addIconRule(sheet: CSSStyleSheet, color: unknown): void {
  const rule = sheet.cssRules[sheet.insertRule('.field .icon[data-brand] {}')];
  if (rule instanceof CSSStyleRule && isText(color)) rule.style.setProperty('color', String(color));
}

function isText(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
