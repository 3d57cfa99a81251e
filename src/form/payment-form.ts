import {errorCodes, PayError} from '../errors.js';
import {warnOnce} from '../hints.js';
import {member, parseUrl} from '../platform.js';

/**
 * The merchant's form, as far as a payment touches it. A field of the form named `submit`, `method` or `elements`
 * hides the member of that name, so every member is taken from the prototype and every attribute by name.
 */
export class PaymentForm {
  /** One for each form, whichever of its buttons pays. */
  static readonly #all = new WeakMap<HTMLFormElement, PaymentForm>();

  readonly element: HTMLFormElement;
  #written: HTMLInputElement[] = [];
  #isPosted = false;

  private constructor(element: HTMLFormElement) {
    this.element = element;
  }

  static of(element: HTMLFormElement): PaymentForm {
    const known = PaymentForm.#all.get(element);
    if (known) return known;
    const form = new PaymentForm(element);
    PaymentForm.#all.set(element, form);
    return form;
  }

  /** Whether there is a payment in the form that has not been posted. */
  get hasPayment(): boolean {
    return this.#written.length > 0 && !this.#isPosted;
  }

  /** Buttons that are images do not count: `form.elements` leaves them out. */
  get hasSubmitButton(): boolean {
    return this.#controls.some(control => 'type' in control && control.type === 'submit');
  }

  /**
   * Listens for submits that the page has not stopped.
   * @returns a function that stops listening
   */
  onSubmit(listener: (event: SubmitEvent) => void): () => void {
    const filter = (event: Event) => {
      if (!event.defaultPrevented) listener(event as SubmitEvent);
    };
    EventTarget.prototype.addEventListener.call(this.element, 'submit', filter);
    return () => EventTarget.prototype.removeEventListener.call(this.element, 'submit', filter);
  }

  /** @throws PayError for the merchant where the form would expose the token, or send it nowhere */
  assertPostable(): void {
    const method = this.#attribute('method')?.toLowerCase() ?? 'get';
    if (method !== 'post') {
      throw new PayError(
        errorCodes.formMethod,
        'merchant',
        `pay-button: the form has method="${method}", which shows or loses the token. Make it method="post".`,
      );
    }
    const base = member<string>(Node.prototype, 'baseURI', this.element);
    const action = parseUrl(this.#attribute('action') || base, base);
    const protocol = action?.protocol ?? 'malformed';
    const secure = protocol === 'https:' || (protocol === 'http:' && !base.startsWith('https:'));
    if (!secure) {
      throw new PayError(
        errorCodes.formAction,
        'merchant',
        `pay-button: the form's action must be an https: address (http: only on an http: page), but it is ${protocol}.`,
      );
    }
    // No error, since it may be meant.
    if (action?.origin !== origin) warnOnce('pay-button: the form posts to another site.');
  }

  /** The browser's own check of the merchant's fields, unless the form has none; it shows what is wrong. */
  reportValidity(): boolean {
    if (this.#attribute('novalidate') !== null) return true;
    return HTMLFormElement.prototype.reportValidity.call(this.element);
  }

  /**
   * Puts hidden fields into the form, each in the place of any hidden field of that name. Without a value, such
   * a field is only taken away.
   */
  write(fields: Iterable<readonly [name: string, value?: string]>): void {
    this.clear();
    for (const [name, value] of fields) {
      this.#removeHidden(name);
      if (value === undefined) continue;
      const input = document.createElement('input');
      Object.assign(input, {type: 'hidden', name, value, autocomplete: 'off'});
      Node.prototype.appendChild.call(this.element, input);
      this.#written.push(input);
    }
    EventTarget.prototype.addEventListener.call(this.element, 'submit', this);
    window.addEventListener('pageshow', this);
  }

  /** Takes our fields out again: a token is worth one payment. */
  clear(): void {
    window.removeEventListener('pageshow', this);
    for (const input of this.#written) input.remove();
    this.#written = [];
    this.#isPosted = false;
  }

  /**
   * Submits the form as its own button would: validation, `submit` event and all.
   * @returns whether the browser is leaving this page
   */
  submit(): boolean {
    let submit: Event | undefined;
    const keep = (event: Event) => (submit = event);
    // Before every handler of the page, which may stop the event.
    EventTarget.prototype.addEventListener.call(this.element, 'submit', keep, true);
    HTMLFormElement.prototype.requestSubmit.call(this.element);
    EventTarget.prototype.removeEventListener.call(this.element, 'submit', keep, true);
    // By now every handler of the page has had its say.
    const leaving = submit !== undefined && !submit.defaultPrevented;
    return leaving && this.#leavesPage;
  }

  /**
   * Submits the form past its handlers and its validation, as checkout.js did.
   * @returns whether the browser is leaving this page
   */
  post(): boolean {
    this.#isPosted = true;
    HTMLFormElement.prototype.submit.call(this.element);
    return member<boolean>(Node.prototype, 'isConnected', this.element) && this.#leavesPage;
  }

  /**
   * A page that comes back from the browser's back/forward cache has the spent token in it. And a submit button
   * of the page's own may have a `formmethod` that puts it into the address bar.
   */
  handleEvent({persisted, submitter}: Partial<PageTransitionEvent & SubmitEvent>): void {
    if (persisted || /get|dialog/.test((submitter as HTMLButtonElement)?.formMethod)) this.clear();
  }

  get #controls(): Element[] {
    return [...member<Iterable<Element>>(HTMLFormElement.prototype, 'elements', this.element)];
  }

  get #leavesPage(): boolean {
    if (/^\s*javascript:/i.test(this.#attribute('action') ?? '')) return false;
    const base = document.querySelector('base[target]')?.getAttribute('target');
    return /^(_self|_top|_parent)?$/i.test(this.#attribute('target') ?? base ?? '');
  }

  #attribute(name: string): string | null {
    return Element.prototype.getAttribute.call(this.element, name);
  }

  #removeHidden(name: string): void {
    for (const control of this.#controls) {
      if (control.matches('input[type=hidden]') && control.getAttribute('name') === name) {
        control.remove();
      }
    }
  }
}
