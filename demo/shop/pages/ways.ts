import type {ChargeApi} from '../orders/order.js';
import {html, type Html} from './html.js';

/** What `<pay-button>` can make, how it can send that, and what the shop can charge with. */
const creates = {
  token: 'a token',
  'payment-method': 'a payment method',
  'confirmation-token': 'a confirmation token',
  source: 'a source',
} as const;

/** Of a source. */
const usages = {reusable: 'again', single_use: 'once'} as const;

const confirms = {navigate: 'send the form', fetch: 'stay on the page'} as const;

const apis = {intents: 'PaymentIntents', charges: 'Charges (tokens only)'} as const;

/** The way that an order's page is set up for. A shop would settle for one. */
export interface Way {
  readonly create: keyof typeof creates;
  readonly usage: keyof typeof usages;
  readonly confirm: keyof typeof confirms;
  readonly api: ChargeApi;
}

/** Reads a page's query. What it does not say, or says wrongly, is as it is by default. */
export function readWay(query: unknown): Way {
  return {
    create: choice(query, 'create', creates, 'token'),
    usage: choice(query, 'usage', usages, 'reusable'),
    confirm: choice(query, 'confirm', confirms, 'navigate'),
    api: choice(query, 'api', apis, 'intents'),
  };
}

/** Lets a visitor try the other ways: a plain form, without a script. */
export function wayChooser(action: string, {create, usage, confirm, api}: Way): Html {
  return html`
    <details class="ways">
      <summary>Try another way to pay</summary>
      <form action="${action}" method="get">
        ${select('create', 'The browser makes', creates, create)}
        ${create === 'source' ? select('usage', 'A source can be charged', usages, usage) : ''}
        ${select('confirm', 'Then it shall', confirms, confirm)}
        ${select('api', 'The shop charges with', apis, api)}
        <button>Set up</button>
      </form>
    </details>
  `;
}

function select(
  name: string,
  label: string,
  options: Record<string, string>,
  chosen: string,
): Html {
  return html`<label
    >${label}
    <select name="${name}">
      ${Object.entries(options).map(([value, text]) =>
        value === chosen
          ? html`<option value="${value}" selected>${text}</option>`
          : html`<option value="${value}">${text}</option>`,
      )}
    </select></label
  >`;
}

function choice<T extends string>(
  query: unknown,
  name: string,
  options: Record<T, string>,
  otherwise: T,
): T {
  const value: unknown =
    typeof query === 'object' && query !== null ? Reflect.get(query, name) : undefined;
  return typeof value === 'string' && Object.hasOwn(options, value) ? (value as T) : otherwise;
}
