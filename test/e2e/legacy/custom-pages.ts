import type {Page} from 'playwright-core';
import {inScript} from './markup.js';
import type {CustomRecord, OptionsRecord} from './records.js';

/** What a record tells in words, and what can be seen of it. */
export interface Setting {
  /** What the dialog's button says. */
  readonly pays: string;
  /** When the page opens the dialog: at a click unless given. */
  readonly opens?: keyof typeof occasions;
  /** The page loads the file by script. */
  readonly injected?: boolean;
}

/** The pages of the custom records, by id. */
export const settings: Readonly<Record<number, Setting>> = {
  3: {pays: 'Add card', injected: true},
  6: {pays: 'Pay $59.99', opens: 'await'},
  9: {pays: 'Pay $5.00', injected: true},
  13: {pays: 'Buy $19.99'},
  14: {pays: 'Subscribe for $3.00', injected: true, opens: 'load'},
  15: {pays: 'Donate $15.00'},
  22: {pays: 'Pay $15.00', opens: 'submit'},
  25: {pays: 'Pay $25.00'},
  27: {pays: 'Pay'},
  31: {pays: 'Pay $10.00', injected: true, opens: 'load'},
  39: {pays: 'Pay $49.99'},
  44: {pays: 'Pay $15.00'},
  45: {pays: 'Subscribe CA$20.00'},
  49: {pays: 'Add card', opens: 'timer'},
  53: {pays: 'Pay £25.00'},
  54: {pays: 'Pay $10.00'},
  62: {pays: 'Update Card Details'},
  65: {pays: 'Subscribe $15.00', opens: 'submit'},
  86: {pays: 'Pay $15.00'},
};

const occasions = {
  click: `document.querySelector('button').addEventListener('click', event => {
    event.preventDefault();
    open();
  });`,
  submit: `document.querySelector('form').addEventListener('submit', event => {
    event.preventDefault();
    open();
  });`,
  await: `document.querySelector('button').addEventListener('click', async event => {
    event.preventDefault();
    await fetch('/price');
    open();
  });`,
  timer: `document.querySelector('button').addEventListener('click', event => {
    event.preventDefault();
    setTimeout(open, 0);
  });`,
  load: 'open();',
} as const;

/** A page that hands the record's options to `StripeCheckout`, and keeps in `calls` what it is called with. */
export function customPage(
  {configure, open}: CustomRecord,
  {opens = 'click', injected}: Setting,
): string {
  const handler = configure ? `StripeCheckout.configure(${written(configure)})` : 'StripeCheckout';
  return `<!doctype html><html lang="en"><title>Shop</title><body>
    <form action="/elsewhere"><button>Buy</button></form>
    ${injected ? '' : '<script src="/pay-button.js" data-key="pk_test_placeholder"></script>'}
    <script>
      var calls = [];
      // As pages that hand a token to another window.
      const record = name => (...values) => calls.push([name, ...structuredClone(values)]);
      function start() {
        const handler = ${handler};
        const open = () => handler.open(${written(open)});
        ${occasions[opens]}
      }
      ${injected ? loading : 'start();'}
    </script>`;
}

/** What the functions of a page were called with: their names, then the values. */
export function callsIn(page: Page): Promise<[name: string, ...values: unknown[]][]> {
  return page.evaluate(() => (window as unknown as Recording).calls);
}

interface Recording {
  readonly calls: [name: string, ...values: unknown[]][];
}

const loading = `const loader = document.createElement('script');
  loader.id = 'stripe-script';
  loader.src = '/pay-button.js';
  loader.onload = start;
  document.head.append(loader);`;

/** Options as a page's script writes them. */
function written(options: OptionsRecord): string {
  const entries = Object.entries(options).map(([name, value]) => {
    if (value === '<function>') return `${name}: record('${name}')`;
    if (value === '<undefined>') return `${name}: undefined`;
    return `${name}: ${inScript(value)}`;
  });
  return `{${entries.join(', ')}}`;
}
