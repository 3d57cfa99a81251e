import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {Consumer} from './consumer.js';

const tsc = fileURLToPath(
  new URL('../../../node_modules/@typescript/native/bin/tsc', import.meta.url),
);

let shop: Consumer;
before(() => {
  shop = new Consumer();
});
after(() => shop.remove());

/** The template's part that is the same in React, Preact and Solid, but for what events are called. */
function jsx(framework: string, importSource: string, event: string): string {
  return `/** @jsxImportSource ${importSource} */
import type {} from 'pay-button/${framework}';
import type {Payment} from 'pay-button';
export const pay = (
  <form>
    <pay-button
      id="pay" class="wide" disabled={false} form="order"
      data-key="pk_test_1" data-amount={999} data-currency="jpy" data-theme="dark" data-zip-code
      ${event}={event => { const payment: Payment = event.payment; void payment; }}
    />
    {/* @ts-expect-error A theme that there is not. */}
    <pay-button data-theme="blue" />
    {/* @ts-expect-error Not an option's value. */}
    <pay-button data-amount={{}} />
    {/* @ts-expect-error The event carries no such thing. */}
    <pay-button ${event}={event => event.token} />
    {/* @ts-expect-error No such element. */}
    <pay-butten />
  </form>
);
`;
}

const vue = `import type {GlobalComponents} from 'vue';
import type {} from 'pay-button/vue';
type Props = InstanceType<GlobalComponents['pay-button']>['$props'];
export const props: Props = {
  id: 'pay', class: 'wide', 'data-key': 'pk_test_1', 'data-amount': 999, 'data-zip-code': true,
  onPayToken: event => void event.payment.product.id,
};
// @ts-expect-error A theme that there is not.
export const theme: Props = {'data-theme': 'blue'};
// @ts-expect-error The event carries no such thing.
export const token: Props = {onPayToken: event => event.token};
`;

const svelte = `import type {SvelteHTMLElements} from 'svelte/elements';
import type {} from 'pay-button/svelte';
type Props = SvelteHTMLElements['pay-button'] & {};
export const props: Props = {
  id: 'pay', class: 'wide', 'data-key': 'pk_test_1', 'data-amount': 999, 'data-zip-code': true,
  'onpay-token': event => void event.payment.product.id,
};
// @ts-expect-error A theme that there is not.
export const theme: Props = {'data-theme': 'blue'};
// @ts-expect-error The event carries no such thing.
export const token: Props = {'onpay-token': event => event.token};
`;

const plain = `import {PayButton, PayError, errorCodes} from 'pay-button';
import {startSandbox} from 'pay-button/sandbox';
import * as kit from 'pay-button/testing';
const button = document.createElement('pay-button');
button.addEventListener('pay-token', event => event.payment.product.id);
export const state: 'closed' | string = button.state;
export const known = [PayButton, PayError, errorCodes, startSandbox, kit];
// @ts-expect-error There is no such option.
button.amount = 999;
`;

const fixtures: Readonly<Record<string, string>> = {
  'react.tsx': jsx('react', 'react', 'onpay-token').replace('class=', 'className='),
  'preact.tsx': jsx('preact', 'preact', 'onpay-token'),
  'solid.tsx': jsx('solid', 'solid-js', 'on:pay-token'),
  'vue.ts': vue,
  'svelte.ts': svelte,
  'plain.ts': plain,
};

for (const [resolution, module] of [
  ['bundler', 'esnext'],
  ['nodenext', 'nodenext'],
]) {
  test(`templates compile against the package, resolved as by ${resolution}`, () => {
    const files = Object.entries(fixtures).map(([file, text]) => shop.write(file, text));
    const {stdout, status} = spawnSync(
      process.execPath,
      [
        tsc,
        ...files,
        ...['--ignoreConfig', '--noEmit', '--strict', '--jsx', 'preserve', '--target', 'es2022'],
        ...['--module', `${module}`, '--moduleResolution', `${resolution}`],
        // Of the frameworks' own.
        ...['--skipLibCheck', '--types', 'node'],
      ],
      {cwd: shop.folder, encoding: 'utf8'},
    );
    assert.equal(stdout, '');
    assert.equal(status, 0);
  });
}
