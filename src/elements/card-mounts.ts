import type {CheckoutView} from '../checkout/checkout.js';
import type {CardField} from '../gateways/gateway.js';

/**
 * The nodes that the provider mounts its fields into: slotted children of the dialog's host, since Stripe
 * refuses shadow roots. Each lies in a form of its own, because Enter in a field of Stripe's submits the
 * form around it.
 */
export function createMounts(host: HTMLElement, onEnter: () => void): CheckoutView['places'] {
  const mount = (field: CardField) => {
    const form = document.createElement('form');
    form.slot = field;
    form.noValidate = true;
    form.addEventListener('submit', event => {
      event.preventDefault();
      // Nothing on the page should take this for a form of its own.
      event.stopPropagation();
      onEnter();
    });
    const place = document.createElement('div');
    // A page's own style for every `div` must not reach the fields.
    place.style.setProperty('all', 'initial', 'important');
    place.style.setProperty('display', 'block', 'important');
    form.append(place);
    host.append(form);
    return place;
  };
  return {number: mount('number'), expiry: mount('expiry'), cvc: mount('cvc')};
}

/** The look that the provider's fields take over from the dialog around them. */
export function lookOf(dialog: HTMLElement): CheckoutView['look'] {
  const style = getComputedStyle(dialog);
  return {
    color: style.color,
    placeholderColor: style.getPropertyValue('--_muted').trim(),
    errorColor: style.getPropertyValue('--_error').trim(),
    fontFamily: style.fontFamily,
    fontSize: style.fontSize,
  };
}
