// Before anything that may fail.
import './start.js';

/**
 * The globals that the script tag's file reads, taken once, before anything else of the file runs. The build binds every
 * module of the file to these, Lit's as well: a page that keeps a bus in `window.Event`, or has a `var URL`, changes
 * nothing here. Bundlers' modules read the page's own.
 *
 * A page's scripts may have run before. So each global is taken from where they could not replace it: the prototypes of
 * nodes, or a window that no script has seen.
 */
type Globals = typeof globalThis;
type Name = Exclude<keyof Globals, symbol | number>;
type Test = (value: unknown) => boolean;

/** False for the page's own classes and functions, whose text shows, and for classes with methods of the page's. */
const isNative: Test = value =>
  typeof value === 'function' &&
  /\[native code\]/.test(value as unknown as string) &&
  hasNativeMethods(value.prototype);

const hasNativeMethods: Test = prototype =>
  !prototype ||
  window.Object.getOwnPropertyNames(prototype).every(name => {
    const method = read(prototype, name);
    return typeof method !== 'function' || name === 'constructor' || isNative(method);
  });

const isFunction: Test = value => typeof value === 'function';

/** A page may have put a getter that throws in the place of a global. */
function read(owner: unknown, name: string): unknown {
  try {
    return (owner as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}

let frame: HTMLIFrameElement | undefined;

/** Reads from a window that no script has seen. It loads nothing, so that every policy allows it. */
function readFresh(name: string): unknown {
  if (!frame) {
    frame = document.createElement('iframe');
    document.documentElement.append(frame);
  }
  return read(read(frame, 'contentWindow'), name);
}

/** Takes a global that needs no window: the page's if it is the browser's own. */
function take<N extends Name>(name: N): Globals[N] {
  const own = read(window, name);
  // In a sandbox the fresh window may be out of reach.
  return (isNative(own) ? own : (readFresh(name) ?? own)) as Globals[N];
}

/** Takes the members of an object of functions, so that pages cannot replace these later either. */
function takeMembers<N extends Name>(name: N, members: string, isUsable = isNative): Globals[N] {
  const taken: Record<string, unknown> = {};
  for (const member of members.split(' ')) {
    const own = read(read(window, name), member);
    taken[member] = isUsable(own) ? own : (read(readFresh(name), member) ?? own);
  }
  return taken as unknown as Globals[N];
}

/** Takes a function that works on its window. Libraries wrap these with good reason. */
function takeFunction<N extends Name>(name: N): Globals[N] {
  const own = read(window, name);
  if (isFunction(own)) return own as Globals[N];
  const fresh = readFresh(name) as ((...values: unknown[]) => unknown) | undefined;
  return (fresh && ((...values: unknown[]) => fresh.call(window, ...values))) as Globals[N];
}

export const Object = takeMembers(
  'Object',
  'assign create defineProperty entries freeze fromEntries getOwnPropertyDescriptor getOwnPropertyNames ' +
    'getOwnPropertySymbols getPrototypeOf hasOwn is keys values',
);
export const Intl = takeMembers(
  'Intl',
  'Collator DisplayNames Locale NumberFormat supportedValuesOf',
);
export const JSON = takeMembers('JSON', 'parse stringify');
export const Math = takeMembers('Math', 'max random round');
export const Reflect = takeMembers('Reflect', 'defineProperty deleteProperty set');
// Error trackers wrap its functions.
export const console = takeMembers('console', 'error warn', isFunction);

export const AbortController = take('AbortController');
export const AbortSignal = take('AbortSignal');
export const Array = take('Array');
export const Blob = take('Blob');
export const Boolean = take('Boolean');
export const Error = take('Error');
export const FormData = take('FormData');
export const Map = take('Map');
export const MutationObserver = take('MutationObserver');
export const Number = take('Number');
export const Promise = (async () => {})().constructor as PromiseConstructor;
export const RegExp = take('RegExp');
export const ResizeObserver = take('ResizeObserver');
export const Set = take('Set');
export const String = take('String');
export const SubmitEvent = take('SubmitEvent');
export const Symbol = ownSymbol();
// Another name of the same class: `URL` is a favourite of pages.
export const URL = isNative(read(window, 'webkitURL')) ? webkitURL : take('URL');
export const TypeError = take('TypeError');
export const URLSearchParams = take('URLSearchParams');
export const WeakMap = take('WeakMap');
export const WeakSet = take('WeakSet');

const span = document.createElement('span');
export const Event = interfaceOf<typeof globalThis.Event>(document.createEvent('Event'));
export const EventTarget = interfaceOf<typeof globalThis.EventTarget>(span, 2);
export const Node = interfaceOf<typeof globalThis.Node>(span, 3);
export const Element = interfaceOf<typeof globalThis.Element>(span, 4);
export const HTMLElement = ownHTMLElement();
export const Document = interfaceOf<typeof globalThis.Document>(document, 4);
const fragment = document.createDocumentFragment();
export const DocumentFragment = interfaceOf<typeof globalThis.DocumentFragment>(fragment);
export const HTMLFormElement = interfaceOf<typeof globalThis.HTMLFormElement>(
  document.createElement('form'),
);
export const HTMLScriptElement = interfaceOf<typeof globalThis.HTMLScriptElement>(
  document.createElement('script'),
);
export const CSSStyleSheet = ownStyleSheet();

export const alert = takeFunction('alert');
export const clearInterval = takeFunction('clearInterval');
export const clearTimeout = takeFunction('clearTimeout');
export const fetch = takeFunction('fetch');
export const getComputedStyle = takeFunction('getComputedStyle');
export const matchMedia = takeFunction('matchMedia');
export const queueMicrotask = takeFunction('queueMicrotask');
export const requestAnimationFrame = takeFunction('requestAnimationFrame');
export const setInterval = takeFunction('setInterval');
export const setTimeout = takeFunction('setTimeout');

/** Lit's, which looks for its other copies and for polyfills there: these are none of ours. */
const litGlobals = {
  ShadowRoot: true,
  trustedTypes: read(window, 'trustedTypes'),
  litNonce: read(window, 'litNonce'),
};
export {litGlobals as globalThis};
export const litPropertyMetadata = new WeakMap();

frame?.remove();

/**
 * The interface of an object that the browser made.
 * @param depth 0 for its own interface, else counted from the root: 1 is `Object`
 */
function interfaceOf<T>(object: object, depth = 0): T {
  const chain: object[] = [];
  let prototype: object | null = object;
  while ((prototype = Object.getPrototypeOf(prototype) as object | null)) chain.push(prototype);
  return chain[depth && chain.length - depth]?.constructor as T;
}

/** A polyfill of the registry puts a class of its own before the browser's, which does not work any more then. */
function ownHTMLElement(): typeof globalThis.HTMLElement {
  const native = interfaceOf<typeof globalThis.HTMLElement>(span, 5);
  const own = read(window, 'HTMLElement') as typeof native;
  return read(own, 'prototype') === native.prototype ? own : native;
}

function ownStyleSheet(): typeof globalThis.CSSStyleSheet {
  const own = read(window, 'CSSStyleSheet');
  if (isNative(own)) return own as typeof globalThis.CSSStyleSheet;
  // One of a fresh window could not be adopted.
  const style = document.createElement('style');
  document.implementation.createHTMLDocument().head.append(style);
  return interfaceOf(style.sheet as StyleSheet);
}

/** Lit adds `metadata` to it, which a page may have frozen. */
function ownSymbol(): SymbolConstructor {
  const own = take('Symbol');
  const taken = (description: string) => own(description);
  return Object.assign(taken, {for: own.for, iterator: own.iterator}) as SymbolConstructor;
}
