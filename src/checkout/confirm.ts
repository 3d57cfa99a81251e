import type {Payment} from './payment.js';

/** Lets the customer's bank ask for a confirmation of the payment with that client secret; see `CardForm`. */
export type Authenticate = (clientSecret: string) => Promise<string>;

/**
 * Has the merchant's server take a payment while the dialog is open. Called again with the same payment where
 * it rejected with `unknown_outcome` and the customer wants to know. Rejects with a PayError.
 */
export type Confirm = (payment: Payment, authenticate: Authenticate) => Promise<void>;
