import type {Stripe, StripeConstructorOptions} from '@stripe/stripe-js';
import {FakeElements, type GroupOptions} from './elements.js';
import {installed} from './installed.js';
import {IntegrationError, notYet, refusals, removed} from '../stripe-js/integration-error.js';
import {warnOfUnknown} from '../stripe-js/options.js';
import {
  createConfirmationToken,
  createPaymentMethod,
  createSource,
  createToken,
  type SourceData,
  type SourceResult,
} from './making.js';
import {
  confirmCardPayment,
  confirmPayment,
  handleNextAction,
  retrievePaymentIntent,
  type ConfirmPaymentOptions,
} from './paying.js';
import {isBefore} from '../stripe-js/releases.js';

const knownOptions: readonly (keyof StripeConstructorOptions)[] = [
  'stripeAccount',
  'apiVersion',
  'locale',
  'betas',
  'developerTools',
];

/** Methods that dahlia removed. Of those, the kit has `createSource` for older releases. */
const oldMethods = [
  'retrieveSource',
  'handleCardPayment',
  'confirmPaymentIntent',
  'handleFpxPayment',
  'handleCardSetup',
  'confirmSetupIntent',
] as const;

type Answering =
  | 'createToken'
  | 'createPaymentMethod'
  | 'createConfirmationToken'
  | 'confirmCardPayment'
  | 'confirmPayment'
  | 'retrievePaymentIntent'
  | 'registerAppInfo';

/** What of Stripe.js the kit has. */
export interface KitStripe extends Pick<Stripe, Answering> {
  elements(options?: GroupOptions): FakeElements;
  handleNextAction(options: {clientSecret: string}): ReturnType<Stripe['handleNextAction']>;
  createSource(element: unknown, data?: SourceData): Promise<SourceResult>;
  /** Called by `@stripe/stripe-js`. */
  _registerWrapper(info: object): void;
}

/**
 * The function that pages know as `Stripe`.
 * @param key A publishable key.
 * @throws {IntegrationError} If the key is not one, or a live one on a page without HTTPS.
 */
export function createStripe(key: string, options: StripeConstructorOptions = {}): KitStripe {
  checkKey(key);
  warnOfUnknown('Stripe()', options, knownOptions);
  installed().note('Stripe', [key, options]);
  const stripe: KitStripe = {
    elements(groupOptions = {}) {
      installed().note('elements', [groupOptions]);
      return new FakeElements(groupOptions);
    },
    createToken: (...args: unknown[]) =>
      record('createToken', args, () => createToken(args[0], args[1])),
    createPaymentMethod: data =>
      record('createPaymentMethod', [data], () => createPaymentMethod(data)),
    createConfirmationToken: data =>
      record('createConfirmationToken', [data], () => createConfirmationToken(data)),
    createSource(...args) {
      if (!isBefore(installed().release, 'dahlia'))
        throw new IntegrationError(removed('createSource'));
      return record('createSource', args, () => createSource(...args));
    },
    confirmCardPayment: (...args) =>
      record('confirmCardPayment', args, () => confirmCardPayment(...args)),
    // Which of its overloads has no payment intent in its answer, TypeScript cannot follow.
    confirmPayment: ((data: ConfirmPaymentOptions) =>
      record('confirmPayment', [data], () => confirmPayment(data))) as Stripe['confirmPayment'],
    handleNextAction: data => record('handleNextAction', [data], () => handleNextAction(data)),
    retrievePaymentIntent: secret =>
      record('retrievePaymentIntent', [secret], () => retrievePaymentIntent(secret)),
    registerAppInfo: info => installed().note('registerAppInfo', [info]),
    _registerWrapper: () => undefined,
  };
  return Object.assign(stripe, Object.fromEntries(oldMethods.map(name => [name, refusing(name)])));
}

function record<R>(method: string, args: readonly unknown[], run: () => Promise<R>): Promise<R> {
  return installed().record(method, args, run);
}

function refusing(method: (typeof oldMethods)[number]): () => never {
  return () => {
    const isKept = isBefore(installed().release, 'dahlia');
    throw new IntegrationError(isKept ? notYet(method) : removed(method));
  };
}

function checkKey(key: unknown): void {
  if (typeof key !== 'string') throw new IntegrationError(refusals.keyNotString);
  if (key === '') throw new IntegrationError(refusals.emptyKey);
  if (/^[sr]k_/.test(key)) throw new IntegrationError(refusals.secretKey);
  if (location.protocol === 'http:' && key.startsWith('pk_live_')) {
    throw new IntegrationError(refusals.liveOverHttp);
  }
}
