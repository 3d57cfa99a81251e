import {fixture, html, nextFrame} from '@open-wc/testing';
import '../../src/index.js';
import {getParts} from '../../src/loading/parts.js';
import {ScriptButton} from '../../src/compat/script-button.js';
import {openDialog, part, untilReady} from './mount-button.js';
import {StubGateway} from './stub-gateway.js';

/** A tag that does not run: what it would do is the test's to call. */
export function scriptTag(attributes: Record<string, string> = {}): HTMLScriptElement {
  const script = document.createElement('script');
  script.className = 'stripe-button';
  for (const [name, value] of Object.entries({'data-key': 'pk_test_1', ...attributes})) {
    script.setAttribute(name, value);
  }
  return script;
}

/** A form whose answer goes into a frame: Firefox cuts the runner's connection when its own page posts. */
export async function postableForm(): Promise<HTMLFormElement> {
  const page = await fixture(html`
    <div>
      <form method="post" action="/no-content" target="answer"></form>
      <iframe name="answer"></iframe>
    </div>
  `);
  return page.querySelector('form')!;
}

/** A page of checkout.js: a form with a script tag that has got its button. */
export async function legacyPage(attributes: Record<string, string> = {}) {
  const form = await postableForm();
  form.append(Object.assign(document.createElement('input'), {name: 'order', value: '7'}));
  const script = scriptTag(attributes);
  const gateway = new StubGateway();
  form.append(script);
  new ScriptButton(script, gateway);
  return {form, script, gateway, button: legacyButton(form)};
}

export function legacyButton(around: Element): HTMLButtonElement {
  const button = around.querySelector<HTMLButtonElement>('.stripe-button-el');
  if (!button) throw new Error('There is no button.');
  return button;
}

/** Whether a dialog is open, once what has been asked for has had its time. */
export async function isOpen(): Promise<boolean> {
  await getParts().checkoutJs();
  await nextFrame();
  return document.querySelector('pay-dialog') !== null;
}

/** The dialog that was asked for: it opens when what legacy pages need has been loaded. */
export async function legacyDialog() {
  while (!document.querySelector('pay-dialog')) {
    await new Promise<void>(resolve => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe(document.documentElement, {childList: true});
    });
  }
  return openDialog();
}

/** Types the e-mail address and a card, and presses pay; the gateway's answer is the test's. */
export async function payAt(gateway: StubGateway, email = 'ada@example.com'): Promise<void> {
  const dialog = await legacyDialog();
  await untilReady(dialog);
  part<HTMLInputElement>(dialog, '#email').value = email;
  gateway.completeCard();
  part(dialog, '.pay').click();
}

/** What the form posts, past its handlers. */
export function nextPost(form: HTMLFormElement): Promise<[string, FormDataEntryValue][]> {
  return new Promise(resolve => {
    const keep = ({formData}: FormDataEvent) => resolve([...formData]);
    form.addEventListener('formdata', keep, {once: true});
  });
}

export function closeDialogs(): void {
  for (const dialog of document.querySelectorAll('pay-dialog')) dialog.checkout.close('page');
}

/** What the console is told while a test runs. */
export function listenToConsole(method: 'warn' | 'error') {
  const said: string[] = [];
  const {[method]: original} = console as Record<typeof method, (this: void) => void>;
  console[method] = (message: unknown) => said.push(String(message));
  return {said, restore: () => void (console[method] = original)};
}
