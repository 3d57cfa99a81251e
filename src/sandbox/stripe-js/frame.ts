import {sandboxOrigin} from './served.js';

export type Styles = Readonly<Record<string, string>>;

interface FrameSource {
  /** On the sandbox's origin. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** What screen readers and tests find it by. */
  readonly title: string;
  readonly channel: string;
}

const fieldStyles: Styles = {
  border: 'none',
  margin: '0',
  padding: '0',
  width: '1px',
  'min-width': '100%',
  overflow: 'hidden',
  display: 'block',
  'user-select': 'none',
  transform: 'translate(0)',
  // Of another scheme than its document, a frame is painted opaque.
  'color-scheme': 'light only',
  // One line of 16 pixels, until the field tells its own height.
  height: '19.2px',
};

const holderStyles: Styles = {
  margin: '0',
  padding: '0',
  border: 'none',
  display: 'block',
  background: 'transparent',
  position: 'relative',
  opacity: '1',
};

const proxyStyles: Styles = {
  border: 'none',
  display: 'block',
  position: 'absolute',
  height: '1px',
  top: '-1px',
  left: '0',
  padding: '0',
  margin: '0',
  width: '100%',
  opacity: '0',
  background: 'transparent',
  'pointer-events': 'none',
  'font-size': '16px',
};

/** Stripe's names have four digits as well. */
let lastNumber = 1000;

/** A frame of the sandbox's, not yet in the document. */
export function createFrame(source: FrameSource): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.name = `__privateStripeFrame${++lastNumber}`;
  frame.title = source.title;
  frame.allow = 'payment *';
  frame.setAttribute('frameborder', '0');
  frame.setAttribute('allowtransparency', 'true');
  frame.src = addressOf(source);
  return frame;
}

/** The frame of a field. */
export function createFieldFrame(source: FrameSource): HTMLIFrameElement {
  const frame = createFrame(source);
  frame.setAttribute('role', 'presentation');
  frame.setAttribute('scrolling', 'no');
  setStyles(frame, fieldStyles);
  return frame;
}

/** What stands in the container: the frame, and an input that hands the focus on to it. */
export function createHolder(frame: HTMLIFrameElement, focus: () => void): HTMLElement {
  const holder = document.createElement('div');
  holder.className = '__PrivateStripeElement';
  setStyles(holder, holderStyles);
  holder.append(frame, createProxy(focus));
  return holder;
}

/** For scripts that focus the first input of a form. Without a name it is never submitted. */
function createProxy(focus: () => void): HTMLInputElement {
  const proxy = document.createElement('input');
  proxy.className = '__PrivateStripeElement-input';
  proxy.ariaHidden = 'true';
  proxy.ariaLabel = ' ';
  proxy.setAttribute('autocomplete', 'false');
  proxy.maxLength = 1;
  // The frame is in the tab order itself.
  proxy.tabIndex = -1;
  setStyles(proxy, proxyStyles);
  proxy.addEventListener('focus', focus);
  return proxy;
}

export function setHeight(frame: HTMLIFrameElement, pixels: number): void {
  setStyles(frame, {height: `${pixels}px`});
}

/** The fragment stays in the browser: it tells the frame who may talk to it. */
function addressOf({path, query = {}, channel}: FrameSource): string {
  const address = new URL(path, sandboxOrigin);
  address.search = String(new URLSearchParams(query));
  address.hash = String(new URLSearchParams({channel, origin: window.origin}));
  return address.href;
}

/** Through the CSSOM: a strict `style-src` allows no `style` attributes. */
export function setStyles(element: HTMLElement, styles: Styles): void {
  for (const [property, value] of Object.entries(styles)) {
    element.style.setProperty(property, value, 'important');
  }
}
