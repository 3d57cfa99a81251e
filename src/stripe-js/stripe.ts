import type {Stripe, StripeConstructorOptions} from '@stripe/stripe-js';
import type {CardElements} from './elements.js';
import type {GroupOptions} from './elements-options.js';
import {IntegrationError, notYet, refusals, removed} from './integration-error.js';
import type {Mounted} from './mounted.js';
import type {SourceData, SourceResult} from './products.js';
import {isBefore, type Release} from './releases.js';
import {warnOfUnknown} from './warnings.js';

type LikeStripes =
  | 'createToken'
  | 'createPaymentMethod'
  | 'createConfirmationToken'
  | 'confirmCardPayment'
  | 'confirmPayment'
  | 'retrievePaymentIntent'
  | 'registerAppInfo';

/** What of Stripe.js sandbox and test kit both have. */
export interface StandInStripe<M extends Mounted> extends Pick<Stripe, LikeStripes> {
  elements(options?: GroupOptions): CardElements<M>;
  handleNextAction(options: {clientSecret: string}): ReturnType<Stripe['handleNextAction']>;
  /** Before dahlia. */
  createSource(element: unknown, data?: SourceData): Promise<SourceResult>;
  /** Called by `@stripe/stripe-js`. */
  _registerWrapper(info: object): void;
}

const knownOptions: readonly (keyof StripeConstructorOptions)[] = [
  'stripeAccount',
  'apiVersion',
  'locale',
  'betas',
  'developerTools',
];

/** Methods that dahlia removed, and that nobody here has for older releases either. */
const oldMethods = [
  'handleCardPayment',
  'confirmPaymentIntent',
  'handleFpxPayment',
  'handleCardSetup',
  'confirmSetupIntent',
] as const;

/**
 * Checks what a page calls `Stripe` with; warns of options that there are not.
 * @throws IntegrationError when the key is not a publishable one, or a live one without HTTPS
 */
export function checkStripeCall(key: unknown, options: StripeConstructorOptions): void {
  if (typeof key !== 'string') throw new IntegrationError(refusals.keyNotString);
  if (key === '') throw new IntegrationError(refusals.emptyKey);
  if (/^[sr]k_/.test(key)) throw new IntegrationError(refusals.secretKey);
  if (location.protocol === 'http:' && key.startsWith('pk_live_')) {
    throw new IntegrationError(refusals.liveOverHttp);
  }
  warnOfUnknown('Stripe()', options, knownOptions);
}

/** @throws IntegrationError where the release no longer has this method */
export function refuseRemoved(method: string, release: Release): void {
  if (!isBefore(release, 'dahlia')) throw new IntegrationError(removed(method));
}

/**
 * Adds the methods of older releases, each of which throws.
 * @param release asked for at each call
 * @param more names of methods that are missing in this Stripe alone
 */
export function withOldMethods<S extends object>(
  stripe: S,
  release: () => Release,
  more: readonly string[] = [],
): S {
  const refusing = (method: string) => () => {
    refuseRemoved(method, release());
    throw new IntegrationError(notYet(method));
  };
  const names = [...oldMethods, ...more];
  return Object.assign(stripe, Object.fromEntries(names.map(name => [name, refusing(name)])));
}
