import {css} from './css.js';
import {PayButton} from './pay-button.js';

/**
 * Where Lit draws anew instead of taking over what the server drew, the new button comes first: the
 * server's goes.
 */
const takenOver = css`
  :host(:defined) :is(slot[name='button'], button) ~ :is(slot[name='button'], button) {
    display: none;
  }
`;

/** The button that servers draw: there is no page to ask. */
class ServerButton extends PayButton {
  static override readonly styles = [...PayButton.styles, takenOver];

  /**
   * English, as the browser draws it at first as well: it loads other words when it knows the language of
   * the page. What the tag says stays as it is.
   */
  override getAttribute(name: string): string | null {
    return name === 'data-locale' ? 'en' : super.getAttribute(name);
  }
}

// Asked about `:disabled` alone; a fieldset around it is not known here. Not a method: its type says of what tag it is.
Object.defineProperty(ServerButton.prototype, 'matches', {
  value(this: ServerButton) {
    return this.disabled;
  },
});

// Test runners with a page of their own, jsdom say, take Node's entry as well.
if (typeof document === 'undefined') customElements.define('pay-button', ServerButton);
