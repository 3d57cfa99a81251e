import type {ContractCase, Driver} from '../contract.js';
import {typeCard} from '../steps.js';

/** Types this card and confirms a new payment intent with it. */
async function confirm(driver: Driver, number: string, handleActions = true) {
  const secret = await driver.addPaymentIntent();
  await typeCard(driver, 'card', number);
  return driver.run(
    async ([clientSecret, handles]) => {
      const card = window.contract.elements.getElement('card');
      if (!card) throw new Error('There is no card.');
      const {paymentIntent, error} = await window.contract.stripe.confirmCardPayment(
        clientSecret,
        {payment_method: {card}},
        {handleActions: handles},
      );
      const {type, code, decline_code, message, payment_intent} = error ?? {};
      return {
        status: paymentIntent?.status ?? payment_intent?.status,
        error: error && {type, code, decline_code, message},
      };
    },
    [secret, handleActions] as const,
  );
}

/** How payments end that the page confirms. */
export const paymentIntents: readonly ContractCase[] = [
  {
    name: 'retrieves a payment intent',
    expected: {
      object: 'payment_intent',
      amount: 1000,
      currency: 'usd',
      status: 'requires_payment_method',
    },
    run: async driver => {
      const secret = await driver.addPaymentIntent();
      return driver.run(async clientSecret => {
        const {paymentIntent} = await window.contract.stripe.retrievePaymentIntent(clientSecret);
        const {object, amount, currency, status} = paymentIntent ?? {};
        return {object, amount, currency, status};
      }, secret);
    },
  },
  {
    name: 'does not find a payment intent that there is not',
    expected: {
      type: 'invalid_request_error',
      code: 'resource_missing',
      message: "No such payment_intent: 'pi_nothing'",
    },
    run: driver =>
      driver.run(async () => {
        const {error} = await window.contract.stripe.retrievePaymentIntent('pi_nothing_secret_1');
        return {type: error?.type, code: error?.code, message: error?.message};
      }),
  },
  {
    name: 'refuses what is no client secret',
    expected: true,
    run: async driver => {
      const error = await driver.refusal(() =>
        window.contract.stripe.confirmCardPayment('pi_without'),
      );
      return error.startsWith('IntegrationError: ');
    },
  },
  {
    name: 'confirms with a card',
    expected: {status: 'succeeded', error: undefined},
    run: driver => confirm(driver, '4242424242424242'),
  },
  {
    name: 'declines a card that declines',
    expected: {
      status: 'requires_payment_method',
      error: {
        type: 'card_error',
        code: 'card_declined',
        decline_code: 'generic_decline',
        message: 'Your card was declined.',
      },
    },
    run: driver => confirm(driver, '4000000000000002'),
  },
  {
    name: 'declines a card without money',
    expected: {
      status: 'requires_payment_method',
      error: {
        type: 'card_error',
        code: 'card_declined',
        decline_code: 'insufficient_funds',
        message: 'Your card has insufficient funds.',
      },
    },
    run: driver => confirm(driver, '4000000000009995'),
  },
  {
    name: 'leaves the authentication to handleNextAction where the page wants that',
    expected: {status: 'requires_action', error: undefined},
    run: driver => confirm(driver, '4000002760003184', false),
  },
  {
    name: 'succeeds after a completed authentication',
    expected: {status: 'succeeded', error: undefined},
    run: driver => {
      driver.authenticate('complete');
      return confirm(driver, '4000002760003184');
    },
  },
  {
    name: 'fails after a failed authentication',
    expected: {
      status: 'requires_payment_method',
      error: {
        type: 'invalid_request_error',
        code: 'payment_intent_authentication_failure',
        decline_code: undefined,
        message:
          'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
      },
    },
    run: driver => {
      driver.authenticate('fail');
      return confirm(driver, '4000002760003184');
    },
  },
  {
    name: 'refuses an address to return to that would run a script',
    expected: true,
    run: async driver => {
      const secret = await driver.addPaymentIntent();
      const error = await driver.refusal(
        clientSecret =>
          window.contract.stripe.confirmPayment({
            clientSecret,
            confirmParams: {return_url: 'javascript:alert(1)'},
          }),
        secret,
      );
      return error.startsWith('IntegrationError: Invalid return_url');
    },
  },
  {
    name: 'tells that the payment intent of a group cannot be had',
    expected: {error: {message: "No such payment_intent: 'pi_nothing'"}},
    run: driver =>
      driver.run(() =>
        window.contract.stripe.elements({clientSecret: 'pi_nothing_secret_x'}).fetchUpdates(),
      ),
  },
  {
    name: 'refuses the next action of an intent that waits for none',
    expected: true,
    run: async driver => {
      const secret = await driver.addPaymentIntent();
      const error = await driver.refusal(
        clientSecret => window.contract.stripe.handleNextAction({clientSecret}),
        secret,
      );
      return error.startsWith('IntegrationError: ');
    },
  },
];
