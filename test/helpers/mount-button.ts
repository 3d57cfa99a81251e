import {fixture, html} from '@open-wc/testing';
import '../../src/index.js';
import type {PayButton} from '../../src/elements/pay-button.js';
import {whenSeen} from '../../src/elements/when-seen.js';
import type {PayDialog} from '../../src/elements/pay-dialog.js';
import {StubGateway} from './stub-gateway.js';

/** A button in a form, on a gateway that does as the test says. */
export async function mountButton(attributes: Record<string, string> = {}) {
  const form = await fixture<HTMLFormElement>(html`
    <form method="post" action="/charge"><pay-button data-key="pk_test_1"></pay-button></form>
  `);
  const button = form.querySelector('pay-button')!;
  const gateway = useStub(button);
  for (const [name, value] of Object.entries(attributes)) button.setAttribute(name, value);
  await button.updateComplete;
  return {form, button, gateway};
}

export function useStub(button: PayButton, gateway = new StubGateway()): StubGateway {
  button.gateway = gateway;
  return gateway;
}

/** The button inside, which people click. */
export function trigger(button: PayButton): HTMLButtonElement {
  return button.shadowRoot!.querySelector('button')!;
}

/** The dialog that is open, once it has been seen in its newest state: by then it has asked for the card's fields. */
export async function openDialog(): Promise<PayDialog> {
  const dialog = document.querySelector('pay-dialog');
  if (!dialog) throw new Error('No dialog is open.');
  await dialog.updateComplete;
  await whenSeen();
  await dialog.updateComplete;
  return dialog;
}

/** The card can be typed in. */
export async function untilReady({checkout}: PayDialog): Promise<void> {
  while (checkout.state.name === 'opening') await next(checkout, 'change');
}

/** An element inside the dialog. */
export function part<E extends Element = HTMLElement>(dialog: PayDialog, selector: string): E {
  const found = dialog.shadowRoot!.querySelector<E>(selector);
  if (!found) throw new Error(`The dialog has no ${selector}.`);
  return found;
}

/** What the customer reads there, without the spaces between tags. */
export function textOf(dialog: PayDialog, selector: string): string {
  return part(dialog, selector).textContent.replace(/\s+/g, ' ').trim();
}

/** Takes over each submit of a form, as a page does whose script posts it and says that the card is charged. */
export function catchSubmits(form: HTMLFormElement): [string, FormDataEntryValue][][] {
  const submits: [string, FormDataEntryValue][][] = [];
  form.addEventListener('submit', event => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    submits.push([...new FormData(form)]);
    void paying?.complete({status: 'done'});
  });
  return submits;
}

/** The button that has made the last credential. */
let paying: PayButton | undefined;
document.addEventListener('pay-token', event => {
  paying = event.composedPath()[0] as PayButton;
});

/** What has the focus in the document, or the shadow root, that an element lies in. */
export function focusBeside(element: Element): Element | null {
  return (element.getRootNode() as Document | ShadowRoot).activeElement;
}

/** The next event of that name. */
export function next<K extends keyof GlobalEventHandlersEventMap>(
  target: EventTarget,
  name: K,
): Promise<GlobalEventHandlersEventMap[K]> {
  return new Promise(resolve => {
    target.addEventListener(name, event => resolve(event as GlobalEventHandlersEventMap[K]), {
      once: true,
    });
  });
}

/** Everything that happens while the test runs, by event name. */
export function record(
  target: EventTarget,
  ...names: (keyof GlobalEventHandlersEventMap)[]
): string[] {
  const seen: string[] = [];
  for (const name of names) target.addEventListener(name, () => seen.push(name));
  return seen;
}
