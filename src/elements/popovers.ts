import {member} from '../page/platform.js';

/** The popovers around an element that a modal dialog closes when it opens, from the outermost on. */
export function popoversAround(element: Element | undefined): HTMLElement[] {
  const popovers: HTMLElement[] = [];
  for (let node: Node | null | undefined = element; node; node = parentOf(node)) {
    if (!(node instanceof HTMLElement)) continue;
    // Undefined in browsers without popovers.
    const kind = member<string | null | undefined>(HTMLElement.prototype, 'popover', node);
    if (kind && kind !== 'manual') popovers.unshift(node);
  }
  return popovers;
}

export function isShown(popover: HTMLElement): boolean {
  return Element.prototype.matches.call(popover, ':popover-open');
}

export function showAgain(popover: HTMLElement): void {
  const isConnected = member<boolean>(Node.prototype, 'isConnected', popover);
  if (isConnected) HTMLElement.prototype.togglePopover.call(popover, true);
}

/** The parent in the tree that is drawn. A field of a form around may be named `parentNode`. */
function parentOf(node: Node): Node | null {
  const slot =
    node instanceof Element && member<Node | null>(Element.prototype, 'assignedSlot', node);
  if (slot) return slot;
  return node instanceof ShadowRoot ? node.host : member(Node.prototype, 'parentNode', node);
}
