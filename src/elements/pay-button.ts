import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {problemIn} from '../checkout/failures.js';
import {PayErrorEvent} from '../checkout/events.js';
import {formatAmount} from '../checkout/money.js';
import {type CheckoutOptions, optionAttributes, readOptions} from '../checkout/options.js';
import type {PayResult} from '../checkout/payment.js';
import type {CheckoutState} from '../checkout/state.js';
import {errorCodes, PayError} from '../errors.js';
import {enclosingForm} from '../delivery/find-form.js';
import {FormTie} from '../delivery/form-tie.js';
import type {ServerAnswer} from '../delivery/server-answer.js';
import type {Gateway} from '../gateways/gateway.js';
import {stripeGateway} from '../gateways/stripe.js';
import {en} from '../locales/en.js';
import {localeFor} from '../locales/locale.js';
import {withWords} from '../locales/words.js';
import {showTrouble} from '../page/trouble.js';
import {accentStyles} from './accent.styles.js';
import {Openings} from './openings.js';
import {payButtonStyles} from './pay-button.styles.js';

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
 * @attr {intent|page} [data-preload=intent] - When the provider is loaded: as soon as somebody points at the button or moves the focus there, or with the page.
 * @attr {navigate|fetch} [data-confirm=navigate] - `fetch` posts the form in the background, and shows the answer.
 * @attr {boolean} [data-auto-submit=true] - `false` leaves submitting the form to the page.
 * @attr {boolean} disabled - Nothing opens while this is set.
 * @attr {string} form - The `id` of the form to pay for, where that is not around the button.
 *
 * @slot button - A button of the merchant's own in the place of ours.
 * @slot - For browsers without JavaScript, a link to a payment page say: not shown once the script is there.
 *
 * @fires {PayOpenEvent} pay-open - Before opening. `preventDefault()` keeps the dialog closed, `waitUntil(promise)` holds it back.
 * @fires {PayOpenedEvent} pay-opened - The dialog is open.
 * @fires {PayTokenEvent} pay-token - The token is in the form. `preventDefault()` leaves submitting it to the page.
 * @fires {PayConfirmedEvent} pay-confirmed - With `data-confirm="fetch"`: the server has taken the payment. `preventDefault()` stays here.
 * @fires {PayCloseEvent} pay-close - The dialog has closed, for the `reason` given.
 * @fires {PayErrorEvent} pay-error - `error` is a PayError: for the customer, the merchant or the network.
 *
 * @csspart button - The button.
 * @csspart message - A sentence below it: the field that keeps the dialog closed, where the browser cannot show that.
 *
 * @cssprop --pay-accent - The colour of the button and of its focus.
 * @cssprop --pay-accent-text - The text on it; black or white, whichever can be read, when absent.
 * @cssprop --pay-error - The colour of that sentence.
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

  /** What servers draw as well: what a click opens until this script is there. */
  protected early?: TemplateResult;

  // Absent in jsdom.
  readonly #internals = this.attachInternals?.() as ElementInternals | undefined;
  readonly #tie = new FormTie(event => this.#handleSubmit(event));
  readonly #openings = new Openings(
    this,
    this.#tie,
    () => this.#readOptions(),
    words => {
      if (words === this.#fault) return;
      this.#fault = words;
      this.requestUpdate();
    },
  );
  #problem: PayError | undefined;
  /** It could not be drawn: the page has replaced what Lit needs. */
  #isBroken = false;
  /** The fault of the form that the browser cannot show. */
  #fault = '';
  #locale: string | undefined;
  #words = en;

  // With a value where it is declared, the compiler would move those of all private fields in here, too.
  constructor() {
    super();
    this.gateway = stripeGateway;
    this.addEventListener('click', this.#handleClick);
  }

  /** The form to pay for. Frameworks may set it to the `id` of one, like the attribute. */
  get form(): HTMLFormElement | null {
    return this.#tie.form?.element ?? null;
  }

  set form(id: string | null | undefined) {
    if (id) this.setAttribute('form', id);
    else this.removeAttribute('form');
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
    return this.#openings.state;
  }

  /**
   * Opens the dialog, as a click does; while it is open, every call returns the same promise.
   * @returns `{paid: payment}` where the merchant's server charged the card; `{handled: payment}` where the page, or
   *   the browser on its way to the server, has the credential; `{closed: reason}` where there is none: `page` where
   *   the form is not valid yet or the page objected
   * @throws PayError for the merchant where an attribute or the form is wrong
   */
  open(): Promise<PayResult> {
    return this.#openings.open();
  }

  /** Closes the dialog; a token that is on its way is dropped. */
  close(): void {
    this.#openings.close();
  }

  /**
   * Ends the wait where the page posts the form by itself: a handler has prevented the form's `submit`, and the dialog
   * stays open until the page has left or has called this. Without such a wait it does nothing.
   * @param answer the server's answer: `{status: 'done', location?}`, `{status: 'refused', code?, message?}`,
   *   `{status: 'unknown', location?}` or `{status: 'error', message?}`
   */
  async complete(answer: ServerAnswer): Promise<void> {
    await this.#openings.complete(answer);
  }

  /** Moves the focus to the button that is shown. The browser does not look into slots. */
  override focus(options?: FocusOptions): void {
    const own = this.#slotted;
    if (own) own.focus(options);
    else super.focus(options);
  }

  override connectedCallback(): void {
    try {
      super.connectedCallback();
    } catch (error) {
      this.#isBroken = true;
      showTrouble(this, error);
    }
    this.#adoptForm();
    this.#openings.relocated();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#adoptForm();
    this.#openings.relocated();
  }

  /** Of ours, Lit knows none: they are read where they are needed. */
  override attributeChangedCallback(...change: [string, string | null, string | null]): void {
    super.attributeChangedCallback(...change);
    this.requestUpdate();
  }

  formAssociatedCallback(): void {
    this.#adoptForm();
  }

  formDisabledCallback(): void {
    this.requestUpdate();
  }

  formResetCallback(): void {
    this.#tie.form?.clear();
    this.#openings.release();
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = super.createRenderRoot() as ShadowRoot;
    const early = root.querySelector<HTMLElement>('#early');
    // A click has opened it: else there is nothing to see of it. The page's own code may be in the same script.
    if (early?.offsetHeight) setTimeout(() => this.#openQuietly());
    early?.remove();
    return root;
  }

  /** Lit's own promise would reject where nobody listens. */
  protected override scheduleUpdate(): void {
    // Else a redraw that asks for the next one would not end.
    if (this.#isBroken) return;
    try {
      void super.scheduleUpdate();
      if (!this.renderRoot.querySelector('button')) throw new TypeError('Lit draws nothing.');
    } catch (error) {
      this.#isBroken = true;
      showTrouble(this, error);
    }
  }

  protected override willUpdate(): void {
    this.#learnWords();
    const problem = problemIn(() => void this.#checked());
    if (problem && problem.message !== this.#problem?.message) this.#report(problem);
    this.#problem = problem;
  }

  protected override updated(): void {
    if (this.getAttribute('data-preload') === 'page') this.#preload.handleEvent();
  }

  protected override render(): TemplateResult {
    const label = this.getAttribute('data-label') || this.#words.payWithCard;
    const button = html`<button
      part="button"
      type="button"
      aria-haspopup="dialog"
      popovertarget="early"
      popovertargetaction="show"
      ?disabled=${this.matches(':disabled') || this.#problem !== undefined}
    >
      ${this.#problem ? this.#words.notSetUp : label}
    </button>`;
    // What is wrong is said, whatever the merchant's own button looks like.
    if (this.#problem) return button;
    return html`<slot name="button" @pointerover=${this.#preload} @focusin=${this.#preload}
        >${button}${this.early}</slot
      >${this.#fault ? html`<p part="message" role="alert">${this.#fault}</p>` : nothing}`;
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

  /** What takes long, so that a click need not wait for it. */
  readonly #preload = {
    once: true,
    handleEvent: (): void => {
      // The first amount takes a browser about as long as laying out the dialog.
      formatAmount(0, 'usd', this.#words.language);
      // What is wrong, or fails, is told elsewhere.
      problemIn(() => void this.gateway.load(this.options).catch(() => {}));
    },
  };

  /** The merchant's own button, where there is one. */
  get #slotted(): HTMLElement | null {
    return this.querySelector<HTMLElement>('button, input') ?? this.querySelector('[slot=button]');
  }

  #handleClick = (event: MouseEvent): void => {
    try {
      this.#openAt(event);
    } catch (error) {
      showTrouble(this, error);
    }
  };

  /** A click on a button in here, or on this element itself: by a script, a label, or an access key. */
  #openAt(event: MouseEvent): void {
    const isOwn = event.composedPath()[0] === this;
    if (isOwn && event.isTrusted && isAtPointer(this, event)) return;
    // A button of the merchant's in the slot would submit the form.
    event.preventDefault();
    const own = isOwn
      ? this.#slotted
      : (event.target as Element).closest<HTMLElement>('button, input');
    this.#openQuietly((own as HTMLButtonElement | null)?.type === 'submit' ? own : null);
  }

  #openQuietly(submitter?: HTMLElement | null): void {
    // A PayError has been reported by then. Anything else is a fault, which must not pass unseen.
    this.#openings.open(submitter ?? undefined).catch((error: unknown) => {
      if (!(error instanceof PayError)) showTrouble(this, error);
    });
  }

  /** Enter in a field of a form without a submit button: the payment comes first. */
  #handleSubmit(event: SubmitEvent): void {
    const {form} = this.#tie;
    if (event.submitter || form?.hasPayment || form?.hasSubmitButton) return;
    event.preventDefault();
    this.#openQuietly();
  }

  #adoptForm(): void {
    this.#tie.adopt(this.isConnected ? (this.#internals?.form ?? enclosingForm(this)) : undefined);
  }

  /** @throws PayError for the merchant, reported */
  #readOptions(): CheckoutOptions {
    try {
      return this.#checked();
    } catch (error) {
      if (error instanceof PayError) {
        this.#problem = error;
        this.requestUpdate();
        this.#report(error);
      }
      throw error;
    }
  }

  /** @throws PayError for the merchant where an attribute or the form is wrong */
  #checked(): CheckoutOptions {
    const {options} = this;
    this.#tie.form?.assertPostable(undefined, options.confirm !== 'fetch' || !options.autoSubmit);
    return options;
  }

  #report(error: PayError): void {
    // It must not stay where everyone can read it.
    if (error.code === errorCodes.secretKey) this.removeAttribute('data-key');
    console.error(error.message);
    this.dispatchEvent(new PayErrorEvent(error));
  }
}

/** True for a click beside the button, where the page has made the element wider than that. A label lies elsewhere. */
function isAtPointer(element: HTMLElement, {detail, clientX, clientY}: MouseEvent): boolean {
  const root = element.getRootNode() as Document;
  return detail > 0 && root.elementFromPoint(clientX, clientY) === element;
}

declare global {
  interface HTMLElementTagNameMap {
    'pay-button': PayButton;
  }
}
