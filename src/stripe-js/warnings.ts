/** What Stripe.js warns of on the console. */
export const warnings = {
  overHttp:
    'You may test your Stripe.js integration over HTTP. However, live Stripe.js integrations must use HTTPS.',
  // Below: not verified.
  loadedTwice:
    'It looks like Stripe.js was loaded more than once. Please only load it once per page.',
  hasChildren: 'This Element will be mounted to a DOM element that contains child nodes.',
} as const;

/** Warns, as Stripe does, of each option that there is not. The wording is not verified. */
export function warnOfUnknown(method: string, options: object, known: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    console.warn(
      `[Stripe.js] Unrecognized ${method} parameter: ${name} is not a recognized parameter. This may cause issues with your integration in the future.`,
    );
  }
}
