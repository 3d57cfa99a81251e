import type {Endpoint} from './api/endpoint.js';
import {charges} from './resources/charges.js';
import {customers} from './resources/customers.js';
import {paymentIntents} from './resources/payment-intents.js';
import {paymentMethods} from './resources/payment-methods.js';
import {tokens} from './resources/tokens.js';

/** The whole API, below `/v1`. */
export const endpoints: readonly Endpoint[] = [
  ...tokens,
  ...paymentMethods,
  ...customers,
  ...charges,
  ...paymentIntents,
];
