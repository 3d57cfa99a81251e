import type {DeliveryAnswer, DeliveryContext} from '../checkout/delivery.js';
import type {PostedField} from '../checkout/payment.js';
import type {Core} from '../core.js';
import {errorCodes} from '../errors.js';
import type {AnsweredButton, ConfirmPart} from './confirm-part.js';
import {explainHiddenFault} from './hidden-fault.js';
import type {PaymentForm} from './payment-form.js';
import {charsetProblem, type PostRequest, requestFor, send} from './post-form.js';
import {deliveryAnswer, pageAnswer, readAnswer, type ServerAnswer} from './server-answer.js';
import {askPage} from './submit-question.js';

/** @param core the main file, which loads this part */
export function createPart(core: Core): ConfirmPart {
  return {
    charsetProblem,
    askPage,
    explainHiddenFault,
    createPost(form, submitter, fields, button) {
      const post = new FetchPost(form, submitter, fields, button, core);
      return context => post.send(context);
    },
    pageAnswer: (answer, button) => pageAnswer(answer, button, core),
  };
}

/** One credential on its way to the merchant's server by `fetch`; asking again posts the same. */
class FetchPost {
  readonly #form: PaymentForm;
  readonly #submitter: HTMLElement | undefined;
  readonly #button: AnsweredButton;
  readonly #core: Core;
  #fields: readonly PostedField[];
  #isSent = false;

  /** @param fields the credential first */
  constructor(
    form: PaymentForm,
    submitter: HTMLElement | undefined,
    fields: readonly PostedField[],
    button: AnsweredButton,
    core: Core,
  ) {
    this.#form = form;
    this.#submitter = submitter;
    this.#fields = fields;
    this.#button = button;
    this.#core = core;
  }

  /**
   * Posts the form, and again after the bank's confirmation where the server asks for one. From then on only the
   * bank's no is a refusal.
   * @throws PayError where the bank said no
   */
  async send({authenticate}: DeliveryContext): Promise<DeliveryAnswer> {
    let answer = await this.#post();
    if (answer.status === 'action_required') {
      const intent = await authenticate(answer.client_secret);
      const [, ...others] = this.#fields;
      this.#fields = [['stripe_payment_intent', intent], ...others];
      answer = afterBank(await this.#post());
    }
    // Spent, or about to be replaced. To ask again, it is written again.
    this.#form.clear();
    return deliveryAnswer(answer, this.#button, this.#core);
  }

  /** @throws PayError where the page has broken what the request is made of, and nothing was ever sent */
  async #post(): Promise<ServerAnswer> {
    let request: PostRequest;
    try {
      this.#form.write(this.#fields);
      request = requestFor(this.#form, this.#submitter);
    } catch (cause) {
      console.error(cause);
      if (this.#isSent) return {status: 'unknown'};
      const message = 'The form could not be read.';
      throw new this.#core.PayError(errorCodes.deliveryFailed, 'network', message, {cause});
    }
    this.#isSent = true;
    return answerTo(request);
  }
}

async function answerTo(request: PostRequest): Promise<ServerAnswer> {
  try {
    return await readAnswer(await send(request));
  } catch {
    return {status: 'unknown'};
  }
}

/** The bank has been asked, so that the card may be charged although the server failed afterwards. */
function afterBank(answer: ServerAnswer): ServerAnswer {
  if (answer.status !== 'error') return answer;
  console.error(
    `pay-button: the shop's server failed after the bank's question: ${answer.message}`,
  );
  return {status: 'unknown'};
}
