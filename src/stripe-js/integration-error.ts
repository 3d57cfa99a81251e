/** A mistake in the code of the page, as Stripe.js names it. */
export class IntegrationError extends Error {
  override readonly name = 'IntegrationError';
}

/** Refusals in Stripe's words, as reports of its users have them. */
export const refusals = {
  secretKey: 'You are using a secret key with Stripe.js, instead of the publishable one',
  /** Stripe says the same of containers that are in no document. */
  shadowRoot: 'Elements cannot be mounted in a ShadowRoot. Please mount in the Light DOM.',
  noContainer: 'Missing argument. Make sure to call mount() with a valid DOM element or selector.',
  destroyed: 'This Element has already been destroyed. Please create a new one.',
  noData:
    'We could not retrieve data from the specified Element. Please make sure the Element you are attempting to use is mounted and the ready event has been emitted.',
  // Below: not verified.
  liveOverHttp: 'Live Stripe.js integrations must use HTTPS',
  emptyKey: 'Please call Stripe() with your publishable key. You used an empty string.',
  keyNotString: 'Invalid value for Stripe(): apiKey should be a string.',
  mounted:
    'This Element is already mounted. Use `unmount()` to unmount the Element before re-mounting.',
  noMode:
    'In order to create a payment element, you must pass a clientSecret or mode when creating the Elements group.',
  noAmount:
    'elements(): the mode that you specified needs an amount, a whole number of the smallest currency unit, and a currency.',
  paymentMethodTypes:
    'elements() no longer takes paymentMethodTypes. Please use allowedPaymentMethodTypes.',
  paymentRequestButton:
    'elements.create() no longer takes paymentRequestButton. Please use the Express Checkout Element.',
  noReturnUrl:
    'stripe.confirmPayment(): confirmParams.return_url is required unless redirect is "if_required".',
  badReturnUrl: 'Invalid return_url: it should be an address that starts with http:// or https://.',
  badSource:
    'stripe.retrieveSource(): the argument should have the id and the client_secret of a source.',
  noAction: 'handleNextAction: The PaymentIntent supplied is not in the requires_action state.',
} as const;

export function onlyOne(type: string): string {
  return `Can only create one Element of type ${type}`;
}

// Below: not verified.

export function nothingAt(selector: string): string {
  return `The selector you specified (${selector}) applies to no DOM elements that are currently on the page.\nMake sure the element exists on the page before calling mount().`;
}

export function notSubmitted(method: string): string {
  return `elements.submit() must be called before stripe.${method}(). Call elements.submit() as soon as your customer presses pay, prior to any asynchronous work.`;
}

/** The secret itself is left out: errors end up in logs. */
export function badSecret(method: string): string {
  return `Invalid value for stripe.${method} intent secret: value should be a client secret of the form \${id}_secret_\${secret}.`;
}

export function removed(method: string): string {
  return `stripe.${method}() was removed from Stripe.js with the release dahlia.`;
}

/** For what Stripe.js has, and what stands in for it has not. */
export function notYet(what: string): string {
  return `Not here yet: ${what}. This stands in for Stripe.js and is not Stripe.`;
}
