import type {CheckoutView} from '../checkout/view.js';
import {member, rootElement, windowNumber} from '../page/platform.js';

/**
 * What merchants may set, on the button or on any element around it, of the dialog's look. See
 * `theme.styles.ts` for what each is when nobody sets it.
 */
const properties = [
  'accent',
  'accent-text',
  'surface',
  'field',
  'text',
  'muted',
  'line',
  'error',
  'radius',
  'font',
].map(name => `--pay-${name}`);

/** The dialog lies on the body, where it inherits nothing of what was set around its button. */
export function carryTheme(from: Element, to: HTMLElement): void {
  const style = getComputedStyle(from);
  for (const name of properties) to.style.setProperty(name, style.getPropertyValue(name));
}

/** The look that the provider's fields take over from the dialog around them. */
export function lookOf(dialog: HTMLElement): CheckoutView['look'] {
  const style = getComputedStyle(dialog);
  return {
    color: style.color,
    placeholderColor: style.getPropertyValue('--_muted').trim(),
    errorColor: style.getPropertyValue('--_error').trim(),
    fontFamily: style.fontFamily,
    fontSize: style.fontSize,
  };
}

/** True on a page that says `color-scheme: only light`, by its style or by its `<meta>`. */
export function isOnlyLight(): boolean {
  const meta = Document.prototype.querySelector.call(document, 'meta[name=color-scheme i]');
  // The tag leaves the computed style at `normal`.
  const body = member<HTMLElement | null>(Document.prototype, 'body', document);
  const style = getComputedStyle(body ?? rootElement()).colorScheme;
  const said = style === 'normal' ? (meta?.getAttribute('content') ?? '') : style;
  return /\bonly\b/.test(said) && !/\bdark\b/.test(said);
}

/**
 * A rule that differs with the window. WebKit (2.50) reuses what it resolved for an earlier shadow root with
 * the same rules, media queries and all: a phone turned between two openings would get the wrong layout.
 */
export function windowRules(): string {
  return `:host { --_window: ${windowNumber('innerWidth')} ${windowNumber('innerHeight')} }`;
}
