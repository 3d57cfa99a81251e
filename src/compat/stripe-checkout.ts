import {text} from '../checkout/given-options.js';
import type {Gateway} from '../gateways/gateway.js';
import {getParts} from '../loading/parts.js';
import type {StripeCheckoutHandler, StripeCheckoutOptions} from './checkout-js-part.js';
import {Late} from './late.js';
import {sayNotNow} from './not-now.js';
import type {RawOptions} from './option-names.js';
import {configurations} from './upgrade.js';

/** checkout.js's object for pages that open the dialog by script. */
export interface StripeCheckout {
  configure(options?: StripeCheckoutOptions): StripeCheckoutHandler;
  configure(buttonId: string, options?: StripeCheckoutOptions): StripeCheckoutHandler;
  /** Configures and opens at once. */
  open(options?: StripeCheckoutOptions): void;
  /** Internal, but pages change amounts in it. */
  readonly __app: {readonly configurations: Record<string, RawOptions>};
}

export function createStripeCheckout(gateway: Gateway): StripeCheckout {
  function configure(first?: StripeCheckoutOptions | string, second?: StripeCheckoutOptions) {
    const configured = typeof first === 'object' ? first : second;
    // There is no button of ours that could say so.
    const failed = () => sayNotNow(text(configured?.locale), words => alert(words));
    const late = new Late(async (): Promise<StripeCheckoutHandler> => {
      const part = await getParts().checkoutJs();
      return part.createHandler(configured, gateway, failed);
    });
    // Pages hand both around without their object. What fails, the console has been told.
    return {
      open: (options?: StripeCheckoutOptions) => {
        late.tell(handler => handler.open(options)).catch(failed);
      },
      close: () => {
        late.tell(handler => handler.close()).catch(() => {});
      },
    };
  }
  return {
    configure,
    open: options => configure(options).open(),
    __app: {configurations},
  };
}
