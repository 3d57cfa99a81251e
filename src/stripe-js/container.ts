import {IntegrationError, nothingAt, refusals} from './integration-error.js';
import {StateClasses} from './state-classes.js';
import {warnings} from './warnings.js';

/**
 * The node that a page wants an element mounted into.
 * @throws IntegrationError for what Stripe.js does not mount into
 */
export function containerAt(place: string | HTMLElement): HTMLElement {
  const node = typeof place === 'string' ? found(place) : place;
  if (!(node instanceof HTMLElement)) throw new IntegrationError(refusals.noContainer);
  if (node.getRootNode() !== document) throw new IntegrationError(refusals.shadowRoot);
  return node;
}

function found(selector: string): Element {
  const node = selector === '' ? null : document.querySelector(selector);
  if (!node) throw new IntegrationError(nothingAt(selector));
  return node;
}

/** What an element does with the node of the page that it is mounted into, until it leaves. */
export class Container {
  readonly node: HTMLElement;
  readonly classes: StateClasses;
  readonly #content: HTMLElement;
  readonly #leaving = new AbortController();

  /** @param focus called when its label is clicked */
  constructor(node: HTMLElement, content: HTMLElement, focus: () => void) {
    this.node = node;
    this.classes = new StateClasses(node);
    this.#content = content;
    if (node.hasChildNodes()) console.warn(warnings.hasChildren);
    node.replaceChildren(content);
    const {signal} = this.#leaving;
    document.addEventListener('click', event => this.#clicked(event, focus), {signal});
  }

  /** Submits the form around it as Enter does, with its `submit` event and its validation. */
  submitForm(): void {
    const button = document.createElement('input');
    button.type = 'submit';
    button.hidden = true;
    this.node.append(button);
    button.click();
    button.remove();
  }

  leave(): void {
    this.#leaving.abort();
    this.#content.remove();
    this.classes.remove();
  }

  /** A click on the container's label focuses the element, as it would a native input. */
  #clicked({target, defaultPrevented}: Event, focus: () => void): void {
    if (defaultPrevented) return;
    const label = target instanceof Element ? target.closest('label') : null;
    if (!label) return;
    const {id} = this.node;
    if ((id !== '' && label.htmlFor === id) || label.contains(this.node)) focus();
  }
}
