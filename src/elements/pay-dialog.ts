import {html, LitElement, nothing} from 'lit';
import type {AddressBook, AddressForm} from '../address.js';
import type {Checkout} from '../checkout/checkout.js';
import type {FieldName, PayError} from '../errors.js';
import {cardFields} from '../gateways/gateway.js';
import {en, type Words} from '../locales/en.js';
import {directionOf} from '../locales/locale.js';
import {knownWords, loadWords} from '../locales/words.js';
import {errorWords} from '../locales/error-words.js';
import {onDemand} from '../on-demand.js';
import {member} from '../platform.js';
import {adoptRules, windowRules} from './adopted-rules.js';
import {createMounts, lookOf} from './card-mounts.js';
import {dialogFieldsStyles} from './dialog-fields.styles.js';
import {errorsOf, renderCardField, renderInput, renderMessage, typedIn} from './dialog-fields.js';
import {drawingKit} from './drawing-kit.js';
import {payDialogStyles} from './pay-dialog.styles.js';
import {amountWords, payWords} from './pay-words.js';
import {themeStyles} from './theme.styles.js';

// Not in the template: the minifier leaves templates as they are, and the file must be ASCII.
const checkMark = '✓';

const noAddresses = {billing: undefined, shipping: undefined};

/**
 * What the customer sees of one checkout: a modal dialog that draws its state and calls its verbs. It
 * lies on the body while it is open, whatever the button lies in.
 *
 * @element pay-dialog
 *
 * @slot number - The provider's field for the card number.
 * @slot expiry - The provider's field for the expiry date.
 * @slot cvc - The provider's field for the security code.
 */
export class PayDialog extends LitElement {
  // The theme comes last: its color scheme has to outdo `all: initial`.
  static override readonly styles = [payDialogStyles, dialogFieldsStyles, themeStyles];

  /** Given before the dialog is put on the page, and for good. */
  checkout!: Checkout;
  /** What the customer reads. English until the language's own words are there, or where they cannot be had. */
  words: Words = en;

  #addressForm: AddressForm | undefined;
  #imageFailed = false;
  #hasWords = false;
  #hasFocusedCard = false;
  #heard: readonly PayError[] = [];
  /** What a screen reader says at once: errors that are new. */
  #spoken = '';

  override connectedCallback(): void {
    if (this.#isCopy) return this.remove();
    super.connectedCallback();
    this.#learnWords();
    this.checkout.addEventListener('change', this.#handleChange);
    window.addEventListener('pagehide', this.#handlePageHide);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#isCopy) return;
    this.checkout.removeEventListener('change', this.#handleChange);
    window.removeEventListener('pagehide', this.#handlePageHide);
    this.checkout.close('page');
  }

  protected override createRenderRoot() {
    const root = super.createRenderRoot() as ShadowRoot;
    adoptRules(root, windowRules());
    return root;
  }

  protected override willUpdate(): void {
    const errors = this.#errors;
    const fresh = errors.filter(error => !this.#heard.includes(error));
    if (fresh.length) this.#spoken = fresh.map(error => errorWords(error, this.words)).join(' ');
    else if (!errors.length) this.#spoken = '';
    this.#heard = errors;
  }

  protected override firstUpdated(): void {
    // Closed before it was drawn, in which case it has been removed.
    const dialog = this.#dialog;
    if (!dialog || this.checkout.state.name === 'closed') return;
    const places = createMounts(this, () => void this.#pay());
    dialog.showModal();
    const email = this.#find<HTMLInputElement>('#email');
    const first = email?.value === '' ? email : this.#heading;
    first?.focus();
    void this.checkout.start({
      places,
      look: lookOf(dialog),
      loadAddressBook: this.#loadAddressBook,
    });
  }

  protected override updated(): void {
    if (this.checkout.state.name !== 'ready' || this.#hasFocusedCard) return;
    this.#hasFocusedCard = true;
    if (!this.#hasGoneElsewhere) this.checkout.focus('number');
  }

  #learnWords(): void {
    const {locale} = this.checkout.options;
    const known = knownWords(locale);
    if (known) return this.#speak(known);
    void loadWords(locale).then(words => this.#speak(words));
  }

  #speak(words: Words): void {
    this.words = words;
    this.#hasWords = true;
    this.requestUpdate();
  }

  /** Of the page's nodes as a whole, as Turbo keeps them: there is no checkout behind it. */
  get #isCopy(): boolean {
    return !('checkout' in this);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#find('dialog');
  }

  get #heading(): HTMLElement | null {
    return this.#find('h2');
  }

  #find<E extends HTMLElement>(selector: string): E | null {
    return this.renderRoot.querySelector<E>(selector);
  }

  /** Whether the customer has moved the focus meanwhile. A double click on the page's button takes it nowhere. */
  get #hasGoneElsewhere(): boolean {
    const inside = this.shadowRoot?.activeElement;
    if (inside) return inside !== this.#heading && inside !== this.#dialog;
    return document.activeElement !== document.body && document.activeElement !== this;
  }

  protected override render() {
    const {options, state} = this.checkout;
    const name = options.name ?? this.words.payment;
    const {language} = this.words;
    return html`<dialog
      class=${this.#hasWords ? state.name : `${state.name} wordless`}
      lang=${language}
      dir=${directionOf(language)}
      aria-label=${this.words.dialogName(name, amountWords(options, this.words))}
      @cancel=${this.#handleCancel}
      @close=${this.#handleClose}
    >
      ${this.#renderHeader(name)}
      ${
        options.testMode
          ? html`<p class="test"><b>${this.words.testMode}</b> ${this.words.testModeMeans}</p>`
          : nothing
      }
      <form class="body" novalidate @submit=${this.#handleSubmit}>
        ${options.askEmail ? this.#renderEmail() : nothing}
        ${cardFields.map(field => renderCardField(this, field))}
        ${options.zipCode ? this.#renderPostalCode() : nothing} ${this.#renderAddressForm()}
        ${renderMessage(this, 'form')} ${this.#renderPayButton()}
        <p class="foot">${this.words.straightTo(this.checkout.gateway.name)}</p>
      </form>
      <p class="spoken" role="alert">${this.#spoken}</p>
      <p class="spoken" role="status">${this.#status}</p>
    </dialog>`;
  }

  #renderHeader(name: string) {
    const {description, image} = this.checkout.options;
    return html`<header>
      <button
        class="close"
        type="button"
        aria-label=${this.words.close}
        @click=${this.#handleCloseButton}
      >
        <svg width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
          <path d="M2 2 14 14M14 2 2 14" stroke-width="2" stroke-linecap="round" />
        </svg>
      </button>
      <div>
        <h2 tabindex="-1">${name}</h2>
        ${description ? html`<p>${description}</p>` : nothing}
      </div>
      ${
        image && !this.#imageFailed
          ? html`<img
              src=${image}
              alt=""
              referrerpolicy="no-referrer"
              @error=${this.#handleImageError}
            />`
          : nothing
      }
    </header>`;
  }

  #renderEmail() {
    const field = {
      name: 'email',
      label: this.words.fields.email,
      type: 'email',
      autocomplete: 'email',
      value: this.checkout.options.email,
    } as const;
    return html`<div>${renderInput(this, field)}</div>`;
  }

  #renderPostalCode() {
    const field = {
      name: 'postalCode',
      label: this.words.fields.postalCode,
      autocomplete: 'postal-code',
    } as const;
    return html`<div>${renderInput(this, field)}</div>`;
  }

  #loadAddressBook = async (): Promise<AddressBook> => {
    const {addressBook, createAddressForm} = await onDemand.addresses();
    this.#addressForm ??= createAddressForm(this, drawingKit);
    adoptRules(this.renderRoot as ShadowRoot, this.#addressForm.styles);
    this.requestUpdate();
    return addressBook;
  };

  #renderAddressForm() {
    if (this.#addressForm) return this.#addressForm.render();
    const {billingAddress, shippingAddress} = this.checkout.options;
    return billingAddress || shippingAddress ? html`<div class="box placeholder"></div>` : nothing;
  }

  /** One button for every stage, so that nothing moves under the finger and the focus stays. */
  #renderPayButton() {
    const {name} = this.checkout.state;
    const idle = name === 'opening' || name === 'tokenizing' || name === 'done';
    return html`<button class="pay" type="submit" aria-disabled=${idle}>${this.#payLabel}</button>`;
  }

  get #payLabel() {
    switch (this.checkout.state.name) {
      case 'unavailable':
        return this.words.tryAgain;
      case 'tokenizing':
        return html`<span class="spinner"></span>${this.words.paying}`;
      case 'done':
        return html`<span aria-hidden="true">${checkMark}</span> ${this.words.done}`;
      default:
        return payWords(this.checkout.options, this.words);
    }
  }

  /** The places where there may be something to say, from top to bottom. */
  get #fields(): readonly FieldName[] {
    return ['email', ...cardFields, 'postalCode', ...(this.#addressForm?.shown ?? []), 'form'];
  }

  get #errors(): readonly PayError[] {
    const errors = errorsOf(this.checkout);
    return this.#fields.flatMap(field => errors[field] ?? []);
  }

  /** What a screen reader says when it has finished. */
  get #status(): string {
    switch (this.checkout.state.name) {
      case 'opening':
        return this.words.opening;
      case 'tokenizing':
        return this.words.paying;
      case 'done':
        return this.words.done;
      default:
        return '';
    }
  }

  #pay = async (): Promise<void> => {
    if (this.checkout.state.name === 'unavailable') return this.checkout.retry();
    await this.checkout.pay({
      email: typedIn(this.renderRoot, 'email'),
      postalCode: typedIn(this.renderRoot, 'postalCode'),
      ...(this.#addressForm?.read() ?? noAddresses),
    });
    if (this.checkout.state.name === 'refused') this.#focusFirstError();
  };

  #focusFirstError(): void {
    const errors = errorsOf(this.checkout);
    const first = this.#fields.find(field => errors[field]);
    const card = cardFields.find(field => field === first);
    if (card) this.checkout.focus(card);
    else this.#find(`#${first}`)?.focus();
  }

  #handleChange = (): void => {
    if (this.checkout.state.name !== 'closed') return this.requestUpdate();
    this.#dialog?.close();
    this.remove();
  };

  #handleSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#pay();
  };

  /** Escape. The dialog closes by its checkout's state alone. */
  #handleCancel = (event: Event): void => {
    if (event.target !== this.#dialog) return;
    event.preventDefault();
    this.checkout.close('escape');
  };

  /** A browser may close a dialog at a second Escape without asking. */
  #handleClose = (): void => {
    this.checkout.close('escape');
    if (this.isConnected) this.#dialog?.showModal();
  };

  #handleCloseButton = (): void => this.checkout.close('button');

  #handlePageHide = (): void => this.checkout.close('page');

  #handleImageError = (): void => {
    this.#imageFailed = true;
    this.requestUpdate();
  };
}

/** Opens the dialog of a checkout on the page's body; resolves when the customer can see it. */
export async function showPayDialog(checkout: Checkout): Promise<void> {
  const dialog = document.createElement('pay-dialog');
  dialog.checkout = checkout;
  // A script in the head may come before the body.
  const body = member<HTMLElement | null>(Document.prototype, 'body', document);
  (body ?? document.documentElement).append(dialog);
  await dialog.updateComplete;
}

declare global {
  interface HTMLElementTagNameMap {
    'pay-dialog': PayDialog;
  }
}
