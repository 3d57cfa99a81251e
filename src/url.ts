/** An address resolved against a base, or nothing where it is malformed. `URL.canParse` is missing in Safari 16. */
export function parseUrl(value: string, base: string): URL | undefined {
  try {
    return new URL(value, base);
  } catch {
    return undefined;
  }
}
