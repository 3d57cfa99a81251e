import type {Stripe, StripeConstructorOptions} from '@stripe/stripe-js';
import {CardElements} from './elements.js';
import type {GroupOptions} from './elements-options.js';
import {IntegrationError, notYet, refusals, removed} from '../../stripe-js/integration-error.js';
import {
  createConfirmationToken,
  createPaymentMethod,
  createSource,
  createToken,
  retrieveSource,
  type SourceData,
  type SourceResult,
} from './making.js';
import {warnOfUnknown} from '../../stripe-js/options.js';
import {
  confirmCardPayment,
  confirmPayment,
  handleNextAction,
  retrievePaymentIntent,
  type ConfirmPaymentOptions,
} from './paying.js';
import {isBefore} from '../../stripe-js/releases.js';
import {release} from './served.js';

type LikeStripes =
  | 'createToken'
  | 'createPaymentMethod'
  | 'createConfirmationToken'
  | 'confirmCardPayment'
  | 'confirmPayment'
  | 'retrievePaymentIntent'
  | 'registerAppInfo';

/** What of Stripe.js the sandbox has. */
export interface SandboxStripe extends Pick<Stripe, LikeStripes> {
  elements(options?: GroupOptions): CardElements;
  handleNextAction(options: {clientSecret: string}): ReturnType<Stripe['handleNextAction']>;
  createSource(element: unknown, data?: SourceData): Promise<SourceResult>;
  retrieveSource(source: {id: string; client_secret: string}): Promise<SourceResult>;
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

/** Methods that dahlia removed, and that the sandbox has not for older releases either. */
const oldMethods = [
  'handleCardPayment',
  'confirmPaymentIntent',
  'handleFpxPayment',
  'handleCardSetup',
  'confirmSetupIntent',
] as const;

/** Stripe's reports on who uses it; here nobody reads them. */
const ignore = () => undefined;

/**
 * The function that pages know as `Stripe`.
 * @param key a publishable key
 * @throws IntegrationError when the key is none, or a live one on a page without HTTPS
 */
export function createStripe(key: string, options: StripeConstructorOptions = {}): SandboxStripe {
  checkKey(key);
  warnOfUnknown('Stripe()', options, knownOptions);
  const account = {key, stripeAccount: options.stripeAccount};
  const stripe: SandboxStripe = {
    elements: (groupOptions = {}) =>
      new CardElements(account, {...localeOf(options), ...groupOptions}),
    createToken: (...args: unknown[]) => createToken(account, args[0], args[1]),
    createPaymentMethod: data => createPaymentMethod(account, data),
    createConfirmationToken: data => createConfirmationToken(account, data),
    createSource(...args) {
      refuseRemoved('createSource');
      return createSource(account, ...args);
    },
    retrieveSource(source) {
      refuseRemoved('retrieveSource');
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
  return Object.assign(stripe, Object.fromEntries(oldMethods.map(name => [name, refusing(name)])));
}

/** The group's own goes before it. */
function localeOf({locale}: StripeConstructorOptions): GroupOptions {
  return locale === undefined ? {} : {locale};
}

/** @throws IntegrationError where the release has the method no more */
function refuseRemoved(method: string): void {
  if (!isBefore(release, 'dahlia')) throw new IntegrationError(removed(method));
}

function refusing(method: (typeof oldMethods)[number]): () => never {
  return () => {
    refuseRemoved(method);
    throw new IntegrationError(notYet(method));
  };
}

function checkKey(key: unknown): void {
  if (typeof key !== 'string') throw new IntegrationError(refusals.keyNotString);
  if (key === '') throw new IntegrationError(refusals.emptyKey);
  if (/^[sr]k_/.test(key)) throw new IntegrationError(refusals.secretKey);
  if (location.protocol !== 'http:') return;
  if (key.startsWith('pk_live_')) throw new IntegrationError(refusals.liveOverHttp);
  console.warn(
    'You may test your Stripe.js integration over HTTP. However, live Stripe.js integrations must use HTTPS.',
  );
}
