import type {StripeConstructor} from '@stripe/stripe-js';
import {insertScript, whenRun} from '../loading/insert-script.js';

/** The release of Stripe.js that @stripe/stripe-js types, and the last one that makes sources. */
export type Release = 'endive' | 'clover';

let loading: Promise<StripeConstructor> | undefined;

/**
 * Puts Stripe.js on the page, or waits for the one that the page is loading itself. All callers share one
 * try; after a failure the next call tries anew.
 */
export function fetchStripeJs(release: Release): Promise<StripeConstructor> {
  const script = () => pageScript() ?? insertScript(addressOf(release));
  loading ??= whenRun(script(), () => window.Stripe).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
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

function addressOf(release: Release): string {
  return `https://js.stripe.com/${release}/stripe.js`;
}
