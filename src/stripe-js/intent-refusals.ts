/** Why an intent without a payment method is not confirmed. Not verified. */
export const missingMethod =
  "You cannot confirm this PaymentIntent because it's missing a payment method. You can either " +
  'update the PaymentIntent with a payment method and then confirm it again, or confirm it again ' +
  'directly with a payment method or ConfirmationToken.';

/** Why an intent that waits for its server is not confirmed by a page. Not verified. */
export const manualConfirmation =
  'This PaymentIntent has its confirmation_method set to manual: it cannot be confirmed with a ' +
  'publishable API key. Please use your secret key, or set confirmation_method to automatic.';

/** When the customer has not shown their bank who they are. */
export const authenticationFailure = {
  code: 'payment_intent_authentication_failure',
  message:
    'We are unable to authenticate your payment method. Please choose a different payment method ' +
    'and try again.',
} as const;

const unconfirmable: readonly string[] = ['canceled', 'processing', 'requires_capture'];

/** Why a payment method that no customer keeps is not taken again. In Stripe's words. */
export const spentMethod =
  'The provided PaymentMethod was previously used with a PaymentIntent without Customer ' +
  'attachment, shared with a connected account without Customer attachment, or was detached ' +
  'from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must ' +
  'attach it to a Customer first.';

/** Why a confirmation token is not taken again. Not verified. */
export function usedToken(id: string): string {
  return `The ConfirmationToken ${id} has already been used.`;
}

/**
 * Why an intent of this status cannot be confirmed, if it cannot. Not verified, but for the one
 * that has succeeded.
 */
export function statusRefusal(status: string): string | undefined {
  if (status === 'succeeded') {
    return 'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.';
  }
  if (!unconfirmable.includes(status)) return undefined;
  return (
    `You cannot confirm this PaymentIntent because it has a status of ${status}. Only a ` +
    'PaymentIntent with one of the following statuses may be confirmed: ' +
    'requires_confirmation, requires_action.'
  );
}
