import {html, LitElement} from 'lit';
import {Checkout, type CheckoutState} from '../checkout/checkout.js';
import {
  PayCloseEvent,
  PayErrorEvent,
  PayOpenEvent,
  PayOpenedEvent,
  PayTokenEvent,
} from '../checkout/events.js';
import {type CheckoutOptions, optionAttributes, readOptions} from '../checkout/options.js';
import type {CloseReason, Payment, PayResult} from '../checkout/payment.js';
import {postedFields} from '../checkout/posted-fields.js';
import {PayError} from '../errors.js';
import {enclosingForm} from '../form/find-form.js';
import {PaymentForm} from '../form/payment-form.js';
import type {Gateway} from '../gateways/gateway.js';
import {stripeGateway} from '../gateways/stripe.js';
import {en} from '../locales/en.js';
import {localeFor} from '../locales/locale.js';
import {knownWords, loadWords} from '../locales/words.js';
import {payButtonStyles} from './pay-button.styles.js';
import {runCheckout} from './run-checkout.js';

/**
 * A button that takes a payment: it opens a dialog with the provider's card fields, puts the token into
 * the form around it and submits that form. Without a form, event and promise carry the token.
 *
 * @element pay-button
 *
 * @attr {string} data-key - The publishable key. Required.
 * @attr {number} data-amount - What the dialog shows, in the smallest currency unit: 999 is ¥999, but $9.99.
 * @attr {string} [data-currency=usd] - ISO 4217 code.
 * @attr {string} [data-locale=auto] - The language: one of Stripe's locales, or `auto` for the page's, else the browser's.
 * @attr {string} data-name - The title of the dialog.
 * @attr {string} data-description - The line under the title.
 * @attr {string} data-image - The image beside the title: `https:`, or a raster image as `data:`.
 * @attr {string} [data-label=Pay with Card] - The text on this button.
 * @attr {string} data-panel-label - The text on the dialog's button; `{{amount}}` stands for the amount.
 * @attr {boolean} data-zip-code - Asks for the postal code.
 * @attr {boolean} data-billing-address - Asks for the billing address.
 * @attr {boolean} data-shipping-address - Asks for the shipping address.
 * @attr {string} data-email - Asks for the e-mail address; a value is filled in.
 * @attr {string} [data-field=stripe_token] - The name of the hidden field with the token.
 * @attr {boolean} [data-auto-submit=true] - `false` leaves submitting the form to the page.
 *
 * @fires pay-open - Before opening. `preventDefault()` keeps the dialog closed, `waitUntil(promise)` holds it back.
 * @fires pay-opened - The dialog is open.
 * @fires pay-token - The token is in the form. `preventDefault()` leaves submitting it to the page.
 * @fires pay-close - The dialog has closed, for the `reason` given.
 * @fires pay-error - `error` is a PayError: for the customer, the merchant or the network.
 *
 * @csspart button - The button.
 */
export class PayButton extends LitElement {
  static override readonly styles = payButtonStyles;
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static readonly formAssociated = true;

  // Not by decorators: what they compile to is carried by every page.
  static override readonly properties = {disabled: {type: Boolean, reflect: true}};

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...optionAttributes];
  }

  /** Nothing opens while this is set. */
  disabled = false;
  /** Who makes the token. */
  gateway: Gateway = stripeGateway;

  readonly #internals = this.attachInternals();
  #form: PaymentForm | undefined;
  #leaveForm: (() => void) | undefined;
  #checkout: Checkout | undefined;
  #opening: Promise<PayResult> | undefined;
  #problem: PayError | undefined;
  #locale: string | undefined;
  #words = en;
  /** Closed by the page before it was open. */
  #abandoned = false;
  #isInDisabledFieldset = false;

  /**
   * What the attributes say now.
   * @throws PayError for the merchant where one of them is wrong
   */
  get options(): CheckoutOptions {
    return readOptions(this, this.gateway);
  }

  /** The stage of the open dialog, or `closed`. */
  get state(): CheckoutState['name'] {
    return this.#checkout?.state.name ?? 'closed';
  }

  /**
   * Opens the dialog, as a click does; while it is open, every call returns the same promise.
   * @returns the payment, or the reason why there is none; `page` where the form is not valid yet or the page objected
   * @throws PayError for the merchant where an attribute or the form is wrong
   */
  open(): Promise<PayResult> {
    this.#opening ??= this.#run().finally(() => {
      if (!this.#checkout) this.#opening = undefined;
    });
    return this.#opening;
  }

  /** Closes the dialog; a token that is on its way is thrown away. */
  close(): void {
    this.#abandoned = true;
    this.#checkout?.close('page');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#adoptForm();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within the page disconnects and connects again at once: it closes nothing.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.close();
      this.#adoptForm();
    });
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old !== value && optionAttributes.some(option => option === name)) this.requestUpdate();
  }

  formAssociatedCallback(): void {
    this.#adoptForm();
  }

  formDisabledCallback(disabled: boolean): void {
    this.#isInDisabledFieldset = disabled;
    this.requestUpdate();
  }

  formResetCallback(): void {
    this.#form?.clear();
  }

  protected override willUpdate(): void {
    this.#learnWords();
    const problem = this.#findProblem();
    if (problem && problem.message !== this.#problem?.message) this.#report(problem);
    this.#problem = problem;
  }

  protected override render() {
    const label = this.getAttribute('data-label') || this.#words.payWithCard;
    return html`<button
      part="button"
      type="button"
      aria-haspopup="dialog"
      ?disabled=${this.#isDisabled || this.#problem !== undefined}
      @click=${this.#handleClick}
    >
      ${this.#problem ? this.#words.notSetUp : label}
    </button>`;
  }

  /** The dialog will need them as well. */
  #learnWords(): void {
    const locale = localeFor(this.getAttribute('data-locale')?.trim());
    if (locale === this.#locale) return;
    this.#locale = locale;
    const words = knownWords(locale);
    this.#words = words ?? en;
    if (words) return;
    void loadWords(locale).then(words => {
      if (locale === this.#locale) this.#words = words;
      this.requestUpdate();
    });
  }

  #handleClick = (): void => {
    // What goes wrong has been reported by then.
    this.open().catch(() => {});
  };

  /** Enter in a field of a form without a submit button: the payment comes first. */
  #handleSubmit = (event: Event): void => {
    if (this.#form?.hasPayment || this.#form?.hasSubmitButton) return;
    event.preventDefault();
    this.#handleClick();
  };

  get #isDisabled(): boolean {
    return this.disabled || this.#isInDisabledFieldset;
  }

  #adoptForm(): void {
    const element = this.isConnected ? (this.#internals.form ?? enclosingForm(this)) : undefined;
    if (element === this.#form?.element) return;
    this.#leaveForm?.();
    this.#form = element ? PaymentForm.of(element) : undefined;
    this.#leaveForm = this.#form?.onSubmit(this.#handleSubmit);
  }

  async #run(): Promise<PayResult> {
    this.#abandoned = false;
    this.#check();
    this.#form?.clear();
    if (this.#isDisabled || this.#form?.reportValidity() === false) return {closed: 'page'};
    if (!(await this.#mayOpen())) return {closed: 'page'};

    // Read only now, since the page may have changed something when it was asked.
    const checkout = new Checkout(this.#check(), this.gateway);
    this.#checkout = checkout;
    return runCheckout(checkout, {
      opened: () => this.dispatchEvent(new PayOpenedEvent()),
      paid: payment => this.#deliver(payment, checkout),
      closed: reason => this.#handleClosed(reason),
      failed: error => this.dispatchEvent(new PayErrorEvent(error)),
    });
  }

  /** @throws PayError for the merchant, reported */
  #check(): CheckoutOptions {
    const problem = this.#findProblem();
    if (!problem) return this.options;
    this.#problem = problem;
    this.requestUpdate();
    this.#report(problem);
    throw problem;
  }

  async #mayOpen(): Promise<boolean> {
    const question = new PayOpenEvent();
    if (!this.dispatchEvent(question)) return false;
    try {
      await question.pending;
      return this.isConnected && !this.#isDisabled && !this.#abandoned;
    } catch {
      return false;
    }
  }

  /** Into the form as it is now: it may have been changed, or been another, at the click. */
  #deliver(payment: Payment, checkout: Checkout): void {
    const form = this.#form;
    const problem = this.#findProblem(() => form?.assertPostable());
    if (problem) return checkout.fail(problem);
    form?.write(postedFields(payment, checkout.options));
    const submits = this.dispatchEvent(new PayTokenEvent(payment)) && checkout.options.autoSubmit;
    if (submits && form?.submit()) return checkout.hold();
    checkout.close('paid');
    // A field that has become invalid could not say so under the dialog.
    if (submits) form?.reportValidity();
  }

  #handleClosed(reason: CloseReason): void {
    this.#checkout = undefined;
    this.#opening = undefined;
    // Safari does not focus a button that is clicked, so that the dialog had nothing to give back.
    if (document.activeElement === document.body) this.focus({preventScroll: true});
    this.dispatchEvent(new PayCloseEvent(reason));
  }

  #findProblem(check = () => this.#assertReady()): PayError | undefined {
    try {
      check();
      return undefined;
    } catch (error) {
      if (error instanceof PayError) return error;
      throw error;
    }
  }

  #assertReady(): void {
    void this.options;
    this.#form?.assertPostable();
  }

  #report(error: PayError): void {
    console.error(error.message);
    this.dispatchEvent(new PayErrorEvent(error));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pay-button': PayButton;
  }
}
