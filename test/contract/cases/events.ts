import type {ContractCase} from '../contract.js';
import {all, event, mount, typeCard, typeSplitCard} from '../steps.js';

const visa = {elementType: 'cardNumber', empty: false, error: undefined, brand: 'visa'};

/** What elements tell the page, and when. */
export const events: readonly ContractCase[] = [
  ...(['card', 'cardNumber', 'cardExpiry', 'cardCvc', 'payment'] as const).map(
    (type): ContractCase => ({
      name: `tells that ${type} is ready, once`,
      expected: [{name: 'ready', elementType: type}],
      run: async driver => {
        await mount(driver, [type]);
        return all(driver, type, 'ready');
      },
    }),
  ),
  {
    name: 'tells that a Payment Element starts to load before it is ready',
    expected: ['loaderstart', 'ready'],
    run: async driver => {
      await mount(driver, ['payment']);
      return driver.run(() => window.contract.seen.map(({name}) => name));
    },
  },
  {
    name: 'tells that it is ready again after it was unmounted',
    expected: 2,
    run: async driver => {
      await mount(driver, ['cardNumber']);
      await driver.run(() => {
        const element = window.contract.elements.getElement('cardNumber');
        element?.unmount();
        element?.mount('#cardNumber');
      });
      await driver.until(
        count => window.contract.seen.filter(({name}) => name === 'ready').length === count,
        2,
      );
      return (await all(driver, 'cardNumber', 'ready')).length;
    },
  },
  {
    name: 'tells of focus, then of each change of state, and not of each key',
    expected: [
      {name: 'ready', elementType: 'cardNumber'},
      {name: 'focus', elementType: 'cardNumber'},
      {name: 'change', ...visa, complete: false},
      {name: 'change', ...visa, complete: true},
    ],
    run: async driver => {
      await mount(driver, ['cardNumber']);
      await driver.type('cardNumber', 'number', '4242424242424242');
      await event(driver, 'cardNumber', 'change', {complete: true});
      return driver.run(() => window.contract.seen);
    },
  },
  {
    name: 'tells what is missing when the field is left, and then that it was',
    expected: ['ready', 'focus', 'change', 'change', 'blur'],
    run: async driver => {
      await mount(driver, ['cardNumber']);
      await driver.type('cardNumber', 'number', '4242');
      await driver.leave();
      await event(driver, 'cardNumber', 'blur');
      return driver.run(() => window.contract.seen.map(({name}) => name));
    },
  },
  {
    name: 'says nothing of an empty field that was left',
    expected: [],
    run: async driver => {
      await mount(driver, ['cardNumber']);
      await driver.type('cardNumber', 'number', '');
      await driver.leave();
      await event(driver, 'cardNumber', 'blur');
      return all(driver, 'cardNumber', 'change');
    },
  },
  {
    name: 'tells of an expiry date without a brand',
    expected: {
      name: 'change',
      elementType: 'cardExpiry',
      empty: false,
      complete: true,
      error: undefined,
    },
    run: async driver => {
      await mount(driver, ['cardExpiry']);
      await driver.type('cardExpiry', 'expiry', '1234');
      return event(driver, 'cardExpiry', 'change', {complete: true});
    },
  },
  {
    name: 'tells of a whole card with its brand and postal code',
    expected: {
      name: 'change',
      elementType: 'card',
      empty: false,
      complete: true,
      error: undefined,
      brand: 'visa',
      value: {postalCode: '42424'},
    },
    run: async driver => {
      await typeCard(driver, 'card');
      return event(driver, 'card', 'change', {complete: true});
    },
  },
  {
    name: 'tells of the Payment Element what is chosen, and no error',
    expected: {
      name: 'change',
      elementType: 'payment',
      empty: false,
      complete: true,
      collapsed: false,
      value: {type: 'card'},
    },
    run: async driver => {
      await typeCard(driver, 'payment');
      return event(driver, 'payment', 'change', {complete: true});
    },
  },
  {
    name: 'tells that a Payment Element was collapsed, until something is typed',
    expected: [true, false],
    run: async driver => {
      await mount(driver, ['payment']);
      await driver.run(() => {
        window.contract.elements.getElement('payment')?.collapse();
      });
      const collapsed = await event(driver, 'payment', 'change', {empty: true});
      await driver.type('payment', 'number', '4242');
      const typed = await event(driver, 'payment', 'change', {empty: false});
      return [collapsed['collapsed'], typed['collapsed']];
    },
  },
  {
    name: 'tells of the postal code that the page knows',
    expected: {postalCode: '42424'},
    run: async driver => {
      await mount(driver, ['card'], {value: {postalCode: '42424'}});
      return (await event(driver, 'card', 'change', {empty: false}))['value'];
    },
  },
  {
    name: 'tells that it was cleared',
    expected: {
      name: 'change',
      elementType: 'cardNumber',
      empty: true,
      complete: false,
      error: undefined,
      brand: 'unknown',
    },
    run: async driver => {
      await typeSplitCard(driver);
      await driver.run(() => window.contract.elements.getElement('cardNumber')?.clear());
      return event(driver, 'cardNumber', 'change', {empty: true});
    },
  },
  {
    name: 'tells of Escape',
    expected: [{name: 'escape', elementType: 'cardCvc'}],
    run: async driver => {
      await mount(driver, ['cardCvc']);
      await driver.press('cardCvc', 'cvc', 'Escape');
      await event(driver, 'cardCvc', 'escape');
      return all(driver, 'cardCvc', 'escape');
    },
  },
  {
    name: 'submits the form around it at Enter',
    expected: 1,
    run: async driver => {
      await mount(driver, ['cardCvc']);
      await driver.press('cardCvc', 'cvc', 'Enter');
      await driver.until(count => window.contract.submits === count, 1);
      return driver.run(() => window.contract.submits);
    },
  },
  {
    name: 'calls once-handlers once, and removed ones no more',
    expected: ['once', 'kept', 'kept'],
    run: async driver => {
      await mount(driver, ['cardCvc']);
      await driver.run(() => {
        const {seen} = window.contract;
        const element = window.contract.elements.getElement('cardCvc');
        element?.once('escape', () => seen.push({name: 'once', elementType: 'cardExpiry'}));
        // Not a named function: the test's compiler would add a helper that the page has not.
        for (const removed of [() => seen.push({name: 'removed', elementType: 'cardExpiry'})]) {
          element?.on('escape', removed);
          element?.off('escape', removed);
        }
        element?.on('escape', () => seen.push({name: 'kept', elementType: 'cardExpiry'}));
      });
      await driver.press('cardCvc', 'cvc', 'Escape');
      await driver.press('cardCvc', 'cvc', 'Escape');
      await driver.until(
        count => window.contract.seen.filter(({name}) => name === 'kept').length === count,
        2,
      );
      const seen = await driver.run(() => window.contract.seen);
      return seen.filter(each => each.elementType === 'cardExpiry').map(({name}) => name);
    },
  },
];
