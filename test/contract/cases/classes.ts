import type {ContractCase} from '../contract.js';
import {classesOf, complaint, event, mount} from '../steps.js';

/** What the page sees of an element's state without listening. */
export const classes: readonly ContractCase[] = [
  {
    name: 'marks the container, and that it is empty',
    expected: ['StripeElement', 'StripeElement--empty'],
    run: async driver => {
      await mount(driver, ['cardExpiry']);
      return classesOf(driver, 'cardExpiry');
    },
  },
  {
    name: 'marks focus and completeness',
    expected: ['StripeElement', 'StripeElement--complete', 'StripeElement--focus'],
    run: async driver => {
      await mount(driver, ['cardExpiry']);
      await driver.type('cardExpiry', 'expiry', '1234');
      await event(driver, 'cardExpiry', 'change', {complete: true});
      return classesOf(driver, 'cardExpiry');
    },
  },
  {
    name: 'marks what is wrong',
    expected: ['StripeElement', 'StripeElement--invalid'],
    run: async driver => {
      await mount(driver, ['cardExpiry']);
      await driver.type('cardExpiry', 'expiry', '1');
      await driver.leave();
      await complaint(driver, 'cardExpiry');
      await event(driver, 'cardExpiry', 'blur');
      return classesOf(driver, 'cardExpiry');
    },
  },
  {
    name: 'marks the state with the page’s own classes',
    expected: ['big', 'field', 'vacant'],
    run: async driver => {
      await mount(driver, ['cardExpiry'], {classes: {base: 'field big', empty: 'vacant'}});
      return classesOf(driver, 'cardExpiry');
    },
  },
  {
    name: 'takes new classes later',
    expected: ['StripeElement', 'vacant'],
    run: async driver => {
      await mount(driver, ['cardExpiry']);
      await driver.run(() => {
        window.contract.elements.getElement('cardExpiry')?.update({classes: {empty: 'vacant'}});
      });
      return classesOf(driver, 'cardExpiry');
    },
  },
  {
    name: 'leaves a class that the container had before',
    expected: ['StripeElement'],
    run: async driver => {
      await driver.run(() => {
        document.getElementById('cardExpiry')?.classList.add('StripeElement');
      });
      await mount(driver, ['cardExpiry']);
      await driver.run(() => window.contract.elements.getElement('cardExpiry')?.unmount());
      return classesOf(driver, 'cardExpiry');
    },
  },
  {
    name: 'leaves neither nodes nor classes when it is unmounted',
    expected: {nodes: 0, classes: []},
    run: async driver => {
      await mount(driver, ['cardExpiry']);
      const nodes = await driver.run(() => {
        window.contract.elements.getElement('cardExpiry')?.unmount();
        return document.getElementById('cardExpiry')?.childNodes.length;
      });
      return {nodes, classes: await classesOf(driver, 'cardExpiry')};
    },
  },
  {
    name: 'stands in a node of Stripe’s class',
    expected: ['__PrivateStripeElement'],
    run: async driver => {
      await mount(driver, ['card']);
      return driver.run(() =>
        [...(document.getElementById('card')?.children ?? [])].map(({className}) => className),
      );
    },
  },
  {
    name: 'adds nothing to what the form posts',
    expected: ['owner'],
    run: async driver => {
      await mount(driver, ['card']);
      return driver.run(() => {
        const form = document.querySelector('form');
        return form ? [...new FormData(form).keys()] : [];
      });
    },
  },
];
