/** Why an intent without a payment method is not confirmed. Not verified. */
export const missingMethod =
  "You cannot confirm this PaymentIntent because it's missing a payment method. You can either " +
  'update the PaymentIntent with a payment method and then confirm it again, or confirm it again ' +
  'directly with a payment method or ConfirmationToken.';

/** When the customer has not shown their bank who they are. */
export const authenticationFailure = {
  code: 'payment_intent_authentication_failure',
  message:
    'We are unable to authenticate your payment method. Please choose a different payment method ' +
    'and try again.',
} as const;

/**
 * Why an intent of this status cannot be confirmed, if it cannot. Not verified, but for the one
 * that has succeeded.
 */
export function statusRefusal(status: string): string | undefined {
  if (status === 'succeeded') {
    return 'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.';
  }
  if (status !== 'canceled' && status !== 'requires_capture') return undefined;
  return (
    `You cannot confirm this PaymentIntent because it has a status of ${status}. Only a ` +
    'PaymentIntent with one of the following statuses may be confirmed: ' +
    'requires_confirmation, requires_action.'
  );
}
