/** A mistake in the code of the page, as Stripe.js names it. */
export class IntegrationError extends Error {
  override readonly name = 'IntegrationError';
}

/**
 * Refusals in Stripe's words. They are known from reports of its users, except those marked.
 */
export const refusals = {
  secretKey: 'You are using a secret key with Stripe.js, instead of the publishable one',
  liveOverHttp: 'Live Stripe.js integrations must use HTTPS',
  /** Not verified. */
  emptyKey: 'Please call Stripe() with your publishable key. You used an empty string.',
  /** Not verified. */
  keyNotString: 'Invalid value for Stripe(): apiKey should be a string.',
  /** Stripe says the same of containers that are in no document. */
  shadowRoot: 'Elements cannot be mounted in a ShadowRoot. Please mount in the Light DOM.',
  noContainer: 'Missing argument. Make sure to call mount() with a valid DOM element or selector.',
  destroyed: 'This Element has already been destroyed. Please create a new one.',
  /** Not verified. */
  mounted:
    'This Element is already mounted. Use `unmount()` to unmount the Element before re-mounting.',
  noData:
    'We could not retrieve data from the specified Element. Please make sure the Element you are attempting to use is mounted and the ready event has been emitted.',
} as const;

export function nothingAt(selector: string): string {
  return `The selector you specified (${selector}) applies to no DOM elements that are currently on the page.\nMake sure the element exists on the page before calling mount().`;
}

export function onlyOne(type: string): string {
  return `Can only create one Element of type ${type}`;
}

/** For what Stripe.js has and the sandbox has not. */
export function notYet(what: string): string {
  return `Not in this sandbox yet: ${what}. It stands in for Stripe.js and is not Stripe.`;
}
