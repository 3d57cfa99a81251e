import type {
  CreateTokenCardData,
  Stripe,
  StripeConstructorOptions,
  TokenResult,
} from '@stripe/stripe-js';
import {CardElements} from './elements.js';
import {mountedFieldOf} from './field-element.js';
import {IntegrationError, notYet, refusals} from './integration-error.js';
import {warnOfUnknown} from './options.js';
import {tokenParams} from './request-params.js';

/** What of Stripe.js the sandbox has. */
export interface SandboxStripe extends Pick<Stripe, 'createToken' | 'registerAppInfo'> {
  elements(options?: object): CardElements;
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

const elementsOptions = ['fonts', 'locale', 'appearance', 'loader'];

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
  return {
    elements(groupOptions = {}) {
      warnOfUnknown('elements()', groupOptions, elementsOptions);
      return new CardElements();
    },
    // Of Stripe's overloads the sandbox has the one for cards; `data` is that one's.
    createToken: async (element: unknown, data: unknown = {}): Promise<TokenResult> => {
      if (typeof element === 'string') throw new IntegrationError(notYet(`${element} tokens`));
      const field = mountedFieldOf(element);
      if (field?.type !== 'cardNumber') throw new IntegrationError(refusals.noData);
      return field.tokenize(tokenParams(key, options.stripeAccount, data as CreateTokenCardData));
    },
    registerAppInfo: ignore,
    _registerWrapper: ignore,
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
