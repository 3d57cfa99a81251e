import type {Tab} from './engines.js';

/** What a customer does in a tab of any engine. */

const fields = [
  ['Secure card number input frame', 'cardnumber'],
  ['Secure expiration date input frame', 'exp-date'],
  ['Secure CVC input frame', 'cvc'],
] as const;
const paymentFrame = 'Secure payment input frame';
const bankFrame = 'Secure 3D Secure authentication frame';

const inDialog = (selector: string) =>
  `return document.querySelector('pay-dialog')?.shadowRoot.querySelector('${selector}');`;

/** Clicks what opens the dialog, and waits until it takes a card. */
export async function openDialog(tab: Tab, opener = 'pay-button'): Promise<void> {
  await tab.waitFor(`return customElements.get('pay-button') !== undefined`);
  await tab.click(`return document.querySelector('${opener}');`);
  await reach(tab, 'ready');
}

/** Waits until the open checkout is at a stage. */
export function reach(tab: Tab, stage: string): Promise<void> {
  return tab.waitFor(
    `return document.querySelector('pay-dialog')?.checkout.state.name === '${stage}'`,
  );
}

/** Waits until there is no dialog. */
export function gone(tab: Tab): Promise<void> {
  return tab.waitFor(`return document.querySelector('pay-dialog') === null`);
}

/** Types into one of our own inputs. */
export async function fillIn(tab: Tab, autocomplete: string, text: string): Promise<void> {
  await tab.click(inDialog(`[autocomplete="${autocomplete}"]`));
  await tab.type(text);
}

/** Chooses a country. By script: each engine draws the list of a `select` in its own way. */
export async function choose(tab: Tab, autocomplete: string, value: string): Promise<void> {
  const select = inDialog(`[autocomplete="${autocomplete}"]`);
  await tab.evaluate(`const select = (() => {${select}})();
    select.value = '${value}';
    select.dispatchEvent(new Event('change', {bubbles: true}));`);
}

/** Types a card, in place of what is there: into Stripe's three frames, or into its one for all. */
export async function typeCard(tab: Tab, number: string): Promise<void> {
  const one = `return document.querySelector('iframe[title="${paymentFrame}"]') !== null`;
  const isOne = await tab.evaluate(one);
  const texts = [number, '1234', '123'];
  for (const [index, [title, name]] of fields.entries()) {
    const frame = isOne ? paymentFrame : title;
    const input = `document.querySelector('input[name=${name}]')`;
    await tab.click(`return ${input};`, {frame});
    await tab.waitFor(`return document.hasFocus() && document.activeElement === ${input};`, frame);
    await tab.evaluate(`${input}.select();`, frame);
    await tab.type(texts[index] ?? '');
    // A key that was lost on its way would not come again.
    await tab.waitFor(`return ${input}.value.replace(/\\D/g, '') === '${texts[index]}';`, frame);
  }
}

export function clickPay(tab: Tab, times = 1): Promise<void> {
  return tab.click(inDialog('.pay'), {times});
}

export function clickClose(tab: Tab): Promise<void> {
  return tab.click(inDialog('.close'));
}

/** Answers the bank: `complete`, `fail` or `cancel`. */
export function answerBank(tab: Tab, outcome: string): Promise<void> {
  return tab.click(`return document.querySelector('button[value=${outcome}]');`, {
    frame: bankFrame,
  });
}

/** Waits for a page by its heading. */
export function heading(tab: Tab, text: string): Promise<void> {
  return tab.waitFor(`return document.querySelector('h1')?.innerText === '${text}'`);
}

/** Waits until the dialog says something like this. */
export function told(tab: Tab, words: RegExp): Promise<void> {
  return tab.waitFor(
    `const root = document.querySelector('pay-dialog')?.shadowRoot;
     return [...root?.querySelectorAll('[id$=-message]') ?? []].some(({textContent}) => ${words}.test(textContent));`,
  );
}
