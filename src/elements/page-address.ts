/** The page's address when the dialog opened; one dialog is open at a time. */
let path = '';
let address = '';

export function noteAddress(): void {
  ({pathname: path, href: address} = location);
}

/**
 * True once the page has gone elsewhere within its document. Pages also write into their address what is no
 * navigation, a filter say: such a change counts only if the button has gone, too.
 */
export function hasMovedOn(isButtonGone: boolean): boolean {
  return location.pathname !== path || (isButtonGone && location.href !== address);
}

/**
 * Watches where the page goes within its document: by the browser's buttons, by a link, or by a router.
 * @param isButtonGone tells whether the page has taken the dialog's button away
 * @returns a function that ends the watch
 */
export function watchAddress(isButtonGone: () => boolean, leave: () => void): () => void {
  noteAddress();
  const look = ({type} = {type: ''}): void => {
    // A page that made a history entry for the dialog expects Back to close it.
    const isBack = type === 'popstate';
    if (isBack || hasMovedOn(type === 'hashchange' || isButtonGone())) leave();
  };
  const life = new AbortController();
  const {signal} = life;
  for (const type of ['popstate', 'hashchange']) window.addEventListener(type, look, {signal});
  const {navigation} = window as {navigation?: EventTarget & {currentEntry?: object | null}};
  if (navigation?.currentEntry) {
    navigation.addEventListener('currententrychange', look, {signal});
    return () => life.abort();
  }
  // Without the Navigation API no event reports `pushState()`. Remove when Safari 26.2 and Firefox 147 are the oldest
  // supported. https://developer.mozilla.org/docs/Web/API/Navigation_API
  const timer = setInterval(look, 300);
  return () => {
    life.abort();
    clearInterval(timer);
  };
}
