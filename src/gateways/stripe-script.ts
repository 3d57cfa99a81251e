import type {StripeConstructor} from '@stripe/stripe-js';
import {member} from '../platform.js';

/** The release of Stripe.js that @stripe/stripe-js types, and the last one that makes sources. */
export type Release = 'endive' | 'clover';

/** Milliseconds after which a customer is told that Stripe.js does not come. */
const patience = 8000;

let loading: Promise<StripeConstructor> | undefined;

/**
 * Puts Stripe.js on the page, or waits for the one that the page is loading itself. All callers share one
 * try; after a failure the next call tries anew.
 */
export function fetchStripeJs(release: Release): Promise<StripeConstructor> {
  loading ??= load(release).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

function load(release: Release): Promise<StripeConstructor> {
  const script = pageScript() ?? inject(release);
  return new Promise((resolve, reject) => {
    const settle = ({type} = {type: 'timeout'}) => {
      clearTimeout(timer);
      if (window.Stripe) return resolve(window.Stripe);
      // A script that has failed, hangs, or is none of Stripe's is of no use to the next try.
      script.remove();
      reject(new Error(`There is no Stripe after ${type}.`));
    };
    const timer = setTimeout(settle, patience);
    script.addEventListener('load', settle);
    script.addEventListener('error', settle);
  });
}

/** Any release of Stripe.js; other scripts of Stripe's have other names. */
const anyRelease = /^https:\/\/js\.stripe\.com\/(v3\/?|\w+\/stripe\.js)(\?|$)/;

/** The page's own: two Stripe.js on one page get in each other's way. */
function pageScript(): HTMLScriptElement | undefined {
  const scripts = Document.prototype.querySelectorAll.call(document, 'script[src]');
  return [...scripts].find(
    (script): script is HTMLScriptElement =>
      script instanceof HTMLScriptElement && anyRelease.test(script.src),
  );
}

function inject(release: Release): HTMLScriptElement {
  const script = Document.prototype.createElement.call(document, 'script') as HTMLScriptElement;
  script.src = addressOf(release);
  member<HTMLElement>(Document.prototype, 'head', document).append(script);
  return script;
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: {createScriptURL(release: Release): string},
  ): {createScriptURL(release: Release): string};
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** Under `require-trusted-types-for` a policy has to vouch for the address; ours knows no other ones. */
function addressOf(release: Release): string {
  const {trustedTypes} = window as {trustedTypes?: TrustedTypes};
  policy ??= trustedTypes?.createPolicy('pay-button', {createScriptURL});
  return (policy ?? {createScriptURL}).createScriptURL(release);
}

function createScriptURL(release: Release): string {
  return `https://js.stripe.com/${release === 'clover' ? release : 'endive'}/stripe.js`;
}
