import {isFromFrame, type FromFrame, type ToFrame} from '../frames/messages.js';
import {Port} from '../frames/port.js';
import {createFrame, setStyles, type Styles} from './frame.js';
import {limitSilence} from './greeting.js';
import {randomId} from './random-id.js';
import {sandboxOrigin} from './served.js';

/** As Stripe's: under a modal dialog of the page it is inert, whatever its z-index. */
const overlayStyles: Styles = {
  position: 'fixed',
  inset: '0',
  'z-index': '2147483647',
  border: 'none',
  margin: '0',
  padding: '0',
};

const frameStyles: Styles = {
  display: 'block',
  width: '100%',
  height: '100%',
  border: 'none',
  margin: '0',
  'color-scheme': 'light dark',
};

/**
 * Has the customer answer their bank in a frame over the page, until they have.
 * @param path of the challenge, on the sandbox's origin
 * @returns whether the challenge could be had
 */
export async function showChallenge(path: string): Promise<boolean> {
  const channel = randomId();
  const closing = new AbortController();
  const greeting = new AbortController();
  const frame = createFrame({path, title: 'Secure 3D Secure authentication frame', channel});
  const overlay = createOverlay(frame);
  const before = document.activeElement;
  const settled = new Promise<boolean>(resolve => {
    new Port<ToFrame, FromFrame>({
      other: () => frame.contentWindow,
      origin: sandboxOrigin,
      channel,
      accepts: isFromFrame,
      receive: ({type}) => {
        if (type === 'hello') greeting.abort();
        if (type === 'settled') resolve(true);
      },
      signal: closing.signal,
    });
    limitSilence(() => resolve(false), greeting.signal);
  });
  document.body.prepend(overlay);
  frame.focus();
  const isSettled = await settled;
  greeting.abort();
  closing.abort();
  overlay.remove();
  if (before instanceof HTMLElement) before.focus();
  return isSettled;
}

/** Sends the whole page to a challenge, from which it comes back to the intent's `return_url`. */
export function goToChallenge(path: string): Promise<never> {
  return goTo(new URL(path, sandboxOrigin));
}

/** The page is gone before anybody could hear of an answer. */
export function goTo(address: URL): Promise<never> {
  location.assign(address);
  return new Promise(() => {});
}

function createOverlay(frame: HTMLIFrameElement): HTMLElement {
  const overlay = document.createElement('div');
  overlay.tabIndex = -1;
  setStyles(overlay, overlayStyles);
  setStyles(frame, frameStyles);
  overlay.append(frame);
  return overlay;
}
