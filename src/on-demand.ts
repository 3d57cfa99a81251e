import {imports} from './locales/imports.js';

/**
 * What few pages need, loaded when it is needed. Bundlers split here; the script-tag build has
 * `on-demand.script.ts` in its place.
 */
export const onDemand = {
  /** How addresses are written, country by country, and the form for them. */
  addresses: () => import('./addresses/index.js'),
  /** What can be made of a card but a token. */
  products: () => import('./gateways/stripe-products.js'),
  /** How checkout.js took its options, and what it gave to pages. */
  checkoutJs: () => import('./compat/checkout-js.js'),
  /** Asks the shop's server, and shows on the page what it answers. */
  confirm: () => import('./delivery/post-by-fetch.js'),
  /** @param locale one of `locales` but English, which everybody has */
  words: async (locale: string) => {
    const load = imports[locale];
    if (!load) throw new TypeError(`There are no words in ${locale}.`);
    return load();
  },
};
