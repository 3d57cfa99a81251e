import {attributeName, text} from '../checkout/given-options.js';
import type {CheckoutOptions} from '../checkout/options.js';
import type {Payment} from '../checkout/payment.js';
import type {Core} from '../core.js';
import {hiddenFault, nameOf} from '../delivery/hidden-fault.js';
import {LegacyPost} from '../delivery/legacy-post.js';
import type {Draft} from '../elements/draft.js';
import type {Gateway} from '../gateways/gateway.js';
import {warnOnce} from '../hints.js';
import type {ScriptClick, ScriptOwner} from './checkout-js-part.js';
import {legacyFields} from './legacy-fields.js';
import {legacyOptions} from './legacy-options.js';
import {legacyToken} from './legacy-token.js';
import {readAttributes} from './script-attributes.js';

/** What a script tag's button does at the click. */
export class ScriptCheckout implements ScriptClick {
  readonly #owner: ScriptOwner;
  readonly #core: Core;
  readonly #draft: Draft = new Map();

  constructor(owner: ScriptOwner, core: Core) {
    this.#owner = owner;
    this.#core = core;
    this.#correctLabel();
    for (const type of ['pointerover', 'focus']) {
      owner.button.addEventListener(type, () => this.#preload());
    }
  }

  open(isChecked: boolean): void {
    const {script, button, gateway, closed, failed} = this.#owner;
    if (!isChecked && !this.#isValid) return closed();
    const {Checkout, postedFields, runCheckout} = this.#core;
    const options = scriptOptions(script, gateway);
    const setup = {
      getForm: () => this.#owner.form,
      fieldsOf: (payment: Payment) => legacyFields(payment, postedFields(payment, options)),
      notify: (payment: Payment) => triggerToken(script, payment),
    };
    const delivery = new LegacyPost(setup, this.#core);
    const checkout = new Checkout(options, gateway, delivery);
    runCheckout(checkout, {draft: this.#draft, element: button, closed}).catch(failed);
  }

  /** So that a click need not wait for the network. */
  #preload(): void {
    const {script, gateway} = this.#owner;
    // What fails is told at the click.
    gateway.load(scriptOptions(script, gateway)).catch(() => {});
  }

  /** The attribute may be misspelt. What a page has written meanwhile stays. */
  #correctLabel(): void {
    const {script, label, button} = this.#owner;
    const meant = text(readAttributes(script).label);
    const shown = button.firstElementChild;
    if (meant && shown?.textContent === label) shown.textContent = meant;
  }

  /**
   * The browser's own check of the form, as for a submit. But checkout.js never looked, and a field that nobody
   * can see must not end a page's business.
   */
  get #isValid(): boolean {
    const {form} = this.#owner.tie;
    if (!form) return true;
    const hidden = hiddenFault(form.element);
    if (!hidden) return form.reportValidity();
    warnOnce(`pay-button: the field "${nameOf(hidden)}" is not valid, but nobody can see it.`);
    return true;
  }
}

/** What the attributes of a script tag say now, read as checkout.js did. */
export function scriptOptions(script: HTMLScriptElement, gateway: Gateway): CheckoutOptions {
  return legacyOptions(readAttributes(script), gateway, attributeName);
}

/** Pages of checkout.js's first version wait for it. */
function triggerToken(script: HTMLScriptElement, payment: Payment): void {
  try {
    const {jQuery} = window;
    // An element of the page may bear that id.
    if (typeof jQuery !== 'function') return;
    jQuery(script).trigger('token', legacyToken(payment));
  } catch (error) {
    // A handler of the page's: the payment goes on.
    console.error(error);
  }
}

declare global {
  interface Window {
    jQuery?: (element: Element) => {trigger(event: string, data: object): unknown};
  }
}
