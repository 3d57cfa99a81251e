import {problemIn} from '../checkout/failures.js';
import {errorCodes, PayError} from '../errors.js';
import {warnOnce} from '../hints.js';
import {itemsOf, member, parseUrl} from '../page/platform.js';
import {blocksForms} from '../page/sandbox.js';

/** The place where the browser goes with a form that was submitted. */
export type Submission =
  /** Away from this page. */
  | 'leaving'
  /** Into another window or frame. */
  | 'elsewhere'
  /** Nowhere: a handler of the page prevented it, or kept the event to itself. */
  | 'prevented';

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
  #isTaken = false;
  /** The form has no method of its own: it is posted while our fields are in it, so that none gets into an address. */
  #lacksMethod = false;

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

  /** This form, or the form that the page has drawn in its place, under the same `id`. */
  get onPage(): PaymentForm | undefined {
    if (member<boolean>(Node.prototype, 'isConnected', this.element)) return this;
    const id = this.#attribute('id');
    const again = id && Document.prototype.getElementById.call(document, id);
    return again instanceof HTMLFormElement ? PaymentForm.of(again) : undefined;
  }

  /** True where another form looks like this one drawn anew. */
  resembles(other: PaymentForm): boolean {
    return ['id', 'name', 'action'].every(name => this.#attribute(name) === other.#attribute(name));
  }

  /** True while there is a payment in the form that has not been posted. */
  get hasPayment(): boolean {
    return this.#written.length > 0 && !this.#isPosted;
  }

  /** True once a script or the browser has read our fields, by `FormData` or by their `value`. */
  get isTaken(): boolean {
    return this.#isTaken;
  }

  /** Buttons that are images do not count: `form.elements` leaves them out. */
  get hasSubmitButton(): boolean {
    return this.#controls.some(control => 'type' in control && control.type === 'submit');
  }

  /** True where a field is marked as invalid, by the browser or by a script that validates. */
  get hasInvalidField(): boolean {
    return this.#controls.some(control =>
      control.matches(':invalid:not(fieldset), [aria-invalid="true"]'),
    );
  }

  /**
   * Listens for submits that the page has not stopped.
   * @returns a function that stops listening
   */
  onSubmit(listener: (event: SubmitEvent) => void): () => void {
    const filter = (event: Event) => {
      if (!event.defaultPrevented) listener(event as SubmitEvent);
    };
    this.#listen('submit', filter);
    return () => this.#ignore('submit', filter);
  }

  /**
   * Checks where the browser would send the form.
   * @param mayBeScripted a script of the page may handle the submit: no method, and React's `javascript:` action, are
   *   right then
   * @throws PayError for the merchant where the form would expose the token, or send it nowhere
   */
  assertPostable(submitter?: HTMLElement, mayBeScripted = false): void {
    if (blocksForms()) throw formsBlocked();
    const own = this.#lacksMethod ? null : this.#attribute('method');
    const method = (submitter?.getAttribute('formmethod') ?? own)?.toLowerCase();
    if (method !== 'post') {
      const found = method === undefined ? 'no method' : `method="${method}"`;
      const problem = `pay-button: the form has ${found}, which shows or loses the token. Make it method="post".`;
      if (!mayBeScripted || method !== undefined) {
        throw new PayError(errorCodes.formMethod, 'merchant', problem);
      }
      warnOnce(`${problem} Scripted forms need none.`);
    }
    const {protocol = 'malformed', origin: site} = this.action(submitter) ?? {};
    const base = this.#base;
    const secure = protocol === 'https:' || (protocol === 'http:' && !base.startsWith('https:'));
    if (!secure && !(mayBeScripted && protocol === 'javascript:')) {
      throw new PayError(
        errorCodes.formAction,
        'merchant',
        `pay-button: the form's action must be an https: address (http: only on an http: page), but it is ${protocol}.`,
      );
    }
    // No error, since it may be meant.
    if (secure && site !== location.origin) warnOnce('pay-button: the form posts to another site.');
  }

  /**
   * Returns the address that the browser posts the form to. Without an action that is the page's own address, which a
   * `<base>` does not change.
   * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm
   */
  action(submitter?: HTMLElement): URL | undefined {
    const action = this.#submissionAttribute('action', submitter);
    return parseUrl(action || (this.#ofDocument('URL') ?? ''), this.#base);
  }

  /** The encoding that the form is posted in: `multipart/form-data`, say. */
  enctype(submitter?: HTMLElement): string | undefined {
    return this.#submissionAttribute('enctype', submitter)?.toLowerCase();
  }

  /** The character encodings that the form names for its post, else that of the page. */
  get charset(): string {
    return (
      this.#attribute('accept-charset')?.trim() ||
      // Absent in happy-dom.
      (this.#ofDocument('characterSet') ?? 'UTF-8')
    );
  }

  /** The browser's own check of the merchant's fields, unless the form has none; it shows what is wrong. */
  reportValidity(submitter?: HTMLElement): boolean {
    if (!this.#isValidated(submitter)) return true;
    return HTMLFormElement.prototype.reportValidity.call(this.element);
  }

  /** The same check, which shows nothing. */
  checkValidity(submitter?: HTMLElement): boolean {
    if (!this.#isValidated(submitter)) return true;
    return HTMLFormElement.prototype.checkValidity.call(this.element);
  }

  /**
   * Puts hidden fields into the form, each in the place of any hidden field of that name. Without a value, such
   * a field is only taken away.
   * @param postsAlways a form without a method is posted while the fields are in it
   */
  write(fields: Iterable<readonly [name: string, value?: string]>, postsAlways = false): void {
    this.clear();
    for (const [name, value] of fields) {
      this.#removeHidden(name);
      if (value === undefined) continue;
      const input = document.createElement('input');
      // Not by properties: the field would have no name where a page has replaced these.
      const attributes = {type: 'hidden', name, value, autocomplete: 'off'};
      for (const [key, text] of Object.entries(attributes)) input.setAttribute(key, text);
      this.#noticeReads(input);
      Node.prototype.appendChild.call(this.element, input);
      this.#written.push(input);
    }
    this.#lacksMethod = postsAlways && this.#attribute('method') === null;
    if (this.#lacksMethod) Element.prototype.setAttribute.call(this.element, 'method', 'post');
    this.#listen('submit', this, true);
    this.#listen('formdata', this);
    window.addEventListener('pageshow', this);
  }

  /** Takes our fields out again: a token is worth one payment. */
  clear(): void {
    this.#ignore('submit', this, true);
    this.#ignore('formdata', this);
    window.removeEventListener('pageshow', this);
    for (const input of this.#written) input.remove();
    this.#written = [];
    this.#isPosted = false;
    this.#isTaken = false;
    if (this.#lacksMethod) Element.prototype.removeAttribute.call(this.element, 'method');
    this.#lacksMethod = false;
  }

  /**
   * Submits the form as its own button would: validation, `submit` event and all.
   * @throws PayError for the merchant where no script handles a form that the browser cannot post, and where the browser
   *   drops the submit
   */
  submit(submitter?: HTMLElement): Submission {
    let problem: PayError | undefined;
    let submit: SubmitEvent | undefined;
    const root: EventTarget = Node.prototype.getRootNode.call(this.element);
    const end = root === document ? window : root;
    const keep = (event: Event) => (submit = event as SubmitEvent);
    // After every handler of the page.
    const guard = (event: Event) => {
      if (event.defaultPrevented || event.target !== this.element) return;
      problem = problemIn(() => this.assertPostable(submitter));
      if (problem) event.preventDefault();
    };
    // Before every handler of the page, which may stop the event.
    this.#listen('submit', keep, true);
    end.addEventListener('submit', guard);
    const button = this.#ownButton(submitter);
    const isSent = this.#sends(
      () => HTMLFormElement.prototype.requestSubmit.call(this.element, button),
      // A handler of the page's may collect the data before the browser does.
      () => submit?.currentTarget === null,
    );
    this.#ignore('submit', keep, true);
    end.removeEventListener('submit', guard);
    if (problem) throw problem;
    // Every handler of the page has run.
    if (submit?.defaultPrevented !== false) return 'prevented';
    if (!isSent) throw dropped();
    return this.#leavesPage(submitter) ? 'leaving' : 'elsewhere';
  }

  /**
   * Submits the form past its handlers and its validation, as checkout.js did.
   * @returns whether the browser is leaving this page
   * @throws PayError where the browser drops the submit
   */
  post(): boolean {
    this.#isPosted = true;
    const isSent = this.#sends(() => HTMLFormElement.prototype.submit.call(this.element));
    // The page may have taken the form away when it was told of the credential.
    if (!member<boolean>(Node.prototype, 'isConnected', this.element)) return false;
    if (isSent) return this.#leavesPage();
    this.clear();
    throw dropped();
  }

  handleEvent(event: Event): void {
    switch (event.type) {
      case 'pageshow':
        // A page that comes back from the browser's back/forward cache has the spent token in it.
        if ((event as PageTransitionEvent).persisted) this.clear();
        break;
      case 'submit': {
        const {submitter} = event as SubmitEvent;
        // A submit button of the page's own may have a `formmethod` that puts the token into the address bar.
        if (/get|dialog/.test((submitter as HTMLButtonElement)?.formMethod)) this.clear();
        break;
      }
      case 'formdata':
        this.#isTaken = true;
        break;
    }
  }

  /** Scripts that make up their data by hand read each field. */
  #noticeReads(input: HTMLInputElement): void {
    Object.defineProperty(input, 'value', {
      get: () => {
        this.#isTaken = true;
        return input.getAttribute('value');
      },
      set: (value: string) => input.setAttribute('value', value),
    });
  }

  /**
   * Runs a submit.
   * @param isBrowsers tells of a `formdata` event that it is the browser's own
   * @returns whether the browser has collected the form's data. Firefox does not while an earlier submit of the same
   *   form is on its way into a frame or another window.
   */
  #sends(submit: () => void, isBrowsers = () => true): boolean {
    let isSent = false;
    const watch = () => {
      if (isBrowsers()) isSent = true;
    };
    // The first to hear it of those at the form.
    this.#listen('formdata', watch, true);
    submit();
    this.#ignore('formdata', watch, true);
    return isSent;
  }

  get #controls(): Element[] {
    return itemsOf(member<ArrayLike<Element>>(HTMLFormElement.prototype, 'elements', this.element));
  }

  get #base(): string {
    return member<string>(Node.prototype, 'baseURI', this.element);
  }

  #ofDocument(name: 'URL' | 'characterSet'): string | undefined {
    const owner = member<Document>(Node.prototype, 'ownerDocument', this.element);
    return member<string>(Document.prototype, name, owner);
  }

  /** `requestSubmit()` throws for a button that does not submit this form. */
  #ownButton(submitter: HTMLElement | undefined): HTMLElement | undefined {
    return this.#controls.find(control => control === submitter) as HTMLElement | undefined;
  }

  #isValidated(submitter: HTMLElement | undefined): boolean {
    return this.#attribute('novalidate') === null && !submitter?.hasAttribute('formnovalidate');
  }

  #leavesPage(submitter?: HTMLElement): boolean {
    if (this.action(submitter)?.protocol === 'javascript:') return false;
    const base = document.querySelector('base[target]')?.getAttribute('target');
    const target = this.#submissionAttribute('target', submitter) ?? base ?? '';
    return /^(_self|_top|_parent)?$/i.test(target);
  }

  /** A submit button's `formaction` takes the place of the form's `action`, and so on. */
  #submissionAttribute(name: string, submitter: HTMLElement | undefined): string | undefined {
    return submitter?.getAttribute(`form${name}`) ?? this.#attribute(name) ?? undefined;
  }

  #attribute(name: string): string | null {
    return Element.prototype.getAttribute.call(this.element, name);
  }

  #listen(type: string, listener: EventListenerOrEventListenerObject, capture = false): void {
    EventTarget.prototype.addEventListener.call(this.element, type, listener, capture);
  }

  #ignore(type: string, listener: EventListenerOrEventListenerObject, capture = false): void {
    EventTarget.prototype.removeEventListener.call(this.element, type, listener, capture);
  }

  #removeHidden(name: string): void {
    for (const control of this.#controls) {
      if (control.matches('input[type=hidden]') && control.getAttribute('name') === name) {
        control.remove();
      }
    }
  }
}

function dropped(): PayError {
  const message =
    'pay-button: the browser did not send the form. Is an earlier submit of it still on its way?';
  warnOnce(message);
  return new PayError(errorCodes.notSent, 'customer', message);
}

function formsBlocked(): PayError {
  const message =
    'pay-button: the frame around this page keeps forms from being sent. Add allow-forms to the frame.';
  return new PayError(errorCodes.formAction, 'merchant', message);
}
