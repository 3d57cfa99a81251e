import {problemIn} from '../checkout/failures.js';
import {text} from '../checkout/given-options.js';
import {errorCodes} from '../errors.js';
import {findForm} from '../delivery/find-form.js';
import {FormTie} from '../delivery/form-tie.js';
import type {Gateway} from '../gateways/gateway.js';
import {en as words} from '../locales/en.js';
import {warnOnce} from '../hints.js';
import {getParts} from '../loading/parts.js';
import type {ScriptOwner} from './checkout-js-part.js';
import {Late} from './late.js';
import {adoptLegacyStyles, createLegacyButton} from './legacy-button.js';

/**
 * What checkout.js made of `<script class="stripe-button" data-…>`: a button right after the script, which
 * takes a payment into the form around it. The page's own submit buttons and Enter do so, too.
 *
 * Everything is bound to the nodes themselves, never to class, style or content, which pages change.
 */
export class ScriptButton implements ScriptOwner {
  readonly script: HTMLScriptElement;
  readonly label: string;
  readonly button: HTMLButtonElement;
  readonly gateway: Gateway;
  // The browser has checked the form by then. A payment in it is another button's: ours is posted without an event.
  readonly tie = new FormTie(event => {
    if (this.tie.form?.hasPayment) return;
    event.preventDefault();
    this.#open(true);
  });
  /** From the click until the dialog has gone. */
  #isOpen = false;
  readonly #checkout = new Late(async () => {
    const part = await getParts().checkoutJs();
    return part.createScriptCheckout(this);
  });

  constructor(script: HTMLScriptElement, gateway: Gateway) {
    this.script = script;
    this.gateway = gateway;
    this.label = text(script.getAttribute('data-label')) ?? words.payWithCard;
    this.button = createLegacyButton(this.label);
    this.button.addEventListener('click', event => {
      event.preventDefault();
      this.#adoptForm();
      this.#open(false);
    });
    script.after(this.button);
    adoptLegacyStyles(script.getRootNode());
    this.#adoptForm();
    this.#warnMerchant();
  }

  /** Nothing is open, nor about to be. */
  closed = (): void => void (this.#isOpen = false);

  /** @param isChecked the browser has checked the form */
  #open(isChecked: boolean): void {
    if (this.#isOpen || this.button.disabled) return;
    this.#isOpen = true;
    this.tie.form?.clear();
    this.#checkout.tell(checkout => checkout.open(isChecked)).catch(this.closed);
  }

  /** The script may have been moved into a form since, or out of one. */
  #adoptForm(): void {
    this.tie.adopt(findForm(this.script) ?? findForm(this.button));
  }

  /** checkout.js took everything; what is unwise is said before a customer comes. */
  #warnMerchant(): void {
    const key = text(this.script.getAttribute('data-key'));
    const problem = problemIn(() => {
      // Pages may fill in the key later.
      if (key) this.gateway.isTestKey(key);
      this.tie.form?.assertPostable();
    });
    if (problem?.code === errorCodes.secretKey) this.script.removeAttribute('data-key');
    if (problem) warnOnce(problem.message);
  }
}
