import {PayButton} from './pay-button.js';
import {PayDialog} from './pay-dialog.js';

/** Registers the elements, each unless its name is taken: the file may be on the page twice. */
export function defineElements(): void {
  define('pay-button', PayButton);
  define('pay-dialog', PayDialog);
}

function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
  // A page may have put a function that does nothing in its place.
  if (!customElements.get(name)) throw new TypeError('customElements.define() defines nothing.');
}
