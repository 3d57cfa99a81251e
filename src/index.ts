import {defineElements} from './elements/define.js';

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

defineElements();
