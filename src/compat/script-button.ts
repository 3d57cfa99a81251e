import {Checkout} from '../checkout/checkout.js';
import type {Payment} from '../checkout/payment.js';
import {postedFields} from '../checkout/posted-fields.js';
import {runCheckout} from '../elements/run-checkout.js';
import {errorCodes, PayError} from '../errors.js';
import {findForm} from '../form/find-form.js';
import {PaymentForm} from '../form/payment-form.js';
import type {Gateway} from '../gateways/gateway.js';
import {en as words} from '../locales/en.js';
import {makeActive} from './active-checkout.js';
import {warnOnce} from './hints.js';
import {adoptLegacyStyles, createLegacyButton} from './legacy-button.js';
import {legacyOptions, text} from './legacy-options.js';
import {legacyToken} from './legacy-token.js';
import {attributeName, readAttributes} from './script-attributes.js';

/**
 * What checkout.js made of `<script class="stripe-button" data-…>`: a button right after the script, which
 * takes a payment into the form around it. The page's own submit buttons and Enter do so, too.
 *
 * Everything is bound to the nodes themselves, never to class, style or content, which pages change.
 */
export class ScriptButton {
  readonly #script: HTMLScriptElement;
  readonly #button: HTMLButtonElement;
  readonly #gateway: Gateway;
  #form: PaymentForm | undefined;
  #leaveForm: (() => void) | undefined;
  #checkout: Checkout | undefined;

  constructor(script: HTMLScriptElement, gateway: Gateway) {
    this.#script = script;
    this.#gateway = gateway;
    this.#button = createLegacyButton(text(readAttributes(script).label) ?? words.payWithCard);
    this.#button.addEventListener('click', event => {
      event.preventDefault();
      if (this.#isFormValid) this.#open();
    });
    script.after(this.#button);
    adoptLegacyStyles(script.getRootNode());
    this.#adoptForm();
    this.#warnMerchant();
  }

  #open(): void {
    if (this.#checkout || this.#button.disabled) return;
    this.#form?.clear();
    const options = legacyOptions(readAttributes(this.#script), this.#gateway, attributeName);
    const checkout = new Checkout(options, this.#gateway);
    makeActive(checkout);
    this.#checkout = checkout;
    void runCheckout(checkout, {
      opened: () => {},
      paid: payment => this.#deliver(payment, checkout),
      closed: () => this.#handleClosed(),
      failed: () => {},
    });
  }

  /** The script may have been moved into a form since, or out of one. */
  #adoptForm(): void {
    const element = findForm(this.#script) ?? findForm(this.#button);
    if (element === this.#form?.element) return;
    this.#leaveForm?.();
    this.#form = element && PaymentForm.of(element);
    // The browser has checked the form by then. A payment in it is another button's: ours is posted without an event.
    this.#leaveForm = this.#form?.onSubmit(event => {
      if (this.#form?.hasPayment) return;
      event.preventDefault();
      this.#open();
    });
  }

  /** As for a submit. But checkout.js never looked, and a field that nobody can see must not end a page's business. */
  get #isFormValid(): boolean {
    this.#adoptForm();
    const hidden = this.#form?.hiddenFault;
    if (!hidden) return this.#form?.reportValidity() ?? true;
    warnOnce(`pay-button: the field "${hidden}" is not valid, but nobody can see it.`);
    return true;
  }

  #deliver(payment: Payment, checkout: Checkout): void {
    triggerToken(this.#script, payment);
    this.#form?.write([...staleFields(payment), ...postedFields(payment, checkout.options)]);
    if (!this.#form) {
      warnOnce('pay-button: there is no form around the script to put the token into.');
    }
    if (this.#form?.post()) return checkout.hold();
    checkout.close('paid');
  }

  #handleClosed(): void {
    this.#checkout = undefined;
    // Safari does not focus a button that is clicked, so that the dialog had nothing to give back.
    if (document.activeElement === document.body) this.#button.focus({preventScroll: true});
  }

  /** checkout.js took everything; what is unwise is said before a customer comes. */
  #warnMerchant(): void {
    const key = text(readAttributes(this.#script).key);
    try {
      // Pages may fill in the key later.
      if (key) this.#gateway.isTestKey(key);
      this.#form?.assertPostable();
    } catch (error) {
      if (!(error instanceof PayError)) throw error;
      if (error.code === errorCodes.secretKey) this.#script.removeAttribute('data-key');
      warnOnce(error.message);
    }
  }
}

/** What this address may lack, and an earlier one that the server wrote into the form may have. */
function staleFields({billing, shipping}: Payment): [name: string][] {
  return [billing && 'Billing', shipping && 'Shipping'].flatMap(kind =>
    kind ? [[`stripe${kind}AddressState`], [`stripe${kind}AddressApt`]] : [],
  );
}

/** Pages of checkout.js's first version wait for it. */
function triggerToken(script: HTMLScriptElement, payment: Payment): void {
  try {
    window.jQuery?.(script).trigger('token', legacyToken(payment));
  } catch (error) {
    // A handler of the page's: the payment goes on.
    console.error(error);
  }
}

declare global {
  interface Window {
    jQuery?: (element: Element) => {trigger(event: string, data: object): unknown};
  }
}
