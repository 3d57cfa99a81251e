import {Checkout} from '../checkout/checkout.js';
import type {Confirm} from '../checkout/confirm.js';
import {PayCloseEvent, PayErrorEvent, PayOpenEvent, PayOpenedEvent} from '../checkout/events.js';
import type {CheckoutOptions} from '../checkout/options.js';
import type {PayResult} from '../checkout/payment.js';
import {postedFields} from '../checkout/posted-fields.js';
import type {CheckoutState} from '../checkout/state.js';
import {PayError} from '../errors.js';
import type {FormTie} from '../form/form-tie.js';
import type {Gateway} from '../gateways/gateway.js';
import {teach} from '../locales/words.js';
import {onDemand} from '../on-demand.js';
import {deliver} from './deliver.js';
import type {Draft} from './draft.js';
import {runCheckout} from './run-checkout.js';

/** The openings of one button, one at a time: asks the page before each, and tells it what becomes of it. */
export class Openings {
  readonly #button: HTMLElement & {readonly gateway: Gateway};
  readonly #tie: FormTie;
  readonly #check: () => CheckoutOptions;
  readonly #draft: Draft = new Map();
  #opening: Promise<PayResult> | undefined;
  #checkout: Checkout | undefined;
  #isLeaving = false;
  /** Closed by the page before it was open. */
  #abandoned = false;

  /** @param check reads what the button says now, and throws a PayError, reported, where that is wrong */
  constructor(
    button: HTMLElement & {readonly gateway: Gateway},
    tie: FormTie,
    check: () => CheckoutOptions,
  ) {
    this.#button = button;
    this.#tie = tie;
    this.#check = check;
  }

  get state(): CheckoutState['name'] {
    return this.#checkout?.state.name ?? 'closed';
  }

  /** While it is open, every call returns the same promise. Rejects with what `check()` throws. */
  open(): Promise<PayResult> {
    const opening = (this.#opening ??= this.#run().finally(() => {
      // The page may have opened it again by then.
      if (opening === this.#opening && !this.#checkout) this.#opening = undefined;
    }));
    return opening;
  }

  close(): void {
    this.#abandoned = true;
    this.#checkout?.close('page');
  }

  async #run(): Promise<PayResult> {
    const button = this.#button;
    this.#abandoned = false;
    this.#check();
    const {form} = this.#tie;
    form?.clear();
    if (this.#isDisabled || form?.reportValidity() === false) return {closed: 'page'};
    if (!(await this.#mayOpen())) return {closed: 'page'};

    // Read only now, since the page may have changed something when it was asked.
    const options = this.#check();
    const asksShop = options.confirm === 'fetch' && options.autoSubmit && this.#tie.form;
    const checkout = new Checkout(options, button.gateway, asksShop ? this.#confirm : undefined);
    this.#checkout = checkout;
    this.#isLeaving = false;
    return runCheckout(checkout, {
      draft: this.#draft,
      element: button,
      opened: () => button.dispatchEvent(new PayOpenedEvent()),
      paid: payment => {
        if (!asksShop) deliver(payment, checkout, button, this.#tie.form);
        else if (this.#isLeaving) checkout.hold();
        else checkout.close('paid');
      },
      closed: reason => {
        this.#checkout = undefined;
        this.#opening = undefined;
        button.dispatchEvent(new PayCloseEvent(reason));
      },
      failed: error => button.dispatchEvent(new PayErrorEvent(error)),
    });
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

  /** Hands the payment over while the dialog is open. */
  #confirm: Confirm = async (payment, authenticate) => {
    const [{form}, checkout, button] = [this.#tie, this.#checkout, this.#button];
    form?.assertPostable();
    const {confirmByFetch, shopWords} = await onDemand.confirm();
    teach(shopWords);
    // Closed meanwhile, and maybe open again.
    if (!form || !checkout || checkout !== this.#checkout) return;
    const fields = postedFields(payment, checkout.options);
    const handover = {payment, fields, form, button, authenticate, PayError};
    this.#isLeaving = await confirmByFetch(handover);
  };
}
