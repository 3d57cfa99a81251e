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
  addresses: part(async () => (await import('./addresses/index.js')).createPart(core)),
  checkoutJs: part(async () => (await import('./compat/checkout-js.js')).createPart(core)),
  confirm: part(async () => (await import('./delivery/post-by-fetch.js')).createPart(core)),
  products: part(async () => (await import('./gateways/stripe-products.js')).createPart()),
  words: async locale => {
    const load = imports[locale];
    if (!load) throw new TypeError(`There are no words in ${locale}.`);
    return load().catch(fail);
  },
});
defineElements();

function part<T>(load: () => Promise<T>): () => Promise<T> {
  return shared(() => load().catch(fail));
}

/** Bundlers name files their own way: the error names the one that is missing. */
function fail(error: unknown): never {
  console.error('pay-button: a part could not be loaded.', error);
  throw error;
}
