import {member, parseUrl} from '../platform.js';
import type {PaymentForm} from './payment-form.js';

/** Asks the page, as before a submit: its fields have to be valid, and no handler of it must object. */
export function ask(form: PaymentForm): boolean {
  if (!form.reportValidity()) return false;
  const question = new SubmitEvent('submit', {bubbles: true, cancelable: true});
  // Firefox submits a form at a script's event as well. So it is cancelled where its way ends, which the page
  // must not cut short.
  question.stopPropagation = question.stopImmediatePropagation = () => {};
  const root = Node.prototype.getRootNode.call(form.element);
  const end = root === document ? window : root;
  let agrees = false;
  const decide = (event: Event) => {
    agrees = !event.defaultPrevented;
    event.preventDefault();
  };
  end.addEventListener('submit', decide);
  EventTarget.prototype.dispatchEvent.call(form.element, question);
  end.removeEventListener('submit', decide);
  return agrees;
}

/** Posts what is in the form to where it goes, in the encoding that it asks for, and takes JSON. */
export function request({element}: PaymentForm): Promise<Response> {
  const base = member<string>(Node.prototype, 'baseURI', element);
  const action = parseUrl(attribute(element, 'action') || base, base)?.href ?? base;
  const data = new FormData(element);
  const isMultipart = attribute(element, 'enctype')?.toLowerCase() === 'multipart/form-data';
  return fetch(action, {
    method: 'POST',
    body: isMultipart ? data : new URLSearchParams([...data].map(asText)),
    headers: {accept: 'application/json'},
  });
}

/** In the usual encoding, a file is posted by its name. */
function asText([name, value]: [string, FormDataEntryValue]): [string, string] {
  return [name, typeof value === 'string' ? value : value.name];
}

function attribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}
