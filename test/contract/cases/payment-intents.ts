import type {ContractCase, Driver, IntentState} from '../contract.js';
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

/** How the next action of an intent ends that its server has confirmed. */
async function nextAction(driver: Driver) {
  const secret = await driver.addPaymentIntent('asked');
  return driver.run(async clientSecret => {
    const {paymentIntent, error} = await window.contract.stripe.handleNextAction({clientSecret});
    return {status: paymentIntent?.status ?? error?.payment_intent?.status, code: error?.code};
  }, secret);
}

/** What is said of an intent in this state that the page wants to confirm. */
async function confirmationError(driver: Driver, state: IntentState) {
  const secret = await driver.addPaymentIntent(state);
  return driver.run(async clientSecret => {
    const {error} = await window.contract.stripe.confirmCardPayment(clientSecret, {
      payment_method: 'pm_card_visa',
    });
    const {type, code, message, payment_intent} = error ?? {};
    return {type, code, about: message?.split(':')[0], status: payment_intent?.status};
  }, secret);
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
    name: 'declines after a completed authentication a card that declines then',
    expected: ['requires_action', 'requires_payment_method', 'generic_decline'],
    run: async driver => {
      const secret = await driver.addPaymentIntent();
      await typeCard(driver, 'card', '4000008400001629');
      driver.authenticate('complete');
      return driver.run(async clientSecret => {
        const {stripe, elements} = window.contract;
        const card = elements.getElement('card');
        if (!card) throw new Error('There is no card.');
        const {paymentIntent} = await stripe.confirmCardPayment(
          clientSecret,
          {payment_method: {card}},
          {handleActions: false},
        );
        const {error} = await stripe.handleNextAction({clientSecret});
        return [paymentIntent?.status, error?.payment_intent?.status, error?.decline_code];
      }, secret);
    },
  },
  {
    name: 'carries out the next action that the server was told of',
    expected: {status: 'succeeded', code: undefined},
    run: driver => {
      driver.authenticate('complete');
      return nextAction(driver);
    },
  },
  {
    name: 'tells that the next action failed',
    expected: {
      status: 'requires_payment_method',
      code: 'payment_intent_authentication_failure',
    },
    run: driver => {
      driver.authenticate('fail');
      return nextAction(driver);
    },
  },
  {
    name: 'gives a page that shows the bank itself an address, and one to come back to',
    expected: ['requires_action', 'redirect_to_url', 'https://shop.example/done', 'string'],
    run: async driver => {
      const secret = await driver.addPaymentIntent();
      return driver.run(async clientSecret => {
        const {paymentIntent} = await window.contract.stripe.confirmCardPayment(
          clientSecret,
          {
            payment_method: 'pm_card_authenticationRequired',
            return_url: 'https://shop.example/done',
          },
          {handleActions: false},
        );
        const {status, next_action} = paymentIntent ?? {};
        const {return_url, url} = next_action?.redirect_to_url ?? {};
        return [status, next_action?.type, return_url, typeof url];
      }, secret);
    },
  },
  ...(['javascript:alert(1)', '/done'] as const).map(address => ({
    name: `refuses to return to ${address}`,
    expected: true,
    run: async (driver: Driver) => {
      const secret = await driver.addPaymentIntent();
      const error = await driver.refusal(
        ([clientSecret, return_url]) =>
          window.contract.stripe.confirmPayment({clientSecret, confirmParams: {return_url}}),
        [secret, address] as const,
      );
      return error.startsWith('IntegrationError: Invalid return_url');
    },
  })),
  {
    name: 'does not confirm a canceled payment intent',
    expected: {
      type: 'invalid_request_error',
      code: 'payment_intent_unexpected_state',
      about:
        'You cannot confirm this PaymentIntent because it has a status of canceled. Only a PaymentIntent with one of the following statuses may be confirmed',
      status: 'canceled',
    },
    run: driver => confirmationError(driver, 'canceled'),
  },
  {
    name: 'does not confirm a payment intent whose money is only to be captured',
    expected: {
      type: 'invalid_request_error',
      code: 'payment_intent_unexpected_state',
      about:
        'You cannot confirm this PaymentIntent because it has a status of requires_capture. Only a PaymentIntent with one of the following statuses may be confirmed',
      status: 'requires_capture',
    },
    run: driver => confirmationError(driver, 'held'),
  },
  {
    name: 'does not confirm a payment intent that its server confirms',
    expected: {
      type: 'invalid_request_error',
      code: 'payment_intent_invalid_parameter',
      about: 'This PaymentIntent has its confirmation_method set to manual',
      status: 'requires_payment_method',
    },
    run: driver => confirmationError(driver, 'manual'),
  },
  {
    name: 'takes a payment method without a customer once',
    expected: [
      'succeeded',
      'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment',
    ],
    run: async driver => {
      const secrets = [await driver.addPaymentIntent(), await driver.addPaymentIntent()];
      await typeCard(driver, 'card');
      return driver.run(async ([first, second]) => {
        const {stripe, elements} = window.contract;
        const card = elements.getElement('card');
        if (!card) throw new Error('There is no card.');
        const {paymentMethod} = await stripe.createPaymentMethod({type: 'card', card});
        const data = {payment_method: paymentMethod?.id};
        const paid = await stripe.confirmCardPayment(first ?? '', data);
        const again = await stripe.confirmCardPayment(second ?? '', data);
        return [paid.paymentIntent?.status, again.error?.message?.split(',')[0]];
      }, secrets);
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
