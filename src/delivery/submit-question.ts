import type {PaymentForm} from './payment-form.js';

/**
 * htmx sends a form although its `submit` event was prevented, unless these events of its own are prevented.
 * https://htmx.org/events/#htmx:confirm (2.x) and https://htmx.org/reference/events (4.x)
 */
const requestEvents = ['htmx:confirm', 'htmx:config:request'];

/** The event by which the page is asked. */
export interface SubmitQuestion extends SubmitEvent {
  /** False once a handler has objected. The event is prevented in any case when it has left the form. */
  readonly mayBePosted: boolean;
}

/**
 * Asks the page whether the form may be posted, as before a submit: by a `submit` event on the form.
 *
 * The event is prevented when it leaves the form. Routers that post every form by themselves listen around it (Turbo at
 * the document and at its frames, Unpoly) and leave prevented events alone; validation there can object all the same.
 * @returns false where a handler objects by `preventDefault()`
 */
export function askPage(form: PaymentForm, submitter?: HTMLElement): boolean {
  let agrees = true;
  const event = new SubmitEvent('submit', {bubbles: true, cancelable: true, submitter});
  const question = Object.defineProperty(event, 'mayBePosted', {
    get: () => agrees,
  }) as SubmitQuestion;
  // `decide` always has to run: without it, Firefox submits the form at a synthetic event as well.
  // https://github.com/whatwg/html/issues/4438
  question.stopPropagation = question.stopImmediatePropagation = () => {};
  let isHtmx = false;
  const decide = () => {
    agrees = !question.defaultPrevented || isHtmx;
    question.preventDefault();
    // Objections of listeners around the form.
    question.preventDefault = () => (agrees = false);
  };
  const stopHtmx = (event: Event) => {
    isHtmx = true;
    event.preventDefault();
  };
  const life = new AbortController();
  const {signal} = life;
  // At the window, since an element anywhere may send the form (`hx-trigger="submit from:#pay"`). Whatever asks now, asks
  // because of the question.
  for (const type of requestEvents) {
    window.addEventListener(type, stopHtmx, {signal, capture: true});
  }
  // Last, so that every other listener of the form has had its say.
  EventTarget.prototype.addEventListener.call(form.element, 'submit', decide, {signal});
  EventTarget.prototype.dispatchEvent.call(form.element, question);
  life.abort();
  return agrees;
}
