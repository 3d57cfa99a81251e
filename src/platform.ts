/** An address resolved against a base, or nothing where it is malformed. `URL.canParse` is missing in Safari 16. */
export function parseUrl(value: string, base: string): URL | undefined {
  try {
    return new URL(value, base);
  } catch {
    return undefined;
  }
}

/**
 * A property as the platform defines it. An element of the page that is named `elements` hides that of its
 * form, and one that is named `body` that of its document.
 * @param prototype where the platform defines it
 */
export function member<T>(prototype: object, name: string, owner: object): T {
  return Object.getOwnPropertyDescriptor(prototype, name)?.get?.call(owner) as T;
}

/** The element around head and body, also where an image of the page is named `documentElement`. */
export function rootElement(): HTMLElement {
  return member(Document.prototype, 'documentElement', document);
}
