import {core} from './core.js';
import {defineElements} from './elements/define.js';
import {fillParts, shared} from './loading/parts.js';
import {imports} from './locales/imports.js';

export {
  PayCloseEvent,
  PayConfirmedEvent,
  PayErrorEvent,
  PayOpenEvent,
  PayOpenedEvent,
  PayTokenEvent,
} from './checkout/events.js';
export type {CheckoutState} from './checkout/state.js';
export type {CheckoutOptions} from './checkout/options.js';
export type {CloseReason, Payment, PayResult} from './checkout/payment.js';
export {PayButton} from './elements/pay-button.js';
export {PayDialog} from './elements/pay-dialog.js';
export {errorCodes, PayError} from './errors.js';
export type {Audience, FieldName} from './errors.js';
export type * from './gateways/gateway.js';

/** Bundlers split here. */
fillParts({
  addresses: shared(async () => (await import('./addresses/index.js')).createPart(core)),
  checkoutJs: shared(async () => (await import('./compat/checkout-js.js')).createPart(core)),
  confirm: shared(async () => (await import('./delivery/post-by-fetch.js')).createPart(core)),
  products: shared(async () => (await import('./gateways/stripe-products.js')).createPart()),
  words: async locale => {
    const load = imports[locale];
    if (!load) throw new TypeError(`There are no words in ${locale}.`);
    return load();
  },
});
defineElements();
