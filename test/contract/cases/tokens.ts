import type {StripeCardElement} from '@stripe/stripe-js';
import type {ContractCase} from '../contract.js';
import {classesOf, event, mount, splitTypes, typeCard, typeSplitCard} from '../steps.js';

/** What `createToken` answers. */
export const tokens: readonly ContractCase[] = [
  {
    name: 'makes a token with all of Stripe’s fields',
    expected: ['card', 'client_ip', 'created', 'id', 'livemode', 'object', 'type', 'used'],
    run: async driver => {
      await typeSplitCard(driver);
      return driver.run(async () => {
        const number = window.contract.elements.getElement('cardNumber');
        const {token} = number ? await window.contract.stripe.createToken(number) : {};
        return Object.keys(token ?? {}).sort();
      });
    },
  },
  {
    name: 'makes a token of a test card, not used yet',
    expected: {object: 'token', type: 'card', livemode: false, used: false, id: 'tok_'},
    run: async driver => {
      await typeSplitCard(driver);
      return driver.run(async () => {
        const number = window.contract.elements.getElement('cardNumber');
        const {token} = number ? await window.contract.stripe.createToken(number) : {};
        const {object, type, livemode, used, id = ''} = token ?? {};
        return {object, type, livemode, used, id: id.slice(0, 4)};
      });
    },
  },
  {
    name: 'tells of the card what may be told',
    expected: {
      object: 'card',
      address_city: null,
      address_country: null,
      address_line1: '1 High Street',
      address_line1_check: 'unchecked',
      address_line2: null,
      address_state: null,
      address_zip: '10115',
      address_zip_check: 'unchecked',
      brand: 'Visa',
      country: 'US',
      cvc_check: 'unchecked',
      dynamic_last4: null,
      exp_month: 12,
      exp_year: 2034,
      funding: 'credit',
      last4: '4242',
      metadata: {},
      name: 'Ada',
      networks: {preferred: null},
      regulated_status: 'unregulated',
      tokenization_method: null,
    },
    run: async driver => {
      await typeSplitCard(driver);
      return driver.run(async () => {
        const number = window.contract.elements.getElement('cardNumber');
        const owner = {name: 'Ada', address_line1: '1 High Street', address_zip: '10115'};
        const {token} = number ? await window.contract.stripe.createToken(number, owner) : {};
        const card: Record<string, unknown> = {...token?.card};
        delete card['id'];
        delete card['fingerprint'];
        return card;
      });
    },
  },
  {
    name: 'takes no more digits than there are in a number and its security code',
    expected: '4242',
    run: async driver => {
      await typeSplitCard(driver, '42424242424242425', '1234');
      return driver.run(async () => {
        const number = window.contract.elements.getElement('cardNumber');
        const {token} = number ? await window.contract.stripe.createToken(number) : {};
        return token?.card?.last4;
      });
    },
  },
  {
    name: 'makes another token each time',
    expected: 2,
    run: async driver => {
      await typeSplitCard(driver);
      return driver.run(async () => {
        const number = window.contract.elements.getElement('cardNumber');
        if (!number) return 0;
        const first = await window.contract.stripe.createToken(number);
        const second = await window.contract.stripe.createToken(number);
        return new Set([first.token?.id, second.token?.id]).size;
      });
    },
  },
  {
    name: 'takes the postal code from the card element',
    expected: {address_zip: '42424', address_zip_check: 'unchecked', brand: 'American Express'},
    run: async driver => {
      await mount(driver, ['card']);
      await driver.type('card', 'number', '378282246310005');
      await driver.type('card', 'expiry', '1234');
      await driver.type('card', 'cvc', '1234');
      await driver.type('card', 'postal', '42424');
      await event(driver, 'card', 'change', {complete: true});
      return driver.run(async () => {
        const element = window.contract.elements.getElement('card');
        const {token} = element ? await window.contract.stripe.createToken(element) : {};
        const {address_zip, address_zip_check, brand} = token?.card ?? {};
        return {address_zip, address_zip_check, brand};
      });
    },
  },
  {
    name: 'names the first fault instead of a token',
    expected: {
      error: {
        type: 'validation_error',
        code: 'incomplete_expiry',
        message: "Your card's expiration date is incomplete.",
      },
    },
    run: async driver => {
      await mount(driver, splitTypes);
      await driver.type('cardNumber', 'number', '4242424242424242');
      return driver.run(() => {
        const number = window.contract.elements.getElement('cardNumber');
        return number && window.contract.stripe.createToken(number);
      });
    },
  },
  {
    name: 'marks every empty field when a token is wanted',
    expected: ['StripeElement', 'StripeElement--empty', 'StripeElement--invalid'],
    run: async driver => {
      await mount(driver, splitTypes);
      await driver.run(() => {
        const number = window.contract.elements.getElement('cardNumber');
        return number && window.contract.stripe.createToken(number);
      });
      await event(driver, 'cardCvc', 'change');
      return classesOf(driver, 'cardCvc');
    },
  },
  {
    name: 'makes tokens of cards that will be declined',
    expected: '0002',
    run: async driver => {
      await typeSplitCard(driver, '4000000000000002');
      return driver.run(async () => {
        const number = window.contract.elements.getElement('cardNumber');
        const {token} = number ? await window.contract.stripe.createToken(number) : {};
        return token?.card?.last4;
      });
    },
  },
  {
    name: 'declines a real card in test mode',
    expected: {
      type: 'card_error',
      code: 'card_declined',
      decline_code: 'test_mode_live_card',
      message:
        'Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.',
    },
    run: async driver => {
      await typeSplitCard(driver, '4012888888881881');
      return driver.run(async () => {
        const number = window.contract.elements.getElement('cardNumber');
        const {error} = number ? await window.contract.stripe.createToken(number) : {};
        const {type, code, decline_code, message} = error ?? {};
        return {type, code, decline_code, message};
      });
    },
  },
  {
    name: 'refuses the token of an element that is unmounted meanwhile, as a rejection',
    expected: true,
    run: async driver => {
      await typeSplitCard(driver);
      const error = await driver.refusal(() => {
        const number = window.contract.elements.getElement('cardNumber');
        const token = number && window.contract.stripe.createToken(number);
        number?.unmount();
        return token;
      });
      return error.startsWith('IntegrationError: We could not retrieve data');
    },
  },
  {
    name: 'makes no token of a Payment Element',
    expected: true,
    run: async driver => {
      await typeCard(driver, 'payment');
      const error = await driver.refusal(() => {
        const payment = window.contract.elements.getElement('payment');
        return window.contract.stripe.createToken(payment as unknown as StripeCardElement);
      });
      return error.startsWith('IntegrationError: ');
    },
  },
];
