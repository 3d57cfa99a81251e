import type {Endpoint} from './api/endpoint.js';
import {CHARGES} from './resources/charges.js';
import {CUSTOMERS} from './resources/customers.js';
import {PAYMENT_INTENTS} from './resources/payment-intents.js';
import {PAYMENT_METHODS} from './resources/payment-methods.js';
import {TOKENS} from './resources/tokens.js';

/** The whole API, below `/v1`. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...TOKENS,
  ...PAYMENT_METHODS,
  ...CUSTOMERS,
  ...CHARGES,
  ...PAYMENT_INTENTS,
];
