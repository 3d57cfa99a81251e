// In this order: where each part of the file lies makes a difference of 1 % to gzip, which looks back 32 kB.
import {failed, started} from './page/start.js';
import 'lit';
import {upgradeScripts} from './compat/upgrade.js';
import {createStripeCheckout, type StripeCheckout} from './compat/stripe-checkout.js';
import {watchTags} from './compat/watch-tags.js';
import {core, type Core} from './core.js';
import {defineElements} from './elements/define.js';
import {stripeGateway} from './gateways/stripe.js';
import {warnOnce} from './hints.js';
import {loadFile} from './loading/part-files.js';
import {fillParts, shared} from './loading/parts.js';
import type {FullWords} from './locales/en.js';
import * as globals from './page/globals.js';
import {assertPlatform} from './page/platform.js';
import {version} from './version.js';

/** Where the first copy of this file on a page waits for the others: each legacy button has a tag of its own. */
const first = Symbol.for('pay-button');

/** The parts beside the script read no global of the page's either: `.ci/own-globals.mjs` binds theirs to these. */
type ScriptCore = Core & {readonly globals: typeof globals};

declare global {
  interface Window {
    [first]?: (release: string) => void;
    StripeCheckout?: StripeCheckout;
  }
}

function start(): (release: string) => void {
  assertPlatform();
  // Files beside this one.
  fillParts({
    addresses: shared(() => loadPart('addresses.js')),
    checkoutJs: shared(() => loadPart('checkoutjs.js')),
    confirm: shared(() => loadPart('confirm.js')),
    products: shared(() => loadPart('products.js')),
    words: locale => loadFile(`locales/${locale}.js`, readWords),
  });
  defineElements();
  // A page's own object, a test's double say, stays; an element with that id has neither function.
  const {StripeCheckout: own} = window;
  if (typeof own?.configure !== 'function' && typeof own?.open !== 'function') {
    window.StripeCheckout = createStripeCheckout(stripeGateway);
  }
  const upgrade = () => upgradeScripts(stripeGateway);
  // A tag below may have no file of its own: a plugin that combines scripts has emptied it.
  const upgradeAll = () => {
    upgrade();
    watchTags(upgrade);
  };
  if (document.readyState === 'loading') {
    // An image of the page may be called `addEventListener`.
    EventTarget.prototype.addEventListener.call(document, 'DOMContentLoaded', upgradeAll, {
      once: true,
    });
  } else watchTags(upgrade);
  return release => {
    if (release !== version) warnOnce(`pay-button ${release} gives way to ${version}.`);
    upgrade();
  };
}

function loadPart<P>(name: string): Promise<P> {
  return loadFile(name, ({createPart}: {createPart: (core: ScriptCore) => P}) =>
    createPart({...core, globals}),
  );
}

/** @throws TypeError where there are none */
function readWords({words}: {words?: FullWords}) {
  if (!words) throw new TypeError('There are no words.');
  return {words};
}

try {
  window[first] ??= start();
  window[first](version);
} catch (error) {
  failed(error);
}
started();
