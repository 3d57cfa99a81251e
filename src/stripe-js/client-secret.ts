import {badSecret, IntegrationError} from './integration-error.js';

/**
 * The id of the payment intent that a client secret opens.
 * @param method of Stripe.js that was given the secret
 * @throws IntegrationError for what is no client secret
 */
export function intentId(method: string, secret: unknown): string {
  const [, id] = /^(pi_\w+?)_secret_\w+$/.exec(String(secret)) ?? [];
  if (id === undefined) throw new IntegrationError(badSecret(method));
  return id;
}
