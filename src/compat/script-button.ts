import {Checkout} from '../checkout/checkout.js';
import {text} from '../checkout/given-options.js';
import {postedFields} from '../checkout/posted-fields.js';
import type {Draft} from '../elements/draft.js';
import {runCheckout} from '../elements/run-checkout.js';
import {errorCodes, PayError} from '../errors.js';
import {findForm} from '../form/find-form.js';
import {PaymentForm} from '../form/payment-form.js';
import type {Gateway} from '../gateways/gateway.js';
import {en as words} from '../locales/en.js';
import {onDemand} from '../on-demand.js';
import type * as CheckoutJs from './checkout-js.js';
import {warnOnce} from '../hints.js';
import {adoptLegacyStyles, createLegacyButton} from './legacy-button.js';

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
  /** From the click until the dialog has gone. */
  #isOpen = false;
  readonly #draft: Draft = new Map();

  constructor(script: HTMLScriptElement, gateway: Gateway) {
    this.#script = script;
    this.#gateway = gateway;
    const label = text(script.getAttribute('data-label')) ?? words.payWithCard;
    this.#button = createLegacyButton(label);
    this.#button.addEventListener('click', event => {
      event.preventDefault();
      this.#adoptForm();
      this.#open(({isValid}) => !this.#form || isValid(this.#form));
    });
    script.after(this.#button);
    adoptLegacyStyles(script.getRootNode());
    this.#adoptForm();
    this.#warnMerchant();
    // What is missing has been said by then, and the next click tries again.
    this.#correctLabel(label).catch(() => {});
  }

  /** The attribute may be misspelt. What a page has written meanwhile stays. */
  async #correctLabel(label: string): Promise<void> {
    const {labelOf} = await onDemand.checkoutJs();
    const meant = labelOf(this.#script);
    const text = this.#button.firstElementChild;
    if (meant && text?.textContent === label) text.textContent = meant;
  }

  #open(mayOpen: (parts: typeof CheckoutJs) => boolean): void {
    if (this.#isOpen || this.#button.disabled) return;
    this.#isOpen = true;
    this.#form?.clear();
    const giveUp = () => (this.#isOpen = false);
    onDemand.checkoutJs().then(parts => (mayOpen(parts) ? this.#run(parts) : giveUp()), giveUp);
  }

  #run({scriptOptions, staleFields, triggerToken}: typeof CheckoutJs): void {
    const checkout = new Checkout(scriptOptions(this.#script, this.#gateway), this.#gateway);
    void runCheckout(checkout, {
      draft: this.#draft,
      element: this.#button,
      paid: payment => {
        triggerToken(this.#script, payment);
        const fields = postedFields(payment, checkout.options);
        this.#deliver([...staleFields(payment), ...fields], checkout);
      },
      closed: () => (this.#isOpen = false),
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
      this.#open(() => true);
    });
  }

  #deliver(fields: Parameters<PaymentForm['write']>[0], checkout: Checkout): void {
    this.#form?.write(fields);
    if (!this.#form) warnOnce('pay-button: there is no form for the token.');
    if (this.#form?.post()) return checkout.hold();
    checkout.close('paid');
  }

  /** checkout.js took everything; what is unwise is said before a customer comes. */
  #warnMerchant(): void {
    const key = text(this.#script.getAttribute('data-key'));
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
