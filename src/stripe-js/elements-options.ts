import type {StripeElementLocale} from '@stripe/stripe-js';
import {IntegrationError, refusals} from './integration-error.js';
import {isBefore, type Release} from './releases.js';
import {warnOfUnknown} from './warnings.js';

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
 * @throws IntegrationError for those that a release removed
 */
export function checkGroupOptions(method: string, options: object, release: Release): void {
  const isOld = isBefore(release, 'endive');
  if ('paymentMethodTypes' in options && !isOld) {
    throw new IntegrationError(refusals.paymentMethodTypes);
  }
  warnOfUnknown(method, options, isOld ? [...knownOptions, ...oldOptions] : knownOptions);
}

/** @throws IntegrationError for a mode without its amount */
export function checkMode({mode, amount, currency}: GroupOptions): void {
  if (mode !== 'payment' && mode !== 'subscription') return;
  if (!Number.isInteger(amount) || typeof currency !== 'string') {
    throw new IntegrationError(refusals.noAmount);
  }
}
