/** Warns, as Stripe does, of each option that there is not. */
export function warnOfUnknown(method: string, options: object, known: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    console.warn(
      `[Stripe.js] Unrecognized ${method} parameter: ${name} is not a recognized parameter. This may cause issues with your integration in the future.`,
    );
  }
}
