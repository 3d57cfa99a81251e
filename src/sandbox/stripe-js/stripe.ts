import type {Stripe, StripeConstructorOptions} from '@stripe/stripe-js';
import type {ConfirmPaymentOptions} from '../../stripe-js/confirmations.js';
import type {GroupOptions} from '../../stripe-js/elements-options.js';
import {CardElements, type Backend} from '../../stripe-js/elements.js';
import type {SourceResult} from '../../stripe-js/products.js';
import {
  checkStripeCall,
  refuseRemoved,
  withOldMethods,
  type StandInStripe,
} from '../../stripe-js/stripe.js';
import {warnings} from '../../stripe-js/warnings.js';
import {
  createConfirmationToken,
  createPaymentMethod,
  createSource,
  createToken,
  retrieveSource,
} from './making.js';
import {MountedField} from './mounted-field.js';
import {
  confirmCardPayment,
  confirmPayment,
  handleNextAction,
  retrieve,
  retrievePaymentIntent,
} from './paying.js';
import type {Account} from './request-params.js';
import {release} from './served.js';

/** What of Stripe.js the sandbox has. */
interface SandboxStripe extends StandInStripe<MountedField> {
  /** Before dahlia. */
  retrieveSource(source: {id: string; client_secret: string}): Promise<SourceResult>;
}

/** Stripe's reports on who uses it; here nobody reads them. */
const ignore = () => undefined;

/**
 * The function that pages know as `Stripe`.
 * @param key a publishable key
 * @throws IntegrationError when the key is none, or a live one on a page without HTTPS
 */
export function createStripe(key: string, options: StripeConstructorOptions = {}): SandboxStripe {
  checkStripeCall(key, options);
  if (location.protocol === 'http:') console.warn(warnings.overHttp);
  const account = {key, stripeAccount: options.stripeAccount};
  const backend = backendOf(account);
  const stripe: SandboxStripe = {
    elements: (groupOptions = {}) =>
      new CardElements(backend, {...localeOf(options), ...groupOptions}),
    createToken: (...args: unknown[]) => createToken(account, args[0], args[1]),
    createPaymentMethod: data => createPaymentMethod(account, data),
    createConfirmationToken: data => createConfirmationToken(account, data),
    createSource(...args) {
      refuseRemoved('createSource', release);
      return createSource(account, ...args);
    },
    retrieveSource(source) {
      refuseRemoved('retrieveSource', release);
      return retrieveSource(account, source);
    },
    confirmCardPayment: (...args) => confirmCardPayment(account, ...args),
    // Which of its overloads has no payment intent in its answer, TypeScript cannot follow.
    confirmPayment: ((data: ConfirmPaymentOptions) =>
      confirmPayment(account, data)) as Stripe['confirmPayment'],
    handleNextAction: data => handleNextAction(account, data),
    retrievePaymentIntent: secret => retrievePaymentIntent(account, secret),
    registerAppInfo: ignore,
    _registerWrapper: ignore,
  };
  return withOldMethods(stripe, () => release);
}

function backendOf(account: Account): Backend<MountedField> {
  return {
    release,
    mount: (...args) => new MountedField(...args),
    refetch: async secret => (await retrieve(account, 'fetchUpdates', secret)).error,
  };
}

/** The locale of `Stripe()`, for groups that name none themselves. */
function localeOf({locale}: StripeConstructorOptions): GroupOptions {
  return locale === undefined ? {} : {locale};
}
