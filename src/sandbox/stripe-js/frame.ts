import type {FieldType} from '../frames/field-types.js';
import {elementTypes} from './element-types.js';
import {sandboxOrigin} from './served.js';

type Styles = Readonly<Record<string, string>>;

const frameStyles: Styles = {
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

/** A field's frame, not yet in the document. */
export function createFrame(type: FieldType, channel: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.name = `__privateStripeFrame${++lastNumber}`;
  frame.title = elementTypes[type].title;
  frame.allow = 'payment *';
  frame.setAttribute('role', 'presentation');
  frame.setAttribute('frameborder', '0');
  frame.setAttribute('allowtransparency', 'true');
  frame.setAttribute('scrolling', 'no');
  frame.src = addressOf(type, channel);
  setStyles(frame, frameStyles);
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
function addressOf(type: FieldType, channel: string): string {
  const address = new URL('/frames/field.html', sandboxOrigin);
  const dir = document.dir === 'rtl' ? 'rtl' : 'ltr';
  address.search = String(new URLSearchParams({type, dir}));
  address.hash = String(new URLSearchParams({channel, origin: window.origin}));
  return address.href;
}

/** Through the CSSOM: a strict `style-src` allows no `style` attributes. */
function setStyles(element: HTMLElement, styles: Styles): void {
  for (const [property, value] of Object.entries(styles)) {
    element.style.setProperty(property, value, 'important');
  }
}
