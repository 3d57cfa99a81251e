import type {Core} from '../core.js';
import type {CheckoutJsPart} from './checkout-js-part.js';
import {Handler} from './handler.js';
import {ScriptCheckout} from './script-checkout.js';

/** @param core the main file, which loads this part */
export function createPart(core: Core): CheckoutJsPart {
  return {
    createHandler: (configured, gateway, failed) => new Handler(configured, gateway, core, failed),
    createScriptCheckout: owner => new ScriptCheckout(owner, core),
  };
}
