import {html, LitElement, nothing, type TemplateResult} from 'lit';
import type {AddressBook} from '../address.js';
import type {Checkout} from '../checkout/checkout.js';
import {isDelivering} from '../checkout/state.js';
import type {FieldName} from '../errors.js';
import {en, type Words} from '../locales/en.js';
import {directionOf} from '../locales/locale.js';
import {rootElement} from '../page/platform.js';
import {withWords} from '../locales/words.js';
import {getParts} from '../loading/parts.js';
import {accentStyles} from './accent.styles.js';
import type {AddressForm, AddressPart} from './address-part.js';
import {adoptRules} from './adopted-rules.js';
import {Announcer} from './announcer.js';
import {createMounts} from './card-mounts.js';
import {dialogFieldsStyles} from './dialog-fields.styles.js';
import {
  errorsOf,
  fieldsOf,
  renderAddressPlace,
  renderCardField,
  renderEmail,
  renderMessage,
  renderPostalCode,
  typedIn,
} from './dialog-fields.js';
import {renderAdvice, renderPayButton} from './dialog-button.js';
import {renderHeader, renderTestMode} from './dialog-header.js';
import {keepEvents} from './dialog-events.js';
import {adviceWords, amountWords, waitWords} from './dialog-words.js';
import type {Draft} from './draft.js';
import {darkScheme} from '../page/platform.js';
import {makeRoomForKeyboard} from './keyboard.js';
import {holdPage} from './page-scroll.js';
import {payDialogStyles} from './pay-dialog.styles.js';
import {isOnlyLight, lookOf, windowRules} from './theme.js';
import {themeStyles} from './theme.styles.js';
import {whenSeen} from './when-seen.js';

/**
 * What the customer sees of one checkout: a modal dialog that draws its state and calls its verbs. It
 * lies beside the body while it is open, whatever the button lies in.
 *
 * @element pay-dialog
 *
 * @slot number - The provider's field for the card number.
 * @slot expiry - The provider's field for the expiry date.
 * @slot cvc - The provider's field for the security code.
 * @slot card - The provider's field for all of a card, in the place of these three.
 *
 * @csspart dialog - The dialog itself.
 * @csspart header - What lies above the fields.
 * @csspart title - Who is paid.
 * @csspart description - For what.
 * @csspart amount - How much.
 * @csspart image - The picture beside them.
 * @csspart close - The button that closes.
 * @csspart test - The strip that says test mode.
 * @csspart label - What stands over a field.
 * @csspart field - An input, or the box around a field of the provider's.
 * @csspart message - What is wrong with a field.
 * @csspart pay - The button that pays.
 * @csspart foot - The line below it.
 *
 * @cssprop --pay-accent - The colour of the button and of the focus.
 * @cssprop --pay-accent-text - The text on it; black or white, whichever can be read, when absent.
 * @cssprop --pay-surface - What lies behind the dialog.
 * @cssprop --pay-field - What lies behind a field.
 * @cssprop --pay-text - Text.
 * @cssprop --pay-muted - Quieter text, and placeholders.
 * @cssprop --pay-error - Errors.
 * @cssprop --pay-line - The border of a field.
 * @cssprop --pay-radius - How round fields and buttons are.
 * @cssprop --pay-font - The font. In the provider's fields, only one that the customer's system has.
 */
export class PayDialog extends LitElement {
  static override readonly styles = [
    payDialogStyles,
    dialogFieldsStyles,
    accentStyles,
    themeStyles,
  ];

  /** Given before the dialog is put on the page, and for good; `draft` as well. */
  checkout!: Checkout;
  draft!: Draft;
  /** The error that kept the dialog from being drawn anew. */
  fault: Error | undefined;
  #words: Words = en;
  #addressPart: AddressPart | undefined;
  #addressForm: AddressForm | undefined;
  #hasWords = false;
  #hasFocusedCard = false;
  /** The number of times that the page may still throw the dialog out: a script that insists must not hang the page. */
  #returns = 5;
  #scheme: MediaQueryList | undefined;
  /** Over when the dialog goes. */
  #life!: AbortController;
  readonly #announcer = new Announcer();

  /** What the customer reads. English until the language's own words are there, or where they cannot be had. */
  get words(): Words {
    const {addressWords} = this.#addressPart ?? {};
    return addressWords ? {...addressWords, ...this.#words} : this.#words;
  }

  override connectedCallback(): void {
    if (this.#isCopy) return this.remove();
    super.connectedCallback();
    withWords(this.checkout.options.locale, words => {
      this.#words = words;
      this.#hasWords = true;
      this.requestUpdate();
    });
    this.#life = new AbortController();
    const {signal} = this.#life;
    for (const type of ['change', 'pace', 'focus']) {
      this.checkout.addEventListener(type, this.#handleChange, {signal});
    }
    window.addEventListener('pagehide', this.#handlePageHide, {signal});
    this.#scheme = darkScheme();
    this.#scheme?.addEventListener('change', this.#handleScheme, {signal});
    makeRoomForKeyboard(this, signal);
    keepEvents(this, signal);
    if (this.hasUpdated) this.#show();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#isCopy) return;
    this.#life.abort();
    queueMicrotask(this.#handleRemoval);
  }

  protected override createRenderRoot() {
    const root = super.createRenderRoot() as ShadowRoot;
    adoptRules(root, windowRules());
    return root;
  }

  /** Closes the dialog when a redraw fails. A payment that is on its way goes on without it. */
  protected override scheduleUpdate(): void {
    try {
      void super.scheduleUpdate();
    } catch (error) {
      if (!this.hasUpdated) throw error;
      if (this.fault) return;
      this.fault = error instanceof Error ? error : new Error(String(error));
      if (!/^(delivering|leaving|done|closed)$/.test(this.checkout.state.name)) {
        this.checkout.close('page');
        this.remove();
      }
    }
  }

  protected override willUpdate(): void {
    const errors = errorsOf(this.checkout);
    this.#announcer.hear(
      this.#fields.flatMap(field => errors[field] ?? []),
      this.words,
    );
  }

  protected override firstUpdated(): void {
    this.#show();
  }

  /** Shows the dialog with new fields for the card: frames that were taken off a page are lost. */
  #show(): void {
    // Closed before it was drawn, in which case it has been removed.
    const dialog = this.#dialog;
    if (this.checkout.state.name === 'closed') return;
    if (!dialog || !this.#find('.pay')) throw new TypeError('Lit draws no dialog.');
    this.#hasFocusedCard = false;
    this.replaceChildren();
    const places = createMounts(this, this.checkout.cardFields, () => void this.#pay());
    holdPage(this.#life.signal);
    dialog.close();
    dialog.showModal();
    const email = this.#find<HTMLInputElement>('#email');
    const first = email?.value === '' ? email : this.#heading;
    first?.focus();
    void this.checkout.start({
      places,
      look: lookOf(dialog),
      loadAddressBook: this.#loadAddressBook,
      seen: whenSeen(),
    });
  }

  protected override updated(): void {
    if (this.checkout.state.name !== 'ready' || this.#hasFocusedCard) return;
    this.#hasFocusedCard = true;
    if (!this.#hasGoneElsewhere) this.checkout.focus(this.checkout.cardFields[0]);
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

  protected override render(): TemplateResult {
    const {options, state} = this.checkout;
    const {language, payment, dialogName} = this.words;
    const {theme, name = payment} = options;
    const isDark = theme === 'auto' ? this.#scheme?.matches && !isOnlyLight() : theme === 'dark';
    // `tabindex`, so that keys after a click beside the fields go to the dialog, not to the page's body.
    return html`<dialog
      class="${state.name} ${this.#hasWords ? '' : 'wordless'} ${isDark ? 'dark' : ''}"
      part="dialog"
      tabindex="-1"
      lang=${language}
      dir=${directionOf(language)}
      aria-label=${dialogName(name, amountWords(options, this.words))}
      @cancel=${this.#handleCancel}
      @close=${this.#handleClose}
    >
      ${renderHeader(this)} ${renderTestMode(this)}
      <form class="body" novalidate @submit=${this.#handleSubmit}>
        ${options.askEmail ? renderEmail(this) : nothing}
        ${this.checkout.cardFields.map(field => renderCardField(this, field))}
        ${options.zipCode ? renderPostalCode(this) : nothing}
        ${this.#addressForm?.render() ?? renderAddressPlace(this)} ${renderMessage(this, 'form')}
        ${renderAdvice(this)} ${renderPayButton(this, this.#handleSubmit)}
        <p class="foot" part="foot">${this.words.straightTo(this.checkout.gateway.name)}</p>
      </form>
      <p class="spoken" role="alert">${this.#announcer.spoken}</p>
      <p class="spoken" role="status">${this.#status}</p>
    </dialog>`;
  }

  #loadAddressBook = async (): Promise<AddressBook> => {
    this.#addressPart ??= await getParts().addresses();
    const {addressBook, createForm} = this.#addressPart;
    this.#addressForm ??= createForm(this);
    adoptRules(this.renderRoot as ShadowRoot, this.#addressForm.styles);
    this.requestUpdate();
    return addressBook;
  };

  get #fields(): readonly FieldName[] {
    return fieldsOf(this.checkout, this.#addressForm?.shown);
  }

  /** What a screen reader says when it has finished. */
  get #status(): string {
    const {checkout, words} = this;
    return adviceWords(checkout, words) ?? waitWords(checkout, words) ?? '';
  }

  #pay = async (): Promise<void> => {
    const {name} = this.checkout.state;
    if (name === 'unavailable' || name === 'unconfirmed') return this.checkout.retry();
    await this.checkout.pay({
      email: typedIn(this.renderRoot, 'email'),
      postalCode: typedIn(this.renderRoot, 'postalCode'),
      ...this.#addressForm?.read(),
    });
    if (this.checkout.state.name === 'refused') this.#focusFirstError();
  };

  #focusFirstError(): void {
    const errors = errorsOf(this.checkout);
    const first = this.#fields.find(field => errors[field]);
    const card = this.checkout.cardFields.find(field => field === first);
    if (card) this.checkout.focus(card);
    else this.#find(`#${first}`)?.focus();
  }

  #handleChange = (): void => {
    const {name} = this.checkout.state;
    const dialog = this.#dialog;
    this.requestUpdate();
    // What the bank shows lies on the body, where an open modal dialog would make it inert.
    if (name === 'closed' || name === 'authenticating') dialog?.close();
    else if (dialog?.open === false) {
      dialog.showModal();
      this.#find('.pay')?.focus();
    }
    if (name === 'closed') this.remove();
  };

  /** Clicks of the pay button as well, which Enter in an input also makes: a sandboxed frame drops the submit. */
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
    if (this.#dialog?.open !== false || this.checkout.state.name === 'authenticating') return;
    this.checkout.close('escape');
    if (this.isConnected) this.#dialog.showModal();
  };

  /** The page has drawn all of its document anew, or has removed the dialog by itself. */
  #handleRemoval = (): void => {
    const {state} = this.checkout;
    if (this.isConnected || state.name === 'closed') return;
    const isSent = isDelivering(state) || state.name === 'unconfirmed';
    if (isSent || !this.#returns--) this.checkout.close('page');
    else rootElement().append(this);
  };

  #handlePageHide = (): void => this.checkout.close('page');

  /** The customer's system has turned dark or light: `auto` follows it, and the provider's fields with the dialog. */
  #handleScheme = (): void => {
    this.requestUpdate();
    void this.updateComplete.then(() => {
      if (this.#dialog) this.checkout.restyle(lookOf(this.#dialog));
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'pay-dialog': PayDialog;
  }
}
