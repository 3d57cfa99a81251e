// What pages of checkout.js need, and no others: loaded as soon as there is a tag, or a `configure()`.
export {Handler} from './handler.js';
export {ScriptCheckout} from './script-checkout.js';
