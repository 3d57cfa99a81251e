import type {ContractCase} from '../contract.js';
import {mount, typeCard, typeSplitCard, withoutIds} from '../steps.js';

/** What the products that follow the token answer. */
export const paymentMethods: readonly ContractCase[] = [
  {
    name: 'makes a payment method of a card element',
    expected: {
      object: 'payment_method',
      type: 'card',
      customer: null,
      livemode: false,
      billing_details: {
        address: {
          city: null,
          country: null,
          line1: null,
          line2: null,
          postal_code: '42424',
          state: null,
        },
        email: 'ada@example.com',
        name: 'Ada',
        phone: null,
        tax_id: null,
      },
      brand: 'visa',
      display_brand: 'visa',
      last4: '4242',
      checks: {
        address_line1_check: null,
        address_postal_code_check: 'unchecked',
        cvc_check: 'unchecked',
      },
    },
    run: async driver => {
      await typeCard(driver, 'card');
      return driver.run(async () => {
        const element = window.contract.elements.getElement('card');
        if (!element) return undefined;
        const {paymentMethod} = await window.contract.stripe.createPaymentMethod({
          type: 'card',
          card: element,
          billing_details: {name: 'Ada', email: 'ada@example.com'},
        });
        const {object, type, customer, livemode, billing_details, card} = paymentMethod ?? {};
        const {brand, display_brand, last4, checks} = card ?? {};
        const shown = {brand, display_brand, last4, checks};
        return {object, type, customer, livemode, billing_details, ...shown};
      });
    },
  },
  {
    name: 'makes a payment method of a split card',
    expected: 'pm_…',
    run: async driver => {
      await typeSplitCard(driver, '5555555555554444');
      const id = await driver.run(async () => {
        const element = window.contract.elements.getElement('cardNumber');
        if (!element) return undefined;
        const {paymentMethod} = await window.contract.stripe.createPaymentMethod({
          type: 'card',
          card: element,
        });
        return paymentMethod?.id;
      });
      return withoutIds(id ?? '');
    },
  },
  {
    name: 'names the fault instead of a payment method',
    expected: 'incomplete_number',
    run: async driver => {
      await mount(driver, ['card']);
      return driver.run(async () => {
        const element = window.contract.elements.getElement('card');
        if (!element) return undefined;
        const {error} = await window.contract.stripe.createPaymentMethod({
          type: 'card',
          card: element,
        });
        return error?.code;
      });
    },
  },
  {
    name: 'refuses a payment method of an element that is not mounted',
    expected: true,
    run: async driver => {
      const error = await driver.refusal(() =>
        window.contract.stripe.createPaymentMethod({
          type: 'card',
          card: window.contract.elements.create('card'),
        }),
      );
      return error.startsWith('IntegrationError: We could not retrieve data');
    },
  },
  {
    name: 'says what is missing when an empty Payment Element is submitted',
    expected: {type: 'validation_error', code: 'incomplete_number'},
    run: async driver => {
      await mount(driver, ['payment']);
      return driver.run(async () => {
        const {error} = await window.contract.elements.submit();
        return {type: error?.type, code: error?.code};
      });
    },
  },
  {
    name: 'says what was chosen when a Payment Element is submitted',
    expected: {selectedPaymentMethod: 'card'},
    run: async driver => {
      await typeCard(driver, 'payment');
      return driver.run(() => window.contract.elements.submit());
    },
  },
  {
    name: 'refuses a confirmation token before submit()',
    expected: true,
    run: async driver => {
      await typeCard(driver, 'payment');
      const error = await driver.refusal(() =>
        window.contract.stripe.createConfirmationToken({elements: window.contract.elements}),
      );
      return error.startsWith('IntegrationError: ');
    },
  },
  {
    name: 'adds what the Payment Element was told of the customer, unless the page says otherwise',
    expected: {name: 'Grace', email: 'ada@example.com'},
    run: async driver => {
      const billingDetails = {name: 'Ada', email: 'ada@example.com'};
      await typeCard(driver, 'payment', '4242424242424242', {defaultValues: {billingDetails}});
      return driver.run(async () => {
        const {elements, stripe} = window.contract;
        await elements.submit();
        const {paymentMethod} = await stripe.createPaymentMethod({
          elements,
          params: {billing_details: {name: 'Grace'}},
        });
        const {name, email} = paymentMethod?.billing_details ?? {};
        return {name, email};
      });
    },
  },
  {
    name: 'makes a confirmation token of a submitted Payment Element',
    expected: {
      object: 'confirmation_token',
      livemode: false,
      payment_intent: null,
      setup_intent: null,
      setup_future_usage: null,
      shipping: null,
      return_url: 'https://shop.example/done',
      use_stripe_sdk: true,
      id: 'ctoken_…',
      type: 'card',
      last4: '4242',
    },
    run: async driver => {
      await typeCard(driver, 'payment');
      const shown = await driver.run(async () => {
        const {elements, stripe} = window.contract;
        await elements.submit();
        const {confirmationToken} = await stripe.createConfirmationToken({
          elements,
          params: {return_url: 'https://shop.example/done'},
        });
        if (!confirmationToken) return undefined;
        const {object, livemode, payment_intent, setup_intent, id} = confirmationToken;
        const {setup_future_usage, shipping, return_url, use_stripe_sdk} = confirmationToken;
        const {type, card} = confirmationToken.payment_method_preview;
        return {
          ...{object, livemode, payment_intent, setup_intent, id},
          ...{setup_future_usage, shipping, return_url, use_stripe_sdk},
          ...{type, last4: card?.last4},
        };
      });
      return shown && {...shown, id: withoutIds(shown.id)};
    },
  },
  {
    name: 'pays with a confirmation token, once',
    expected: ['succeeded', 'invalid_request_error'],
    run: async driver => {
      const secrets = [await driver.addPaymentIntent(), await driver.addPaymentIntent()];
      await typeCard(driver, 'payment');
      return driver.run(async ([first, second]) => {
        const {stripe, elements} = window.contract;
        await elements.submit();
        const {confirmationToken} = await stripe.createConfirmationToken({elements});
        const results = [];
        for (const clientSecret of [first ?? '', second ?? '']) {
          const {paymentIntent, error} = await stripe.confirmPayment({
            clientSecret,
            confirmParams: {
              confirmation_token: confirmationToken?.id ?? '',
              return_url: 'https://shop.example/done',
            },
            redirect: 'if_required',
          });
          results.push(paymentIntent?.status ?? error?.type);
        }
        return results;
      }, secrets);
    },
  },
  {
    name: 'asks the bank about a confirmation token',
    expected: ['succeeded', true],
    run: async driver => {
      const secret = await driver.addPaymentIntent();
      await typeCard(driver, 'payment', '4000002760003184');
      driver.authenticate('complete');
      return driver.run(async clientSecret => {
        const {stripe, elements} = window.contract;
        await elements.submit();
        const {confirmationToken} = await stripe.createConfirmationToken({elements});
        const {paymentIntent} = await stripe.confirmPayment({
          clientSecret,
          confirmParams: {
            confirmation_token: confirmationToken?.id ?? '',
            return_url: 'https://shop.example/done',
          },
          redirect: 'if_required',
        });
        const method = paymentIntent?.payment_method;
        return [paymentIntent?.status, typeof method === 'string' && method.startsWith('pm_')];
      }, secret);
    },
  },
];
