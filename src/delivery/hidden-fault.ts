import {warnOnce} from '../hints.js';
import {itemsOf, member} from '../page/platform.js';

/**
 * Returns the first invalid control of a form, if no invalid control can be seen: browsers put their message beside the
 * control, and show none then.
 */
export function hiddenFault(form: HTMLFormElement): Element | undefined {
  if (Element.prototype.getAttribute.call(form, 'novalidate') !== null) return undefined;
  const controls = member<ArrayLike<Element>>(HTMLFormElement.prototype, 'elements', form);
  const faults = itemsOf(controls).filter(control => control.matches(':invalid:not(fieldset)'));
  return faults.some(isSeen) ? undefined : faults[0];
}

/** Returns the name of a control for the merchant. */
export function nameOf(control: Element): string {
  return control.getAttribute('name') || control.localName;
}

/** See `ConfirmPart`. */
export function explainHiddenFault(form: HTMLFormElement, show: (words: string) => void): void {
  const fault = hiddenFault(form);
  // The page may have replaced the form while this part was loading.
  if (!fault?.isConnected) return show('');
  warnOnce(
    `pay-button: the field "${nameOf(fault)}" is not valid and cannot be seen, so the dialog stays closed. Show the ` +
      'field before the payment, or set `disabled` on it while it is hidden.',
  );
  show(faultWords(fault));
  EventTarget.prototype.addEventListener.call(form, 'input', () => show(''), {once: true});
}

/** Returns what the browser would say beside a control, after the control's name for the customer. */
function faultWords(control: Element): string {
  const {labels, validationMessage} = control as HTMLInputElement;
  // A label may lie around a list of options.
  const label = labels?.[0]?.textContent.replace(control.textContent, '').trim();
  const name = label || control.getAttribute('aria-label') || nameOf(control);
  return validationMessage ? `${name}: ${validationMessage}` : name;
}

function isSeen(control: Element): boolean {
  if (control.closest('[inert]') || getComputedStyle(control).visibility !== 'visible')
    return false;
  // Missing in Safari before 17.4. It alone knows closed `<details>`.
  if (control.checkVisibility?.() === false) return false;
  for (let box: Element | null = control; box; box = box.parentElement) {
    const {width, height} = box.getBoundingClientRect();
    const isEmpty = !width || !height;
    // Not drawn, or in a section that is collapsed to nothing.
    if (isEmpty && (box === control || getComputedStyle(box).overflow !== 'visible')) return false;
  }
  return true;
}
