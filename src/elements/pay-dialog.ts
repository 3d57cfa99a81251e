import {html, LitElement, nothing, svg} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {classMap} from 'lit/directives/class-map.js';
import type {Checkout, FieldErrors} from '../checkout/checkout.js';
import {formatAmount} from '../checkout/money.js';
import type {FieldName, PayError} from '../errors.js';
import {cardFields, type CardField} from '../gateways/gateway.js';
import {en as words} from '../locales/en.js';
import {errorWords} from '../locales/error-words.js';
import {member} from '../platform.js';
import {createMounts, lookOf} from './card-mounts.js';
import {payDialogStyles} from './pay-dialog.styles.js';
import {themeStyles} from './theme.styles.js';
import {windowSheet} from './window-sheet.js';

type InputName = keyof typeof words.fields;
const inputOrder: readonly InputName[] = ['email', ...cardFields, 'postalCode'];

// Not in the template: the minifier leaves templates as they are, and the file must be ASCII.
const checkMark = '✓';

const cross = svg`<path d="M2 2 14 14M14 2 2 14" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />`;

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
  static override readonly styles = [themeStyles, payDialogStyles];

  @property({attribute: false}) checkout!: Checkout;
  @state() private imageFailed = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('h2') private readonly heading!: HTMLElement;
  @query('#email') private readonly email!: HTMLInputElement | null;
  @query('#postalCode') private readonly postalCode!: HTMLInputElement | null;

  #hasFocusedCard = false;
  #heard: readonly PayError[] = [];
  /** What a screen reader says at once: errors that are new. */
  #spoken = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.checkout.addEventListener('change', this.#handleChange);
    window.addEventListener('pagehide', this.#handlePageHide);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.checkout.removeEventListener('change', this.#handleChange);
    window.removeEventListener('pagehide', this.#handlePageHide);
    this.checkout.close('page');
  }

  protected override createRenderRoot() {
    const root = super.createRenderRoot() as ShadowRoot;
    // Lit falls back to style elements where there are no adopted sheets.
    if (root.adoptedStyleSheets) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, windowSheet()];
    }
    return root;
  }

  protected override willUpdate(): void {
    const errors = Object.values(this.#errors);
    const fresh = errors.filter(error => !this.#heard.includes(error));
    if (fresh.length) this.#spoken = fresh.map(error => errorWords(error, words)).join(' ');
    else if (!errors.length) this.#spoken = '';
    this.#heard = errors;
  }

  protected override firstUpdated(): void {
    // Closed before it was drawn, in which case it has been removed.
    if (!this.dialog || this.checkout.state.name === 'closed') return;
    const places = createMounts(this, () => void this.#pay());
    this.dialog.showModal();
    const first = this.email?.value === '' ? this.email : this.heading;
    first.focus();
    void this.checkout.start({places, look: lookOf(this.dialog)});
  }

  protected override updated(): void {
    if (this.checkout.state.name !== 'ready' || this.#hasFocusedCard) return;
    this.#hasFocusedCard = true;
    if (!this.#hasGoneElsewhere) this.checkout.focus('number');
  }

  /** Whether the customer has moved the focus meanwhile. A double click on the page's button takes it nowhere. */
  get #hasGoneElsewhere(): boolean {
    const inside = this.shadowRoot?.activeElement;
    if (inside) return inside !== this.heading && inside !== this.dialog;
    return document.activeElement !== document.body && document.activeElement !== this;
  }

  protected override render() {
    const {options, state} = this.checkout;
    const name = options.name ?? words.payment;
    return html`<dialog
      class=${state.name}
      aria-label=${words.dialogName(name, this.#amount)}
      @cancel=${this.#handleCancel}
      @close=${this.#handleClose}
    >
      ${this.#renderHeader(name)}
      ${
        options.testMode
          ? html`<p class="test"><b>${words.testMode}</b> ${words.testModeMeans}</p>`
          : nothing
      }
      <form class="body" novalidate @submit=${this.#handleSubmit}>
        ${options.askEmail ? this.#renderInput('email', 'email', 'email', options.email) : nothing}
        ${cardFields.map(field => this.#renderCardField(field))}
        ${options.zipCode ? this.#renderInput('postalCode', 'text', 'postal-code') : nothing}
        ${this.#renderMessage('form')} ${this.#renderPayButton()}
        <p class="foot">${words.straightTo(this.checkout.gateway.name)}</p>
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
        aria-label=${words.close}
        @click=${this.#handleCloseButton}
      >
        <svg width="16" height="16" aria-hidden="true">${cross}</svg>
      </button>
      <div>
        <h2 tabindex="-1">${name}</h2>
        ${description ? html`<p>${description}</p>` : nothing}
      </div>
      ${
        image && !this.imageFailed
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

  #renderCardField(field: CardField) {
    return html`<div
      class="card ${classMap({half: field !== 'number', bad: !!this.#errors[field]})}"
    >
      <label @click=${() => this.checkout.focus(field)}>${words.fields[field]}</label>
      <div class="box"><slot name=${field}></slot></div>
      ${this.#renderMessage(field)}
    </div>`;
  }

  #renderInput(name: 'email' | 'postalCode', type: string, autocomplete: string, value = '') {
    const bad = !!this.#errors[name];
    return html`<div>
      <label for=${name}>${words.fields[name]}</label>
      <input
        class="box"
        id=${name}
        type=${type}
        autocomplete=${autocomplete}
        .defaultValue=${value}
        ?readonly=${this.checkout.state.name === 'tokenizing'}
        aria-invalid=${bad}
        aria-describedby=${bad ? `${name}-message` : nothing}
        @input=${() => this.checkout.edit(name)}
      />
      ${this.#renderMessage(name)}
    </div>`;
  }

  #renderMessage(field: FieldName) {
    const error = this.#errors[field];
    return error
      ? html`<p class="message" id="${field}-message">${errorWords(error, words)}</p>`
      : nothing;
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
        return words.tryAgain;
      case 'tokenizing':
        return html`<span class="spinner"></span>${words.paying}`;
      case 'done':
        return html`<span aria-hidden="true">${checkMark}</span> ${words.done}`;
      default:
        return this.#payWords;
    }
  }

  get #payWords(): string {
    const {panelLabel} = this.checkout.options;
    const amount = this.#amount;
    if (!panelLabel) return words.pay(amount);
    if (panelLabel.includes('{{amount}}')) return panelLabel.replaceAll('{{amount}}', amount ?? '');
    return amount ? `${panelLabel} ${amount}` : panelLabel;
  }

  get #amount(): string | undefined {
    const {amount, currency} = this.checkout.options;
    return amount === undefined ? undefined : formatAmount(amount, currency, 'en');
  }

  get #errors(): FieldErrors {
    const {state} = this.checkout;
    if (state.name === 'unavailable') return {form: state.error};
    return state.name === 'refused' ? state.errors : {};
  }

  /** What a screen reader says when it has finished. */
  get #status(): string {
    switch (this.checkout.state.name) {
      case 'opening':
        return words.opening;
      case 'tokenizing':
        return words.paying;
      case 'done':
        return words.done;
      default:
        return '';
    }
  }

  #pay = async (): Promise<void> => {
    if (this.checkout.state.name === 'unavailable') return this.checkout.retry();
    await this.checkout.pay({
      email: this.email?.value.trim() ?? '',
      postalCode: this.postalCode?.value.trim() ?? '',
    });
    if (this.checkout.state.name === 'refused') this.#focusFirst(this.checkout.state.errors);
  };

  #focusFirst(errors: FieldErrors): void {
    const field = inputOrder.find(name => errors[name]);
    if (field === 'email' || field === 'postalCode') this[field]?.focus();
    else if (field) this.checkout.focus(field);
  }

  #handleChange = (): void => {
    if (this.checkout.state.name !== 'closed') return this.requestUpdate();
    this.dialog?.close();
    this.remove();
  };

  #handleSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#pay();
  };

  /** Escape. The dialog closes by its checkout's state alone. */
  #handleCancel = (event: Event): void => {
    if (event.target !== this.dialog) return;
    event.preventDefault();
    this.checkout.close('escape');
  };

  /** A browser may close a dialog at a second Escape without asking. */
  #handleClose = (): void => {
    this.checkout.close('escape');
    if (this.isConnected) this.dialog?.showModal();
  };

  #handleCloseButton = (): void => this.checkout.close('button');

  #handlePageHide = (): void => this.checkout.close('page');

  #handleImageError = (): void => {
    this.imageFailed = true;
  };
}

/** Opens the dialog of a checkout on the page's body; resolves when the customer can see it. */
export async function showPayDialog(checkout: Checkout): Promise<void> {
  const dialog = document.createElement('pay-dialog');
  dialog.checkout = checkout;
  member<HTMLElement>(Document.prototype, 'body', document).append(dialog);
  await dialog.updateComplete;
}

declare global {
  interface HTMLElementTagNameMap {
    'pay-dialog': PayDialog;
  }
}
