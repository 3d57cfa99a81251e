import type {CardField, CardPlaces} from '../gateways/gateway.js';

/**
 * The nodes that the provider mounts its fields into: slotted children of the dialog's host, since Stripe
 * refuses shadow roots. Each lies in a form of its own, because Enter in a field of Stripe's submits the
 * form around it.
 */
export function createMounts(
  host: HTMLElement,
  fields: readonly CardField[],
  onEnter: () => void,
): CardPlaces {
  const mount = (field: CardField) => {
    const form = document.createElement('form');
    form.slot = field;
    form.noValidate = true;
    form.addEventListener('submit', event => {
      event.preventDefault();
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
  return Object.fromEntries(fields.map(field => [field, mount(field)]));
}
