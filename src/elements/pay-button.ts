import {html, LitElement, type TemplateResult} from 'lit';
import {Checkout} from '../checkout/checkout.js';
import type {Confirm} from '../checkout/confirm.js';
import {problemIn} from '../checkout/failures.js';
import {PayCloseEvent, PayErrorEvent, PayOpenEvent, PayOpenedEvent} from '../checkout/events.js';
import {formatAmount} from '../checkout/money.js';
import {type CheckoutOptions, optionAttributes, readOptions} from '../checkout/options.js';
import type {PayResult} from '../checkout/payment.js';
import {postedFields} from '../checkout/posted-fields.js';
import type {CheckoutState} from '../checkout/state.js';
import {errorCodes, PayError} from '../errors.js';
import {enclosingForm} from '../form/find-form.js';
import {PaymentForm} from '../form/payment-form.js';
import type {Gateway} from '../gateways/gateway.js';
import {stripeGateway} from '../gateways/stripe.js';
import {en} from '../locales/en.js';
import {localeFor} from '../locales/locale.js';
import {teach, withWords} from '../locales/words.js';
import {onDemand} from '../on-demand.js';
import {accentStyles} from './accent.styles.js';
import {deliver} from './deliver.js';
import type {Draft} from './draft.js';
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
 * @attr {auto|light|dark} [data-theme=auto] - The dialog's colours; `auto` for those of the customer's system.
 * @attr {string} data-name - The title of the dialog.
 * @attr {string} data-description - The line under the title.
 * @attr {string} data-image - The image beside the title: `https:`, or a raster image as `data:`.
 * @attr {string} [data-label=Pay with Card] - The text on this button.
 * @attr {string} data-panel-label - The text on the dialog's button; `{{amount}}` stands for the amount.
 * @attr {boolean} data-zip-code - Asks for the postal code.
 * @attr {boolean} data-billing-address - Asks for the billing address.
 * @attr {boolean} data-shipping-address - Asks for the shipping address.
 * @attr {boolean|string} data-email - Asks for the e-mail address; a value is filled in.
 * @attr {string} data-field - The name of the hidden field with the token; `stripe_token`, `stripe_payment_method` …
 * @attr {token|payment-method|confirmation-token|source} [data-create=token] - What to make of the card.
 * @attr {reusable|single_use} data-usage - How often a source can be charged.
 * @attr {string} data-account - The connected account to act for.
 * @attr {navigate|fetch} [data-confirm=navigate] - `fetch` posts the form in the background, and shows the answer.
 * @attr {boolean} [data-auto-submit=true] - `false` leaves submitting the form to the page.
 * @attr {boolean} disabled - Nothing opens while this is set.
 * @attr {string} form - The `id` of the form to pay for, where that is not around the button.
 *
 * @slot button - A button of the merchant's own in the place of ours.
 * @slot - Is not shown: what lies there is for browsers without JavaScript, a link to a payment page say.
 *
 * @fires {PayOpenEvent} pay-open - Before opening. `preventDefault()` keeps the dialog closed, `waitUntil(promise)` holds it back.
 * @fires {PayOpenedEvent} pay-opened - The dialog is open.
 * @fires {PayTokenEvent} pay-token - The token is in the form. `preventDefault()` leaves submitting it to the page.
 * @fires {PayConfirmedEvent} pay-confirmed - With `data-confirm="fetch"`: the server has taken the payment. `preventDefault()` stays here.
 * @fires {PayCloseEvent} pay-close - The dialog has closed, for the `reason` given.
 * @fires {PayErrorEvent} pay-error - `error` is a PayError: for the customer, the merchant or the network.
 *
 * @csspart button - The button.
 *
 * @cssprop --pay-accent - The colour of the button and of its focus.
 * @cssprop --pay-accent-text - The text on it; black or white, whichever can be read, when absent.
 * @cssprop --pay-radius - How round the button is.
 */
export class PayButton extends LitElement {
  static override readonly styles = [payButtonStyles, accentStyles];
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static readonly formAssociated = true;

  // Not by decorators: what they compile to is carried by every page. What a page sets early is kept.
  static override readonly properties = {disabled: {attribute: false, noAccessor: true}};

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...optionAttributes];
  }

  /** Who makes the token. */
  gateway: Gateway;

  readonly #internals = this.attachInternals();
  #form: PaymentForm | undefined;
  #leaveForm: (() => void) | undefined;
  #checkout: Checkout | undefined;
  readonly #draft: Draft = new Map();
  #opening: Promise<PayResult> | undefined;
  #problem: PayError | undefined;
  #locale: string | undefined;
  #words = en;
  #isLeaving = false;
  /** Closed by the page before it was open. */
  #abandoned = false;

  // With a value where it is declared, the compiler would move those of all private fields in here, too.
  constructor() {
    super();
    this.gateway = stripeGateway;
  }

  /** Nothing opens while this is set. */
  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }

  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', disabled);
  }

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
    const opening = (this.#opening ??= this.#run().finally(() => {
      // The page may have opened it again by then.
      if (opening === this.#opening && !this.#checkout) this.#opening = undefined;
    }));
    return opening;
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

  /** Lit knows none of them: they are read where they are needed. */
  override attributeChangedCallback(): void {
    this.requestUpdate();
  }

  formAssociatedCallback(): void {
    this.#adoptForm();
  }

  formDisabledCallback(): void {
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

  protected override render(): TemplateResult {
    const label = this.getAttribute('data-label') || this.#words.payWithCard;
    const button = html`<button
      part="button"
      type="button"
      aria-haspopup="dialog"
      ?disabled=${this.#isDisabled || this.#problem !== undefined}
    >
      ${this.#problem ? this.#words.notSetUp : label}
    </button>`;
    // What is wrong is said, whatever the merchant's own button looks like.
    if (this.#problem) return button;
    return html`<slot name="button" @click=${this.#handleClick} @pointerover=${this.#warmUp}
      >${button}</slot
    >`;
  }

  /** The dialog will need them as well. */
  #learnWords(): void {
    const locale = localeFor(this.getAttribute('data-locale')?.trim());
    if (locale === this.#locale) return;
    this.#locale = locale;
    this.#words = en;
    withWords(locale, words => {
      if (locale === this.#locale) this.#words = words;
      this.requestUpdate();
    });
  }

  /** The first amount that is written takes a browser about as long as laying out the dialog: not after the click. */
  #warmUp = (): void => void formatAmount(0, 'usd', this.#words.language);

  #handleClick = (event: Event): void => {
    // A button of the merchant's in the slot would submit the form.
    event.preventDefault();
    // What goes wrong has been reported by then.
    this.open().catch(() => {});
  };

  /** Enter in a field of a form without a submit button: the payment comes first. */
  #handleSubmit = (event: SubmitEvent): void => {
    if (event.submitter || this.#form?.hasPayment || this.#form?.hasSubmitButton) return;
    this.#handleClick(event);
  };

  /** By itself, or by a fieldset around it. */
  get #isDisabled(): boolean {
    return this.matches(':disabled');
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
    const options = this.#check();
    const asksShop = options.confirm === 'fetch' && options.autoSubmit && this.#form;
    const checkout = new Checkout(options, this.gateway, asksShop ? this.#confirm : undefined);
    this.#checkout = checkout;
    this.#isLeaving = false;
    return runCheckout(checkout, {
      draft: this.#draft,
      element: this,
      opened: () => this.dispatchEvent(new PayOpenedEvent()),
      paid: payment => {
        if (!asksShop) deliver(payment, checkout, this, this.#form);
        else if (this.#isLeaving) checkout.hold();
        else checkout.close('paid');
      },
      closed: reason => {
        this.#checkout = undefined;
        this.#opening = undefined;
        this.dispatchEvent(new PayCloseEvent(reason));
      },
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

  /** Hands the payment over while the dialog is open. */
  #confirm: Confirm = async (payment, authenticate) => {
    const [form, checkout] = [this.#form, this.#checkout];
    form?.assertPostable();
    const {confirmByFetch, shopWords} = await onDemand.confirm();
    teach(shopWords);
    // Closed meanwhile, and maybe open again.
    if (!form || !checkout || checkout !== this.#checkout) return;
    const fields = postedFields(payment, checkout.options);
    const {gateway} = this;
    const given = {payment, fields, form, button: this, gateway, authenticate, PayError};
    this.#isLeaving = await confirmByFetch(given);
  };

  #findProblem(): PayError | undefined {
    return problemIn(() => {
      void this.options;
      this.#form?.assertPostable();
    });
  }

  #report(error: PayError): void {
    // It must not stay where everyone can read it.
    if (error.code === errorCodes.secretKey) this.removeAttribute('data-key');
    console.error(error.message);
    this.dispatchEvent(new PayErrorEvent(error));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pay-button': PayButton;
  }
}
