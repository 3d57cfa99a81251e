import {inputTypes, type InputType} from '../stripe-js/fields/inputs.js';
import {english} from '../stripe-js/fields/words.js';

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

export function createInput(type: InputType): HTMLInputElement {
  const input = document.createElement('input');
  input.setAttribute('aria-label', english.labels[type]);
  input.setAttribute('autocomplete', inputTypes[type].autocomplete);
  input.inputMode = 'numeric';
  input.placeholder = english.placeholders[type];
  // An id that no form has: the input belongs to no form, as one in a frame. For the same reason it
  // has no name, so that no form can post it.
  input.setAttribute('form', '');
  return input;
}
