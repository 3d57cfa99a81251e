import {adoptRules} from './adopted-rules.js';

/** Keeps the page behind a dialog from scrolling, and from jumping to the side where its scrollbar goes. */
export function holdPage(signal: AbortSignal): void {
  const hasScrollbar = innerWidth > document.documentElement.clientWidth;
  const gutter = hasScrollbar ? 'scrollbar-gutter: stable' : '';
  const release = adoptRules(document, `:root:root { overflow: hidden !important; ${gutter} }`);
  signal.addEventListener('abort', release);
}
