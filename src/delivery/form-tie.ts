import {PaymentForm} from './payment-form.js';

/** The form that a button pays for, which may become another one: its submits are listened to while it is that. */
export class FormTie {
  /** Changes by {@link adopt} alone. */
  form: PaymentForm | undefined;
  /** The same, or the form before it where there is none now. */
  last: PaymentForm | undefined;
  #leave: (() => void) | undefined;
  readonly #listener: (event: SubmitEvent) => void;

  /** @param listener hears of submits that the page has not stopped */
  constructor(listener: (event: SubmitEvent) => void) {
    this.#listener = listener;
  }

  /** From now on, this one or none. */
  adopt(element: HTMLFormElement | undefined): void {
    if (element === this.form?.element) return;
    this.#leave?.();
    this.form = element && PaymentForm.of(element);
    this.last = this.form ?? this.last;
    this.#leave = this.form?.onSubmit(this.#listener);
  }
}
