import {html} from 'lit';
import {en} from '../locales/en.js';
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

const earlyStyles = css`
  #early {
    inline-size: min(16rem, 100vw - 6rem);
    padding: 2rem;
    border: 0;
    border-radius: 14px;
    box-shadow: 0 10px 40px rgb(0 0 0 / 0.25);
    background: Canvas;
    color: CanvasText;
    text-align: center;
  }
  #early progress {
    display: block;
    inline-size: 100%;
    accent-color: var(--_accent);
  }
  #early ::slotted(*) {
    display: block;
    margin-block-start: 1rem;
  }
  #early::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  @media (scripting: none) {
    #early progress {
      display: none;
    }
  }
`;

/** The button that servers draw: there is no page to ask. */
class ServerButton extends PayButton {
  static override readonly styles = [...PayButton.styles, takenOver, earlyStyles];

  /**
   * The browser itself opens it; one that knows no popovers keeps a dialog closed. Without words to see, whose
   * language is not known here, but with what lies in the tag for browsers without JavaScript.
   */
  protected override readonly early = html`<dialog id="early" popover aria-labelledby="loading">
    <progress id="loading" aria-label=${en.opening}></progress><slot></slot>
  </dialog>`;

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
