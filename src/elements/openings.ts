import {Checkout} from '../checkout/checkout.js';
import {PayCloseEvent, PayErrorEvent, PayOpenEvent, PayOpenedEvent} from '../checkout/events.js';
import type {CheckoutOptions} from '../checkout/options.js';
import type {PayResult} from '../checkout/payment.js';
import type {CheckoutState} from '../checkout/state.js';
import type {FormTie} from '../delivery/form-tie.js';
import {PageDelivery} from '../delivery/page-delivery.js';
import {errorCodes} from '../errors.js';
import type {Gateway} from '../gateways/gateway.js';
import {getParts} from '../loading/parts.js';
import type {Draft} from './draft.js';
import {runCheckout} from './run-checkout.js';

/** The openings of one button, one at a time: asks the page before each, and notifies it of what becomes of it. */
export class Openings {
  readonly #button: HTMLElement & {readonly gateway: Gateway};
  readonly #tie: FormTie;
  readonly #readOptions: () => CheckoutOptions;
  readonly #showFault: (words: string) => void;
  readonly #draft: Draft = new Map();
  #opening: Promise<PayResult> | undefined;
  #checkout: Checkout | undefined;
  #delivery: PageDelivery | undefined;
  /** Closed by the page before it was open. */
  #abandoned = false;

  /**
   * @param readOptions parses the button's attributes, and throws a PayError, reported, where one is wrong
   * @param showFault shows at the button what keeps the dialog closed; nothing when empty
   */
  constructor(
    button: HTMLElement & {readonly gateway: Gateway},
    tie: FormTie,
    readOptions: () => CheckoutOptions,
    showFault: (words: string) => void,
  ) {
    this.#button = button;
    this.#tie = tie;
    this.#readOptions = readOptions;
    this.#showFault = showFault;
  }

  get state(): CheckoutState['name'] {
    return this.#checkout?.state.name ?? 'closed';
  }

  /**
   * While a dialog is open, every call returns the same promise. Rejects with what `readOptions()` throws.
   * @param submitter the merchant's own submit button, where that was clicked
   */
  open(submitter?: HTMLElement): Promise<PayResult> {
    const opening = (this.#opening ??= this.#run(submitter).finally(() => {
      // The page may have opened it again by then.
      if (opening === this.#opening && !this.#checkout) this.#opening = undefined;
    }));
    return opening;
  }

  close(): void {
    this.#abandoned = true;
    this.#checkout?.close('page');
  }

  /** See `PageDelivery.complete()`. */
  async complete(answer: unknown): Promise<void> {
    await this.#delivery?.complete(answer);
  }

  /** The page has reset the form, as scripts do that have sent it. */
  release(): void {
    this.#delivery?.release();
  }

  async #run(submitter: HTMLElement | undefined): Promise<PayResult> {
    const button = this.#button;
    this.#abandoned = false;
    const {form} = this.#tie;
    form?.clear();
    if (this.#isDisabled || !this.#reportValidity(submitter)) return {closed: 'page'};
    if (!(await this.#mayOpen())) return {closed: 'page'};

    // Only now, since the page may have changed an attribute when it was asked.
    const options = this.#readOptions();
    const getForm = () => this.#tie.form;
    let isNotSent = false;
    this.#delivery = new PageDelivery({button, options, getForm, submitter});
    this.#checkout = new Checkout(options, button.gateway, this.#delivery);
    return runCheckout(this.#checkout, {
      draft: this.#draft,
      element: button,
      opened: () => button.dispatchEvent(new PayOpenedEvent()),
      closed: reason => {
        this.#delivery = undefined;
        this.#checkout = undefined;
        this.#opening = undefined;
        button.dispatchEvent(new PayCloseEvent(reason));
        // Where a field keeps the form from being sent, the browser shows it as soon as it can be seen.
        if (isNotSent) this.#reportValidity(submitter);
      },
      failed: error => {
        isNotSent = error.code === errorCodes.notSent;
        button.dispatchEvent(new PayErrorEvent(error));
      },
    });
  }

  /** The browser's own check of the form, which shows what is wrong. A field that nobody can see is named at the button. */
  #reportValidity(submitter: HTMLElement | undefined): boolean {
    const {form} = this.#tie;
    if (!form || form.reportValidity(submitter)) {
      this.#showFault('');
      return true;
    }
    getParts()
      .confirm()
      .then(part => part.explainHiddenFault(form.element, this.#showFault))
      // The console has the reason where the part cannot be loaded.
      .catch(() => {});
    return false;
  }

  /** By itself, or by a fieldset around it. */
  get #isDisabled(): boolean {
    return this.#button.matches(':disabled');
  }

  async #mayOpen(): Promise<boolean> {
    const question = new PayOpenEvent();
    if (!this.#button.dispatchEvent(question)) return false;
    try {
      await question.pending;
      return this.#button.isConnected && !this.#isDisabled && !this.#abandoned;
    } catch {
      return false;
    }
  }
}
