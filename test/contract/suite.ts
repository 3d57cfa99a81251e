import {classes} from './cases/classes.js';
import {events} from './cases/events.js';
import {paymentIntents} from './cases/payment-intents.js';
import {paymentMethods} from './cases/payment-methods.js';
import {refusals} from './cases/refusals.js';
import {tokens} from './cases/tokens.js';
import {validation} from './cases/validation.js';
import type {ContractCase} from './contract.js';

/** What every stand-in for Stripe.js does, by behaviour. */
export const contract: Readonly<Record<string, readonly ContractCase[]>> = {
  refusals,
  events,
  validation,
  classes,
  tokens,
  'payment methods': paymentMethods,
  'payment intents': paymentIntents,
};
