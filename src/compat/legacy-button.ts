import {adoptSheet} from '../elements/adopted-rules.js';
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

/** Gives a button its look, in its document or shadow root, and again where the page replaces all adopted sheets. */
export function keepLegacyStyles(button: HTMLButtonElement): void {
  const {styleSheet} = legacyButtonStyles;
  if (!styleSheet) return;
  const adopt = () => {
    const root = button.getRootNode();
    if ('adoptedStyleSheets' in root) adoptSheet(root as Document | ShadowRoot, styleSheet);
  };
  adopt();
  // Without its look the button has another size. A frame later, since the look changes the size once more, which an
  // observer reports as an error of the page.
  new ResizeObserver(() => requestAnimationFrame(adopt)).observe(button);
}

/**
 * Shows another text on the button. Where the page hides the button, and clicks it by a script, the browser shows it.
 * @returns a function that puts back what was there, unless the page has replaced it meanwhile
 */
export function replaceText(button: HTMLElement, text: string): () => void {
  const place = button.firstElementChild ?? button;
  const before = [...place.childNodes];
  place.replaceChildren(text);
  const isSeen = button.checkVisibility?.({opacityProperty: true, visibilityProperty: true});
  if (isSeen === false) alert(text);
  return () => {
    if (place.textContent === text) place.replaceChildren(...before);
  };
}
