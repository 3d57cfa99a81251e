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
  const found = Object.getOwnPropertyDescriptor(prototype, name);
  // Emulators of the DOM have some elsewhere.
  return (found?.get ? found.get.call(owner) : (owner as Record<string, unknown>)[name]) as T;
}

/** The elements of a collection, by index: a polyfill of the registry breaks the iterators of some, and so do old libraries. */
export function itemsOf<T>(collection: ArrayLike<T>): T[] {
  // https://github.com/webcomponents/polyfills/issues/619
  const items: T[] = [];
  for (let index = 0; index < collection.length; index++) items[index] = collection[index];
  return items;
}

/** A number of the window, such as `innerWidth`; NaN where a page has a variable of that name, or none. */
export function windowNumber(name: 'innerWidth' | 'innerHeight'): number {
  try {
    return Number(window[name]);
  } catch {
    return NaN;
  }
}

/** The languages of the browser, best first: as far as the page has left any. */
export function browserLanguages(): readonly string[] {
  try {
    return itemsOf(window.navigator.languages).map(String);
  } catch {
    return [];
  }
}

/** The customer's choice between dark and light; undefined where the browser does not tell, as in jsdom. */
export function darkScheme(): MediaQueryList | undefined {
  try {
    return window.matchMedia('(prefers-color-scheme: dark)');
  } catch {
    return undefined;
  }
}

/**
 * Tries calls that nothing else would miss: without them a click does nothing, and nobody is told.
 * @throws TypeError where the page has put something in their place that does not work
 */
export function assertPlatform(): void {
  const target = new EventTarget();
  let heard = '';
  target.addEventListener('a-b', event => {
    event.preventDefault();
    const letters = event.type.replace(/-/, '').split('');
    heard = letters.map(letter => letter + letter).join('');
  });
  // With a walker that has no end, Lit would freeze the page.
  const isEndless = document.createTreeWalker(document.createElement('i')).nextNode() !== null;
  const isPrevented = !target.dispatchEvent(new Event('a-b', {cancelable: true}));
  if (heard !== 'aabb' || !isPrevented || isEndless)
    throw new TypeError('Events, texts, lists or nodes do not work on this page.');
}

/** The element around head and body, also where an image of the page is named `documentElement`. */
export function rootElement(): HTMLElement {
  return member(Document.prototype, 'documentElement', document);
}

/** The address against which the page's own are resolved. Of the root: happy-dom knows none of the document. */
export function baseUrl(): string {
  return member<string>(Node.prototype, 'baseURI', rootElement());
}
