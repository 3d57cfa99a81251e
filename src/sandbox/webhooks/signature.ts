import {createHmac} from 'node:crypto';

/**
 * The `Stripe-Signature` of a delivery: https://docs.stripe.com/webhooks#verify-manually.
 * @param time whole seconds since 1970
 */
export function signatureOf(payload: string, secret: string, time: number): string {
  const signed = createHmac('sha256', secret).update(`${time}.${payload}`).digest('hex');
  return `t=${time},v1=${signed}`;
}
