import type {DeliveryAnswer, DeliveryContext} from '../checkout/delivery.js';
import type {PostedField} from '../checkout/payment.js';
import type {Gateway} from '../gateways/gateway.js';
import type {PaymentForm} from './payment-form.js';

/** The button that is paid by, as far as answers concern it: it dispatches `pay-confirmed`. */
export type AnsweredButton = Pick<EventTarget, 'dispatchEvent'> & {readonly gateway: Gateway};

/** The part that posts by `fetch`, and understands servers' and pages' answers. */
export interface ConfirmPart {
  /** A sentence for the merchant where the form is not in UTF-8. */
  charsetProblem(form: PaymentForm): string | undefined;
  /** Asks the page by a `submit` event. Returns true where the form may be posted. */
  askPage(form: PaymentForm, submitter: HTMLElement | undefined): boolean;
  /**
   * Explains why the browser shows nothing of a form that is not valid: a warning names the field to the merchant.
   * @param show shows words to the customer, in the place of those shown before
   */
  explainHiddenFault(form: HTMLFormElement, show: (words: string) => void): void;
  /**
   * Makes a function that posts the form with these fields; called again, it posts the same.
   * @param fields the credential first
   */
  createPost(
    form: PaymentForm,
    submitter: HTMLElement | undefined,
    fields: readonly PostedField[],
    button: AnsweredButton,
  ): (context: DeliveryContext) => Promise<DeliveryAnswer>;
  /** Converts what a page gave to `complete()`. Returns nothing, and warns, where that is no answer. */
  readonly pageAnswer: (answer: unknown, button: AnsweredButton) => DeliveryAnswer | undefined;
}

declare module '../loading/parts.js' {
  interface Parts {
    readonly confirm: () => Promise<ConfirmPart>;
  }
}
