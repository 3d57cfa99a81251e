import {windowNumber} from '../page/platform.js';
import {adoptRules} from './adopted-rules.js';

/** Keeps the page behind a dialog from scrolling, and from jumping to the side where its scrollbar goes. */
export function holdPage(signal: AbortSignal): void {
  const hasScrollbar = windowNumber('innerWidth') > document.documentElement.clientWidth;
  const gutter = hasScrollbar ? 'scrollbar-gutter: stable' : '';
  const adopt = () => adoptRules(document, `:root:root { overflow: hidden !important; ${gutter} }`);
  let release = adopt();
  // It scrolls all the same where the page has replaced all adopted sheets.
  const adoptAgain = () => {
    release();
    release = adopt();
  };
  document.addEventListener('scroll', adoptAgain, {signal});
  signal.addEventListener('abort', () => release());
}
