/**
 * Types of events for which some browser has no enumerable handler property, such as `onclick`. Browsers name all
 * other types by these properties, so that no list of ours has to follow the standards.
 */
const typesWithoutHandler =
  'focusin focusout compositionstart compositionupdate compositionend touchstart touchmove touchend touchcancel ' +
  'gesturestart gesturechange gestureend textInput DOMMouseScroll MozMousePixelScroll';

type Verbs = Partial<
  Pick<Event, 'preventDefault' | 'stopPropagation' | 'stopImmediatePropagation'>
>;

/**
 * Keeps events that happen in the dialog between the dialog and its customer. Pages handle events of all of their
 * elements at the document: shortcuts, copy protection, smooth scrolling, clicks beside a menu, traps for the focus.
 * Such a handler sees `<pay-dialog>` as the target, and takes the customer's typing for its own business.
 *
 * Events end at the host. A listener that captures sees them before, but it cannot prevent or stop them, unless it
 * captures at the window and is older than the opening.
 */
export function keepEvents(host: HTMLElement, signal: AbortSignal): void {
  // Takes its verbs from an event that is on its way into the dialog.
  const protect = (event: Event) => {
    if (!event.composedPath().includes(host)) return;
    event.preventDefault = event.stopPropagation = event.stopImmediatePropagation = () => {};
  };
  // Gives the verbs back: inside the dialog, they are ours.
  const release = (event: Verbs) => {
    delete event.preventDefault;
    delete event.stopPropagation;
    delete event.stopImmediatePropagation;
  };
  const stop = (event: Event) => event.stopPropagation();
  // Passive, so that the browser scrolls without waiting for us.
  const late = {signal, passive: true};
  const early = {...late, capture: true};
  for (const type of typesOf(host)) {
    window.addEventListener(type, protect, early);
    host.addEventListener(type, release, early);
    host.addEventListener(type, stop, late);
  }
}

function typesOf(host: HTMLElement): string[] {
  const types = typesWithoutHandler.split(' ');
  // Pages collect reports of their Content-Security-Policy by that one.
  for (const name in host) if (/^on(?!securityp)/.test(name)) types.push(name.slice(2));
  return types;
}
