import type {Endpoint} from './api/endpoint.js';
import {charges} from './resources/charges.js';
import {confirmationTokens} from './resources/confirmation-tokens.js';
import {customerSources} from './resources/customer-sources.js';
import {customers} from './resources/customers.js';
import {events} from './resources/events.js';
import {paymentIntents} from './resources/payment-intents.js';
import {paymentMethods} from './resources/payment-methods.js';
import {refunds} from './resources/refunds.js';
import {sources} from './resources/sources.js';
import {tokens} from './resources/tokens.js';
import {webhookEndpoints} from './resources/webhook-endpoints.js';

/** The whole API, below `/v1`. */
export const endpoints: readonly Endpoint[] = [
  ...tokens,
  ...sources,
  ...paymentMethods,
  ...confirmationTokens,
  ...customers,
  ...customerSources,
  ...charges,
  ...refunds,
  ...paymentIntents,
  ...events,
  ...webhookEndpoints,
];
