import type {StripeCardNumberElement} from '@stripe/stripe-js';
import type {ContractCase} from '../contract.js';
import {mount, splitTypes} from '../steps.js';

const secretKey =
  'IntegrationError: You are using a secret key with Stripe.js, instead of the publishable one';
const shadowRoot =
  'IntegrationError: Elements cannot be mounted in a ShadowRoot. Please mount in the Light DOM.';
const noContainer =
  'IntegrationError: Missing argument. Make sure to call mount() with a valid DOM element or selector.';
const destroyed =
  'IntegrationError: This Element has already been destroyed. Please create a new one.';
const noData =
  'IntegrationError: We could not retrieve data from the specified Element. Please make sure the Element you are attempting to use is mounted and the ready event has been emitted.';

/** What Stripe.js throws at a page that uses it wrongly. */
export const refusals: readonly ContractCase[] = [
  {
    name: 'refuses a secret test key, without repeating it',
    expected: secretKey,
    run: driver => driver.refusal(() => window.Stripe?.('sk_test_1')),
  },
  {
    name: 'refuses a secret live key, without repeating it',
    expected: secretKey,
    run: driver => driver.refusal(() => window.Stripe?.('sk_live_1')),
  },
  {
    name: 'refuses a restricted key, without repeating it',
    expected: secretKey,
    run: driver => driver.refusal(() => window.Stripe?.('rk_test_1')),
  },
  {
    name: 'refuses a live key without HTTPS',
    expected: 'IntegrationError: Live Stripe.js integrations must use HTTPS',
    run: driver => driver.refusal(() => window.Stripe?.('pk_live_1')),
  },
  {
    name: 'refuses an empty key',
    expected:
      'IntegrationError: Please call Stripe() with your publishable key. You used an empty string.',
    run: driver => driver.refusal(() => window.Stripe?.('')),
  },
  {
    name: 'refuses a key that is no text',
    expected: 'IntegrationError: Invalid value for Stripe(): apiKey should be a string.',
    run: driver => driver.refusal(() => window.Stripe?.(undefined as unknown as string)),
  },
  {
    name: 'refuses a container in a shadow root',
    expected: shadowRoot,
    run: driver =>
      driver.refusal(() => {
        const root = document.createElement('div').attachShadow({mode: 'open'});
        document.body.append(root.host);
        const container = root.appendChild(document.createElement('div'));
        try {
          window.contract.elements.create('cardNumber').mount(container);
        } finally {
          root.host.remove();
        }
      }),
  },
  {
    name: 'refuses a container in no document',
    expected: shadowRoot,
    run: driver =>
      driver.refusal(() =>
        window.contract.elements.create('cardNumber').mount(document.createElement('div')),
      ),
  },
  {
    name: 'refuses to mount without a container',
    expected: noContainer,
    run: driver =>
      driver.refusal(() =>
        window.contract.elements.create('cardNumber').mount(undefined as unknown as string),
      ),
  },
  {
    name: 'refuses a selector that nothing fits',
    expected:
      'IntegrationError: The selector you specified (#nowhere) applies to no DOM elements that are currently on the page.\nMake sure the element exists on the page before calling mount().',
    run: driver =>
      driver.refusal(() => window.contract.elements.create('cardNumber').mount('#nowhere')),
  },
  {
    name: 'refuses two elements of a type in a group',
    expected: 'IntegrationError: Can only create one Element of type cardCvc',
    run: driver =>
      driver.refusal(() => {
        window.contract.elements.create('cardCvc');
        window.contract.elements.create('cardCvc');
      }),
  },
  {
    name: 'takes a second element of a type in another group',
    expected: 'nothing',
    run: driver =>
      driver.refusal(() => {
        window.contract.stripe.elements().create('cardCvc');
        window.contract.stripe.elements().create('cardCvc');
      }),
  },
  {
    name: 'takes a new element of a type after the old one was destroyed',
    expected: 'nothing',
    run: driver =>
      driver.refusal(() => {
        window.contract.elements.create('cardCvc').destroy();
        window.contract.elements.create('cardCvc');
      }),
  },
  {
    name: 'refuses a second container for a mounted element',
    expected:
      'IntegrationError: This Element is already mounted. Use `unmount()` to unmount the Element before re-mounting.',
    run: driver =>
      driver.refusal(() => {
        const element = window.contract.elements.create('cardCvc');
        element.mount('#cardCvc');
        element.mount('#spare');
      }),
  },
  {
    name: 'takes the same container twice',
    expected: 'nothing',
    run: driver =>
      driver.refusal(() => {
        const element = window.contract.elements.create('cardCvc');
        element.mount('#cardCvc');
        element.mount('#cardCvc');
      }),
  },
  {
    name: 'refuses every use of a destroyed element',
    expected: [destroyed, destroyed, destroyed, destroyed, destroyed],
    run: driver =>
      driver.run(() =>
        (['mount', 'unmount', 'destroy', 'focus', 'clear'] as const).map(method => {
          const element = window.contract.elements.create('cardCvc');
          element.destroy();
          try {
            element[method]('#cardCvc');
            return 'nothing';
          } catch (error) {
            return String(error);
          }
        }),
      ),
  },
  {
    name: 'takes calls on a proxy of an element, as Vue makes them',
    expected: null,
    run: driver =>
      driver.run(() => {
        const element = new Proxy(window.contract.elements.create('cardCvc'), {});
        element.mount('#cardCvc');
        element.update({disabled: true});
        element.destroy();
        return window.contract.elements.getElement('cardCvc');
      }),
  },
  {
    name: 'forgets a destroyed element',
    expected: null,
    run: driver =>
      driver.run(() => {
        window.contract.elements.create('cardCvc').destroy();
        return window.contract.elements.getElement('cardCvc');
      }),
  },
  {
    name: 'finds an element by its type and by React’s component of it',
    expected: [true, true],
    run: driver =>
      driver.run(() => {
        const {elements} = window.contract;
        const element = elements.create('cardCvc');
        const component = {__elementType: 'cardCvc'} as unknown as 'cardCvc';
        return [elements.getElement('cardCvc'), elements.getElement(component)].map(
          found => found === element,
        );
      }),
  },
  {
    name: 'refuses a type of element that does not exist',
    expected: true,
    run: async driver => {
      const error = await driver.refusal(() =>
        window.contract.elements.create('cardNothing' as 'card'),
      );
      return error.startsWith('IntegrationError: ');
    },
  },
  {
    name: 'refuses a token of an element that is not mounted, as a rejection',
    expected: noData,
    run: driver =>
      driver.refusal(() =>
        window.contract.stripe.createToken(window.contract.elements.create('cardNumber')),
      ),
  },
  {
    name: 'refuses a token of an element that holds no number',
    expected: noData,
    run: async driver => {
      await mount(driver, splitTypes);
      return driver.refusal(() => {
        const expiry = window.contract.elements.getElement('cardExpiry');
        return window.contract.stripe.createToken(expiry as unknown as StripeCardNumberElement);
      });
    },
  },
  {
    name: 'refuses a token where the page has removed the elements itself',
    expected: noData,
    run: async driver => {
      await mount(driver, splitTypes);
      return driver.refusal(() => {
        document.querySelector('form')?.remove();
        const number = window.contract.elements.getElement('cardNumber');
        return number && window.contract.stripe.createToken(number);
      });
    },
  },
  {
    name: 'warns of options that there are not',
    expected: [
      '[Stripe.js] Unrecognized create() parameter: shape is not a recognized parameter. This may cause issues with your integration in the future.',
    ],
    run: driver =>
      driver.run(() => {
        const warnings: unknown[] = [];
        const {warn} = console;
        console.warn = (...args: unknown[]) => warnings.push(args[0]);
        try {
          window.contract.elements.create('cardCvc', {shape: 'round'} as object);
        } finally {
          console.warn = warn;
        }
        return warnings;
      }),
  },
  {
    name: 'warns of an option of the group once, and not at each update',
    expected: 1,
    run: driver =>
      driver.run(async () => {
        const warnings: unknown[] = [];
        const {warn} = console;
        console.warn = (...args: unknown[]) => warnings.push(args[0]);
        try {
          const group = window.contract.stripe.elements({shape: 'round'} as object);
          await group.update({locale: 'de'});
        } finally {
          console.warn = warn;
        }
        return warnings.length;
      }),
  },
  {
    name: 'throws on createSource, which dahlia removed',
    expected: true,
    run: async driver => {
      const error = await driver.refusal(() =>
        (window.contract.stripe as unknown as {createSource(): unknown}).createSource(),
      );
      return error.startsWith('IntegrationError: ');
    },
  },
  {
    name: 'throws on elements options that endive removed',
    expected: true,
    run: async driver => {
      const error = await driver.refusal(() =>
        window.contract.stripe.elements({paymentMethodTypes: ['card']} as object),
      );
      return error.startsWith('IntegrationError: ');
    },
  },
  {
    name: 'throws on the payment request button, which endive removed',
    expected: true,
    run: async driver => {
      const error = await driver.refusal(() =>
        window.contract.elements.create('paymentRequestButton' as 'card'),
      );
      return error.includes('no longer takes paymentRequestButton');
    },
  },
  {
    name: 'refuses a mode without its amount, later too',
    expected: [true, true],
    run: async driver => {
      const errors = [
        await driver.refusal(() => window.contract.stripe.elements({mode: 'payment'} as object)),
        await driver.refusal(() => window.contract.elements.update({amount: 1.5})),
      ];
      return errors.map(error => error.startsWith('IntegrationError: elements(): the mode'));
    },
  },
  {
    name: 'refuses a Payment Element in a group without a mode',
    expected: true,
    run: async driver => {
      const error = await driver.refusal(() => window.contract.stripe.elements().create('payment'));
      return error.startsWith('IntegrationError: ');
    },
  },
];
