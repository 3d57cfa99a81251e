import type {onDemand as modules} from './on-demand.js';
import {scriptUrl} from './script-url.js';
import {version} from './version.js';

/** The same as `on-demand.ts` for the script tag: files beside the script. */
export const onDemand: typeof modules = {
  addresses: () => load('addresses.js'),
  products: () => load('products.js'),
  checkoutJs: () => load('checkoutjs.js'),
  confirm: () => load('confirm.js'),
  words: locale => load(`locales/${locale}.js`),
};

let failures = 0;

async function load<T>(name: string): Promise<T> {
  const url = new URL(name, scriptUrl);
  // Parts of another release do not fit. And Chromium keeps a module that could not be fetched as failed for
  // good: another address is another try.
  url.search = failures ? `${version}-${failures}` : version;
  try {
    return (await import(url.href)) as T;
  } catch (error) {
    failures++;
    console.error(`pay-button: ${url.href} is missing. Put ${name} beside pay-button.js.`);
    throw error;
  }
}
