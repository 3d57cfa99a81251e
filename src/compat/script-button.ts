import {problemIn} from '../checkout/failures.js';
import {text} from '../checkout/given-options.js';
import {errorCodes} from '../errors.js';
import {findForm} from '../delivery/find-form.js';
import {FormTie} from '../delivery/form-tie.js';
import type {PaymentForm} from '../delivery/payment-form.js';
import type {Gateway} from '../gateways/gateway.js';
import {en as words} from '../locales/en.js';
import {warnOnce} from '../hints.js';
import {getParts} from '../loading/parts.js';
import {showTrouble} from '../page/trouble.js';
import type {ScriptOwner} from './checkout-js-part.js';
import {Late} from './late.js';
import {createLegacyButton, keepLegacyStyles, replaceText} from './legacy-button.js';
import {sayNotNow} from './not-now.js';

/**
 * What checkout.js made of `<script class="stripe-button" data-…>`: a button right after the script, which
 * takes a payment into the form around it. The page's own submit buttons and Enter do so, too.
 *
 * Everything is bound to the nodes themselves, never to class, style or content, which pages change.
 */
export class ScriptButton implements ScriptOwner {
  readonly script: HTMLScriptElement;
  readonly label: string;
  button: HTMLButtonElement;
  readonly gateway: Gateway;
  // The browser has checked the form by then. A payment in it is another button's: ours is posted without an event.
  readonly tie = new FormTie(event => {
    if (this.tie.form?.hasPayment) return;
    event.preventDefault();
    this.#open(true);
  });
  /** From the click until the dialog has gone. */
  #isOpen = false;
  /** Set while the button says that payment does not work: it says again what it said before. */
  #takeBack: (() => void) | undefined;
  readonly #checkout = new Late(async () => {
    const part = await getParts().checkoutJs();
    return part.createScriptCheckout(this);
  });

  constructor(script: HTMLScriptElement, gateway: Gateway) {
    this.script = script;
    this.gateway = gateway;
    this.label = text(script.getAttribute('data-label')) ?? words.payWithCard;
    this.button = this.#createButton();
    script.after(this.button);
    keepLegacyStyles(this.button);
    this.#adoptForm();
    this.#warnMerchant();
  }

  /** The form as it is now, also where the page has drawn it anew. */
  get form(): PaymentForm | undefined {
    if (!this.tie.form?.onPage) this.#adoptForm();
    return this.tie.form?.onPage ?? this.tie.form;
  }

  /** Puts the button after its script again where a morph has removed it, or has made another button of it. */
  putBack(): void {
    if (!this.button.matches('.stripe-button-el')) this.button = this.#createButton();
    if (!this.button.isConnected) this.script.after(this.button);
  }

  /** Nothing is open, nor about to be. */
  closed = (): void => void (this.#isOpen = false);

  #createButton(): HTMLButtonElement {
    const button = createLegacyButton(this.label);
    button.addEventListener('click', event => {
      if (button !== this.button) return;
      event.preventDefault();
      this.#adoptForm();
      this.#open(false);
    });
    return button;
  }

  /** The customer reads at the button that payment does not work, until the next click. */
  failed = (): void => {
    this.closed();
    sayNotNow(text(this.script.getAttribute('data-locale')), words => {
      // Another click is on its way.
      if (this.#isOpen) return;
      this.#takeBack?.();
      this.#takeBack = replaceText(this.button, words);
    });
  };

  /** @param isChecked the browser has checked the form */
  #open(isChecked: boolean): void {
    if (this.#isOpen || this.button.disabled) return;
    this.#isOpen = true;
    this.#takeBack?.();
    try {
      this.tie.form?.clear();
      this.#checkout.tell(checkout => checkout.open(isChecked)).catch(this.failed);
    } catch (error) {
      this.closed();
      showTrouble(this.button, error);
    }
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
