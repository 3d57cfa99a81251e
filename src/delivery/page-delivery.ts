import type {Delivery, DeliveryAnswer, DeliveryContext} from '../checkout/delivery.js';
import {PayTokenEvent} from '../checkout/events.js';
import {beforeSending, notReached, undelivered} from '../checkout/failures.js';
import type {CheckoutOptions} from '../checkout/options.js';
import type {Payment, PostedField} from '../checkout/payment.js';
import {postedFields} from '../checkout/posted-fields.js';
import {errorCodes, PayError} from '../errors.js';
import {warnOnce} from '../hints.js';
import {getParts} from '../loading/parts.js';
import type {AnsweredButton, ConfirmPart} from './confirm-part.js';
import type {PaymentForm} from './payment-form.js';

/** The setup of a {@link PageDelivery}. */
export interface PageDeliverySetup {
  /** Dispatches `pay-token` and `pay-confirmed`. */
  readonly button: AnsweredButton;
  readonly options: CheckoutOptions;
  /** The form as it is now: it may have become another one since the click. */
  readonly getForm: () => PaymentForm | undefined;
  /** The merchant's own submit button, where that was clicked, as it is now. */
  readonly submitter: HTMLElement | undefined;
}

/** The way from `<pay-button>` to the merchant: by `pay-token`, and in the form, which is submitted or posted. */
export class PageDelivery implements Delivery {
  readonly #setup: PageDeliverySetup;
  readonly #postsByFetch: boolean;
  readonly #hadForm: boolean;
  #payment: Payment | undefined;
  #form: PaymentForm | undefined;
  #fields: readonly PostedField[] = [];
  /** A listener of `pay-token` has read the payment, and may send it whatever becomes of the form. */
  #isRead = false;
  #send: ((context: DeliveryContext) => Promise<DeliveryAnswer>) | undefined;
  /** The page was asked, in this opening, whether the form may be posted. */
  #isAgreed = false;
  /** Set while the page has the credential: ends that with what the page says. */
  #settle: ((answer: DeliveryAnswer) => void) | undefined;
  /** The page's answers so far. One may come in a `submit` handler, before it is known that the page has the credential. */
  #said: unknown[] = [];

  constructor(setup: PageDeliverySetup) {
    const {confirm, autoSubmit} = setup.options;
    this.#setup = setup;
    this.#hadForm = setup.getForm() !== undefined;
    this.#postsByFetch = confirm === 'fetch' && autoSubmit;
    // While the customer types, so that paying need not wait for it. A failure is told when it is needed.
    if (this.#postsByFetch) loadConfirm(setup.getForm()).catch(() => {});
  }

  async deliver(payment: Payment, context: DeliveryContext): Promise<DeliveryAnswer> {
    this.#said = [];
    if (payment === this.#payment) this.#form?.write(this.#fields, true);
    const answer = await this.#deliver(payment, context).catch(undelivered);
    // A credential that was refused must not be sent by a later submit.
    if (answer.name === 'refused') this.#form?.clear();
    return answer;
  }

  async #deliver(payment: Payment, context: DeliveryContext): Promise<DeliveryAnswer> {
    if (payment !== this.#payment) this.#send = await this.#offer(payment, context);
    this.#payment = payment;
    return (await this.#send?.(context)) ?? {name: 'handled'};
  }

  /**
   * The page, which has the credential, says what became of it.
   * @param answer in the shape of the server's JSON, see `ServerAnswer`
   */
  async complete(answer: unknown): Promise<void> {
    this.#said.push(answer);
    const settle = this.#settle;
    if (!settle) return;
    const {pageAnswer} = await loadConfirm(this.#form);
    if (settle !== this.#settle) return;
    const meaning = pageAnswer(answer, this.#setup.button);
    if (meaning) settle(meaning);
    else this.#said = this.#said.filter(said => said !== answer);
  }

  /** True while the page has the credential, and has not said what became of it. */
  get isWithPage(): boolean {
    return this.#settle !== undefined;
  }

  /** The page has done with its form. Unless it has said what became of the credential, nothing more will be said. */
  release(): void {
    if (this.#said.length === 0) this.#settle?.({name: 'handled'});
  }

  /**
   * Gives the credential to the page.
   * @returns the way on, or nothing where the page takes it
   * @throws PayError where the page, or what it lacks, keeps the credential from being sent
   */
  async #offer(payment: Payment, context: DeliveryContext) {
    const {options, getForm} = this.#setup;
    const confirm = this.#postsByFetch ? await loadConfirm(getForm()) : undefined;
    // Closed while the part was loading.
    if (context.signal.aborted) return undefined;
    this.#fields = postedFields(payment, options);
    this.#fill(getForm(), !confirm);
    const event = new PayTokenEvent(payment);
    const mayBeSent = this.#setup.button.dispatchEvent(event) && options.autoSubmit;
    this.#isRead = event.isRead;
    const isTaken = this.#isTaken;
    // A listener may have drawn the form anew, or taken it away.
    const form = getForm();
    if (form !== this.#form) this.#fill(form, !confirm);
    if (!form && this.#hadForm && !isTaken) throw notSent();
    if (!form || !mayBeSent) return undefined;
    const {submitter} = this.#setup;
    if (!form.checkValidity(submitter)) throw notSent();
    if (!confirm) return this.#submit;
    this.#isAgreed ||= confirm.askPage(form, submitter);
    if (!this.#isAgreed) {
      if (this.#isTaken) return this.#untilPageSays;
      throw notSent();
    }
    // Another button may be on the page by the time at which the server answers.
    const button: AnsweredButton = {
      gateway: this.#setup.button.gateway,
      dispatchEvent: event => this.#setup.button.dispatchEvent(event),
    };
    return confirm.createPost(form, submitter, this.#fields, button);
  }

  /** Puts the credential into the form that is there now. */
  #fill(form: PaymentForm | undefined, mayBeScripted: boolean): void {
    this.#form?.clear();
    form?.assertPostable(this.#setup.submitter, mayBeScripted);
    this.#form = form;
    beforeSending(() => form?.write(this.#fields, true));
  }

  /** True once the page may send the credential by itself: it must not be told that nothing was charged. */
  get #isTaken(): boolean {
    return this.#isRead || this.#form?.isTaken === true;
  }

  /** Submits the form as its own button would, and waits where the page has taken it over. */
  #submit = async (): Promise<DeliveryAnswer> => {
    const form = this.#setup.getForm();
    // Only if it is submitted once more, after an outcome that nobody knew.
    if (!form) throw new Error('pay-button: the form has gone from the page.');
    if (form !== this.#form) this.#fill(form, true);
    const submission = beforeSending(() => form.submit(this.#setup.submitter));
    if (submission === 'leaving') return {name: 'leaving'};
    if (submission === 'elsewhere') return {name: 'handled'};
    return this.#untilPageSays();
  };

  /**
   * Waits for what the page makes of a credential that it has taken over: it may post it by itself, now or when a
   * captcha is solved. A page that marks a field as invalid, and has read nothing, has not taken it.
   */
  #untilPageSays = (): Promise<DeliveryAnswer> => {
    if (this.#form?.hasInvalidField && !this.#isTaken) throw notSent();
    return new Promise(resolve => {
      this.#settle = answer => {
        this.#settle = undefined;
        resolve(answer);
      };
      // The first that is an answer counts.
      for (const answer of this.#said.splice(0)) void this.complete(answer);
    });
  };
}

/**
 * Loads the part that posts by `fetch` and understands answers.
 * @throws PayError where it cannot be loaded
 */
async function loadConfirm(form: PaymentForm | undefined): Promise<ConfirmPart> {
  const part = await getParts().confirm().catch(notReached('The part that posts the form'));
  const problem = form && part.charsetProblem(form);
  if (problem) warnOnce(problem);
  return part;
}

function notSent(): PayError {
  const message =
    'pay-button: the form was not sent: a field is not valid, or its submit was prevented.';
  warnOnce(message);
  return new PayError(errorCodes.notSent, 'customer', message);
}
