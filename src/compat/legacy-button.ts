import {legacyButtonStyles} from './legacy-button.styles.js';

/** checkout.js's button, which pages style, hide and click by this very markup. */
export function createLegacyButton(label: string): HTMLButtonElement {
  const text = document.createElement('span');
  text.style.display = 'block';
  text.style.minHeight = '30px';
  text.textContent = label;
  const button = document.createElement('button');
  button.type = 'submit';
  button.className = 'stripe-button-el';
  button.append(text);
  return button;
}

/**
 * Gives the buttons of a document or shadow root their look, by a sheet that the strictest CSP allows. A
 * browser too old for adopted sheets (Safari before 16.4) shows its own button.
 */
export function adoptLegacyStyles(root: Node): void {
  const {styleSheet} = legacyButtonStyles;
  if (!(root instanceof Document || root instanceof ShadowRoot) || !styleSheet) return;
  // Absent where they are not supported.
  const sheets: CSSStyleSheet[] | undefined = root.adoptedStyleSheets;
  if (!sheets || sheets.includes(styleSheet)) return;
  root.adoptedStyleSheets = [...sheets, styleSheet];
}
