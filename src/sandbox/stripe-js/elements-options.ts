import type {StripeElementLocale} from '@stripe/stripe-js';
import {IntegrationError, refusals} from '../../stripe-js/integration-error.js';
import {warnOfUnknown} from '../../stripe-js/options.js';
import {isBefore} from '../../stripe-js/releases.js';
import {release} from './served.js';

/** Options of `elements()` that take effect. */
export interface GroupOptions {
  readonly locale?: StripeElementLocale;
  readonly clientSecret?: string;
  readonly mode?: 'payment' | 'setup' | 'subscription';
  /** In the smallest currency unit. */
  readonly amount?: number;
  readonly currency?: string;
  readonly setupFutureUsage?: 'off_session' | 'on_session' | null;
}

const knownOptions = [
  'fonts',
  'locale',
  'appearance',
  'loader',
  'clientSecret',
  'mode',
  'amount',
  'currency',
  'setupFutureUsage',
  'setup_future_usage',
  'captureMethod',
  'capture_method',
  'onBehalfOf',
  'on_behalf_of',
  'excludedPaymentMethodTypes',
  'allowedPaymentMethodTypes',
  'paymentMethodConfiguration',
  'payment_method_configuration',
  'paymentMethodOptions',
  'payment_method_options',
  'paymentMethodCreation',
  'externalPaymentMethodTypes',
  'customerOptions',
  'customerSessionClientSecret',
  'customPaymentMethods',
  'syncAddressCheckbox',
  'adaptivePricing',
];

/** Before the release endive removed it. */
const oldOptions = ['paymentMethodTypes'];

/**
 * Warns of options that there are not.
 * @throws IntegrationError for those that a release removed, and for a mode without its amount
 */
export function checkGroupOptions(method: string, options: GroupOptions): void {
  const isOld = isBefore(release, 'endive');
  if ('paymentMethodTypes' in options && !isOld) {
    throw new IntegrationError(refusals.paymentMethodTypes);
  }
  warnOfUnknown(method, options, isOld ? [...knownOptions, ...oldOptions] : knownOptions);
  const {mode, amount, currency} = options;
  if (mode !== 'payment' && mode !== 'subscription') return;
  if (!Number.isInteger(amount) || typeof currency !== 'string') {
    throw new IntegrationError(refusals.noAmount);
  }
}
