import {windowNumber} from '../page/platform.js';

/**
 * Keeps `--_keyboard` of a dialog at how much of the window's bottom an on-screen keyboard covers, which
 * moves nothing by itself in Safari and Chrome.
 */
export function makeRoomForKeyboard(host: HTMLElement, signal: AbortSignal): void {
  const {visualViewport} = window;
  // A page that is on its way out has none.
  if (!visualViewport) return;
  const measure = () => {
    const {scale, height, offsetTop} = visualViewport;
    // In a page that the customer has zoomed into, most of the window is out of sight, and under no keyboard.
    const covered = scale === 1 ? Math.max(0, windowNumber('innerHeight') - height - offsetTop) : 0;
    host.style.setProperty('--_keyboard', `${covered}px`);
  };
  visualViewport.addEventListener('resize', measure, {signal});
  visualViewport.addEventListener('scroll', measure, {signal});
}
