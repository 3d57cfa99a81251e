/** What goes no further than an element: a frame would keep it to itself as well. */
const ownEvents = [
  'beforeinput',
  'input',
  'change',
  'keydown',
  'keyup',
  'paste',
  'focusin',
  'focusout',
  'click',
  'mousedown',
  'mouseup',
] as const;

/**
 * What stands in an element's container, in Stripe's outer shape. Stripe has a frame in it, where the
 * kit has inputs.
 */
export function createHolder(inputs: readonly Node[], signal: AbortSignal): HTMLElement {
  const holder = document.createElement('div');
  holder.className = '__PrivateStripeElement';
  holder.append(...inputs);
  for (const type of ownEvents) {
    holder.addEventListener(type, event => event.stopPropagation(), {signal});
  }
  return holder;
}
