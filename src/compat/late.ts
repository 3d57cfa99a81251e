import {Checkout} from '../checkout/checkout.js';
import {postedFields} from '../checkout/posted-fields.js';
import {LegacyPost} from '../delivery/legacy-post.js';
import {ToCallback} from '../delivery/to-callback.js';
import {runCheckout} from '../elements/run-checkout.js';
import {onDemand} from '../on-demand.js';
import type * as CheckoutJs from './checkout-js.js';

/** What takes a payment, handed over so that the part for pages of checkout.js brings no second copy along. */
export const kit = {Checkout, LegacyPost, postedFields, runCheckout, ToCallback};
export type CheckoutKit = Readonly<typeof kit>;

let loading: Promise<typeof CheckoutJs> | undefined;

/**
 * Loads that part, at once, for somebody who lives in it.
 * @param make makes them, when it is there
 * @returns a function that tells them what to do: then, and all of them in the order in which they were told
 */
export function late<T extends object>(make: (part: typeof CheckoutJs, kit: CheckoutKit) => T) {
  let made: T | undefined;
  const tell = (act: (made: T) => void, failed?: () => void): void => {
    loading ??= onDemand.checkoutJs();
    const acted = loading.then(
      part => act((made ??= make(part, kit))),
      () => {
        // It has said by then what is missing; the next call tries again.
        loading = undefined;
        failed?.();
      },
    );
    // A fault in what was to be done must not leave a button that is dead.
    acted.catch((error: unknown) => {
      console.error(error);
      failed?.();
    });
  };
  tell(() => {});
  return tell;
}
