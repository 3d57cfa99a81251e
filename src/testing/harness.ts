import type {CheckoutState} from '../checkout/state.js';
import type {SubmitQuestion} from '../delivery/submit-question.js';
import type {PayButton} from '../elements/pay-button.js';
import type {PayDialog} from '../elements/pay-dialog.js';
import {deferred} from './deferred.js';
import {fillCard, type CardToFill} from './filling.js';

/** What a customer types into inputs of the dialog itself, where it asks. */
export interface Customer {
  readonly email?: string;
  readonly postalCode?: string;
}

type Stage = CheckoutState['name'];

/** What of the button a customer needs, so that any copy of its class will do. */
type Button = HTMLElement & Pick<PayButton, 'open' | 'close' | 'complete' | 'state'>;

/** Stages that pass by themselves. */
const busy: readonly Stage[] = ['opening', 'tokenizing', 'delivering', 'leaving'];

/**
 * A customer at a `<pay-button>`, whose page has the fake Stripe.
 * @example
 * const pay = harness(document.querySelector('pay-button')!);
 * await pay.open();
 * await pay.fill();
 * await pay.pay();
 * const posted = await pay.submitted;
 */
export function harness(button: Button): PayButtonHarness {
  return new PayButtonHarness(button);
}

/** What `harness()` returns. */
export class PayButtonHarness {
  readonly #button: Button;
  #dialog: PayDialog | undefined;
  #submitted = deferred<FormData>();
  #opening = new AbortController();

  constructor(button: Button) {
    this.#button = button;
  }

  /** The dialog, while it is open. */
  get dialog(): PayDialog | null {
    return this.#dialog?.isConnected ? this.#dialog : null;
  }

  /**
   * Resolves to what the form would post, once the button submits it. The page stays, as if its server had said
   * that the card is charged. Each `open()` starts anew: ask after it. Where the page's own code prevents the
   * submit, nothing comes.
   */
  get submitted(): Promise<FormData> {
    return this.#submitted.promise;
  }

  /**
   * Opens the dialog, and waits until the card can be typed in, or cannot be had.
   * @returns `ready` or `unavailable`
   * @throws what `open()` of the button throws, and an Error where the page keeps it closed
   */
  async open(): Promise<Stage> {
    this.#watchSubmits();
    try {
      await this.#opened();
    } catch (error) {
      this.#opening.abort();
      throw error;
    }
    // A dialog comes last.
    this.#dialog = [...document.querySelectorAll('pay-dialog')].at(-1);
    return this.#settled();
  }

  /** Fills in the card, and what the dialog asks for itself. */
  async fill(card?: CardToFill, {email, postalCode}: Customer = {}): Promise<void> {
    if (email !== undefined) this.#type('#email', email);
    if (postalCode !== undefined) this.#type('#postalCode', postalCode);
    await fillCard(card);
  }

  /**
   * Presses pay, and waits for what comes of it.
   * @returns the stage after it: `done` or `closed` when paid, `refused` or `unavailable` when not
   */
  async pay(): Promise<Stage> {
    const settled = this.#nextSettled();
    this.#part<HTMLElement>('.pay').click();
    return settled;
  }

  /** Closes the dialog, if it is open, and stops watching the form. */
  async close(): Promise<void> {
    this.#opening.abort();
    if (!this.dialog) return;
    const closed = new Promise(resolve => {
      this.#button.addEventListener('pay-close', resolve, {once: true});
    });
    this.#button.close();
    await closed;
  }

  async #opened(): Promise<void> {
    const {signal} = this.#opening;
    const opened = new Promise<true>(resolve => {
      this.#button.addEventListener('pay-opened', () => resolve(true), {once: true, signal});
    });
    const isOpen = await Promise.race([opened, this.#button.open().then(() => false)]);
    if (!isOpen) throw new Error('The dialog did not open: its form or its page objected.');
  }

  /** Bubbling to the root: by then every handler of the page has had its say. */
  #watchSubmits(): void {
    this.#opening.abort();
    this.#opening = new AbortController();
    this.#submitted = deferred();
    const {signal} = this.#opening;
    for (const root of rootsOf(this.#button)) {
      root.addEventListener('submit', event => this.#handleSubmit(event), {signal});
    }
  }

  #handleSubmit(event: Event): void {
    // With `data-confirm="fetch"` the event is a question, which is prevented in any case.
    const {mayBePosted = !event.defaultPrevented} = event as Partial<SubmitQuestion>;
    if (!mayBePosted || !(event.target instanceof HTMLFormElement)) return;
    event.preventDefault();
    this.#opening.abort();
    this.#submitted.resolve(new FormData(event.target));
    void this.#button.complete({status: 'done'});
  }

  async #settled(): Promise<Stage> {
    return busy.includes(this.#button.state) ? this.#nextSettled() : this.#button.state;
  }

  /** The next stage that lasts. */
  #nextSettled(): Promise<Stage> {
    const {checkout} = this.#openDialog();
    return new Promise(resolve => {
      const handle = () => {
        const {name} = checkout.state;
        if (busy.includes(name)) return;
        checkout.removeEventListener('change', handle);
        resolve(name);
      };
      checkout.addEventListener('change', handle);
    });
  }

  #type(selector: string, text: string): void {
    const input = this.#part<HTMLInputElement>(selector);
    input.value = text;
    input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  }

  #part<E extends Element>(selector: string): E {
    const part = this.#openDialog().shadowRoot?.querySelector<E>(selector);
    if (!part) throw new Error(`The dialog has no ${selector}.`);
    return part;
  }

  #openDialog(): PayDialog {
    if (!this.dialog) throw new Error('The dialog is not open: call open() first.');
    return this.dialog;
  }
}

/** The roots around a node, its document last. A `submit` event does not leave its own. */
function rootsOf(node: Node): Node[] {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? [root, ...rootsOf(root.host)] : [root];
}
