import {Checkout} from '../checkout/checkout.js';
import {PayCloseEvent, PayErrorEvent, PayOpenEvent, PayOpenedEvent} from '../checkout/events.js';
import {type CheckoutOptions, optionAttributes} from '../checkout/options.js';
import type {PayResult} from '../checkout/payment.js';
import type {CheckoutState} from '../checkout/state.js';
import type {FormTie} from '../delivery/form-tie.js';
import {PageDelivery} from '../delivery/page-delivery.js';
import type {PaymentForm} from '../delivery/payment-form.js';
import {errorCodes} from '../errors.js';
import type {Gateway} from '../gateways/gateway.js';
import {getParts} from '../loading/parts.js';
import type {Draft} from './draft.js';
import {hasMovedOn} from './page-address.js';
import {runCheckout} from './run-checkout.js';

/** The part of a button that its openings need. */
type Button = HTMLElement & {readonly gateway: Gateway};

/** One opening. Another button may take the place of its button meanwhile: pages draw themselves anew. */
interface Opening {
  owner: Openings;
  /** The buttons that were on the page before. None of them takes that place. */
  readonly others: ReadonlySet<Openings>;
  readonly draft: Draft;
  result?: Promise<PayResult>;
  checkout?: Checkout;
  delivery?: PageDelivery;
  /** Closed by the page before it was open. */
  isAbandoned: boolean;
  isOver: boolean;
}

/** The openings of the buttons that are on the page. */
const present = new Set<Openings>();
/** Openings whose button has gone from the page. */
const orphans = new Set<Opening>();

/** The openings of one button, one at a time: asks the page before each, and notifies it of what becomes of it. */
export class Openings {
  readonly #button: Button;
  readonly #tie: FormTie;
  readonly #readOptions: () => CheckoutOptions;
  readonly #showFault: (words: string) => void;
  #draft: Draft = new Map();
  #last: Opening | undefined;

  /**
   * @param readOptions parses the button's attributes, and throws a PayError, reported, where one is wrong
   * @param showFault shows at the button what keeps the dialog closed; nothing when empty
   */
  constructor(
    button: Button,
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
    return this.#opening?.checkout?.state.name ?? 'closed';
  }

  /**
   * While a dialog is open, every call returns the same promise. Rejects with what `readOptions()` throws.
   * @param submitter the merchant's own submit button, where that was clicked
   */
  open(submitter?: HTMLElement): Promise<PayResult> {
    const opening = (this.#last = this.#opening ?? {
      owner: this,
      others: new Set(present),
      draft: this.#draft,
      isAbandoned: false,
      isOver: false,
    });
    return (opening.result ??= this.#run(opening, submitter).finally(() => {
      // The dialog of a payment is up until the browser has left.
      if (!opening.checkout) end(opening);
    }));
  }

  close(): void {
    const opening = this.#opening;
    if (opening) opening.isAbandoned = true;
    opening?.checkout?.close('page');
  }

  /** See `PageDelivery.complete()`. */
  async complete(answer: unknown): Promise<void> {
    await this.#opening?.delivery?.complete(answer);
  }

  /** The page has reset the form, as scripts do that have sent it. */
  release(): void {
    this.#opening?.delivery?.release();
  }

  /** The button has come to the page, or has gone from it. A move does both at once, and changes nothing. */
  relocated(): void {
    if (this.#button.isConnected) present.add(this);
    else present.delete(this);
    queueMicrotask(() => {
      if (this.#button.isConnected) this.#arrived();
      else if (this.#opening?.owner === this) this.#look(this.#opening);
    });
  }

  #arrived(): void {
    for (const opening of orphans) {
      if (opening.owner === this) orphans.delete(opening);
      else if (opening.owner.#isReplacedBy(this)) this.#take(opening);
    }
  }

  /** Looks whether the page has taken the button away. The dialog stays, unless the page has gone elsewhere, or has answered a payment that was given to it. */
  #look(opening: Opening): void {
    if (this.#button.isConnected) return;
    const {checkout, delivery} = opening;
    // Some pages put the new button in first.
    const heir = [...present].find(other => this.#isReplacedBy(other));
    const form = heir && heir.#tie.form;
    if (checkout && hasMovedOn(true)) checkout.close('page');
    else if (delivery?.isWithPage && form !== this.#tie.last) delivery.release();
    else if (heir) heir.#take(opening);
    else orphans.add(opening);
  }

  #take(opening: Opening): void {
    orphans.delete(opening);
    opening.owner = this;
    this.#last = opening;
    this.#draft = opening.draft;
  }

  /** True where another button looks like this one drawn anew: by its `id`, else by all that is said of the payment. */
  #isReplacedBy(other: Openings): boolean {
    const [button, drawn] = [this.#button, other.#button];
    if (other.#opening || this.#last?.others.has(other) || button.id !== drawn.id) return false;
    if (button.id) return true;
    const [last, form] = [this.#tie.last, other.#tie.form];
    const isSameForm = last && form ? last.resembles(form) : last === form;
    const isSame = (name: string) => button.getAttribute(name) === drawn.getAttribute(name);
    return isSameForm && optionAttributes.every(isSame);
  }

  get #opening(): Opening | undefined {
    return this.#last?.isOver ? undefined : this.#last;
  }

  async #run(opening: Opening, submitter: HTMLElement | undefined): Promise<PayResult> {
    const button = () => opening.owner.#button;
    const getForm = () => {
      // A listener may just have drawn the page anew.
      opening.owner.#look(opening);
      return opening.owner.#form;
    };
    const form = getForm();
    form?.clear();
    if (this.#isDisabled || !this.#reportValidity(submitter)) return {closed: 'page'};
    if (!(await this.#mayOpen(opening))) return {closed: 'page'};

    // Only now, since the page may have changed an attribute when it was asked.
    const options = opening.owner.#readOptions();
    let isNotSent = false;
    const delivery = new PageDelivery({
      get button() {
        return button();
      },
      options,
      getForm,
      get submitter() {
        return submitter?.isConnected === false ? slottedSubmit(button()) : submitter;
      },
    });
    const checkout = new Checkout(options, button().gateway, delivery);
    Object.assign(opening, {delivery, checkout});
    return runCheckout(checkout, {
      draft: opening.draft,
      get element() {
        return button();
      },
      opened: () => button().dispatchEvent(new PayOpenedEvent()),
      closed: reason => {
        // First, since a listener may open the next one.
        end(opening);
        button().dispatchEvent(new PayCloseEvent(reason));
        // Where a field keeps the form from being sent, the browser shows it as soon as it can be seen.
        if (isNotSent) opening.owner.#reportValidity(submitter);
      },
      failed: error => {
        isNotSent = error.code === errorCodes.notSent;
        button().dispatchEvent(new PayErrorEvent(error));
      },
    });
  }

  /** The form that the button pays for, also where the page has taken the button away, or has drawn the form anew. */
  get #form(): PaymentForm | undefined {
    return this.#button.isConnected ? this.#tie.form : this.#tie.last?.onPage;
  }

  /** The browser's own check of the form, which shows what is wrong. A field that nobody can see is named at the button. */
  #reportValidity(submitter: HTMLElement | undefined): boolean {
    const form = this.#form;
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

  async #mayOpen(opening: Opening): Promise<boolean> {
    const question = new PayOpenEvent();
    if (!this.#button.dispatchEvent(question)) return false;
    try {
      await question.pending;
    } catch {
      return false;
    }
    const {owner} = opening;
    // A menu that closes at the click takes the button with it, but not the form.
    const isThere = owner.#button.isConnected || owner.#form !== undefined;
    return isThere && !owner.#isDisabled && !opening.isAbandoned;
  }
}

function end(opening: Opening): void {
  opening.isOver = true;
  orphans.delete(opening);
}

/** The submit button of the merchant's in a button that was drawn anew. */
function slottedSubmit(button: HTMLElement): HTMLElement | undefined {
  const submits = '[type=submit], button:not([type=button], [type=reset])';
  return button.querySelector<HTMLElement>(submits) ?? undefined;
}
