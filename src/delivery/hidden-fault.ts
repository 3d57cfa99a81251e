import {member} from '../platform.js';

/** What a field that is not valid is called, where none of these can be seen: a browser says nothing about them. */
export function hiddenFault(form: HTMLFormElement): string | undefined {
  if (Element.prototype.getAttribute.call(form, 'novalidate') !== null) return undefined;
  const controls = member<ArrayLike<Element>>(HTMLFormElement.prototype, 'elements', form);
  // Not by the iterator: see `PaymentForm`.
  const all = Array.prototype.slice.call(controls) as Element[];
  const faults = all.filter(control => control.matches(':invalid:not(fieldset)'));
  if (faults.some(isSeen)) return undefined;
  return faults[0]?.getAttribute('name') || faults[0]?.localName;
}

function isSeen(control: Element): boolean {
  return control.getClientRects().length > 0 && getComputedStyle(control).visibility === 'visible';
}
