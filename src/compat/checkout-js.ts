import {attributeName, text} from '../checkout/given-options.js';
import type {CheckoutOptions} from '../checkout/options.js';
import type {Payment} from '../checkout/payment.js';
import {hiddenFault} from '../form/hidden-fault.js';
import type {PaymentForm} from '../form/payment-form.js';
import type {Gateway} from '../gateways/gateway.js';
import {warnOnce} from '../hints.js';
import {legacyOptions} from './legacy-options.js';
import {legacyToken} from './legacy-token.js';
import {readAttributes} from './script-attributes.js';

export {Handler} from './handler.js';

// What pages of checkout.js need, and no others: loaded as soon as there is a tag, or a `configure()`.

/** What the attributes of a script tag say now, read as checkout.js did. */
export function scriptOptions(script: HTMLScriptElement, gateway: Gateway): CheckoutOptions {
  return legacyOptions(readAttributes(script), gateway, attributeName);
}

/** The label of a script tag, however its attribute is spelt. */
export function labelOf(script: HTMLScriptElement): string | undefined {
  return text(readAttributes(script).label);
}

/**
 * The browser's own check of a form, as for a submit. But checkout.js never looked, and a field that nobody can
 * see must not end a page's business.
 */
export function isValid(form: PaymentForm): boolean {
  const hidden = hiddenFault(form.element);
  if (!hidden) return form.reportValidity();
  warnOnce(`pay-button: the field "${hidden}" is not valid, but nobody can see it.`);
  return true;
}

/** Pages of checkout.js's first version wait for it. */
export function triggerToken(script: HTMLScriptElement, payment: Payment): void {
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

/** What this address may lack, and an earlier one that the server wrote into the form may have. */
export function staleFields({billing, shipping}: Payment): [name: string][] {
  return [billing && 'Billing', shipping && 'Shipping'].flatMap(kind =>
    kind ? [[`stripe${kind}AddressState`], [`stripe${kind}AddressApt`]] : [],
  );
}

declare global {
  interface Window {
    jQuery?: (element: Element) => {trigger(event: string, data: object): unknown};
  }
}
