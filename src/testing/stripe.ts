import type {Stripe, StripeConstructorOptions} from '@stripe/stripe-js';
import type {ConfirmPaymentOptions} from '../stripe-js/confirmations.js';
import type {GroupOptions} from '../stripe-js/elements-options.js';
import {CardElements, type Backend} from '../stripe-js/elements.js';
import {
  checkStripeCall,
  refuseRemoved,
  withOldMethods,
  type StandInStripe,
} from '../stripe-js/stripe.js';
import {installed} from './installed.js';
import {createConfirmationToken, createPaymentMethod, createSource, createToken} from './making.js';
import {MountedElement} from './mounted-element.js';
import {
  confirmCardPayment,
  confirmPayment,
  findIntent,
  handleNextAction,
  retrievePaymentIntent,
} from './paying.js';

const backend: Backend<MountedElement> = {
  get release() {
    return installed().release;
  },
  mount: (...args) => new MountedElement(...args),
  refetch: async secret => (await findIntent('fetchUpdates', secret)).error,
};

/**
 * The function that pages know as `Stripe`. It does without Stripe's warning of HTTP, over which
 * nearly all component tests run.
 * @param key a publishable key
 * @throws IntegrationError when the key is none, or a live one on a page without HTTPS
 */
export function createStripe(
  key: string,
  options: StripeConstructorOptions = {},
): StandInStripe<MountedElement> {
  checkStripeCall(key, options);
  installed().note('Stripe', [key, options]);
  const stripe: StandInStripe<MountedElement> = {
    elements(groupOptions = {}) {
      installed().note('elements', [groupOptions]);
      return createElements(groupOptions);
    },
    createToken: (...args: unknown[]) =>
      record('createToken', args, () => createToken(args[0], args[1])),
    createPaymentMethod: data =>
      record('createPaymentMethod', [data], () => createPaymentMethod(data)),
    createConfirmationToken: data =>
      record('createConfirmationToken', [data], () => createConfirmationToken(data)),
    createSource(...args) {
      refuseRemoved('createSource', backend.release);
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
  return withOldMethods(stripe, () => backend.release, ['retrieveSource']);
}

/** A group whose calls are noted too. */
function createElements(options: GroupOptions): CardElements<MountedElement> {
  const group = new CardElements(backend, options);
  const {submit, update, fetchUpdates} = group;
  return Object.assign(group, {
    submit: () => record('elements.submit', [], submit),
    update: (changes: Parameters<typeof update>[0]) =>
      record('elements.update', [changes], () => update(changes)),
    fetchUpdates: () => record('elements.fetchUpdates', [], fetchUpdates),
  });
}

function record<R>(method: string, args: readonly unknown[], run: () => Promise<R>): Promise<R> {
  return installed().record(method, args, run);
}
