import type {ContractCase, Driver, ElementType, Part} from '../contract.js';
import {complaint, event, mount, splitTypes} from '../steps.js';

interface Fault {
  readonly when: string;
  readonly type: ElementType;
  readonly part: Part;
  readonly text: string;
  readonly code: string;
  readonly message: string;
}

const now = new Date();
const lastMonth = now.getMonth();
/** In January the month before is of another year: the fault is the year's then. */
const pastMonth =
  lastMonth === 0
    ? undefined
    : `${String(lastMonth).padStart(2, '0')}${String(now.getFullYear()).slice(2)}`;

const faults: readonly Fault[] = [
  {
    when: 'a number is too short',
    type: 'cardNumber',
    part: 'number',
    text: '4242',
    code: 'incomplete_number',
    message: 'Your card number is incomplete.',
  },
  {
    when: 'a number fails its check digit',
    type: 'cardNumber',
    part: 'number',
    text: '4242424242424241',
    code: 'invalid_number',
    message: 'Your card number is invalid.',
  },
  {
    when: 'an expiry date is cut short',
    type: 'cardExpiry',
    part: 'expiry',
    text: '123',
    code: 'incomplete_expiry',
    message: "Your card's expiration date is incomplete.",
  },
  {
    when: 'a year is over',
    type: 'cardExpiry',
    part: 'expiry',
    text: '1220',
    code: 'invalid_expiry_year_past',
    message: "Your card's expiration year is in the past.",
  },
  {
    when: 'a security code is too short',
    type: 'cardCvc',
    part: 'cvc',
    text: '12',
    code: 'incomplete_cvc',
    message: "Your card's security code is incomplete.",
  },
  {
    when: 'a postal code is too short',
    type: 'card',
    part: 'postal',
    text: '42',
    code: 'incomplete_zip',
    message: 'Your postal code is incomplete.',
  },
];

const pastMonths: readonly Fault[] = pastMonth
  ? [
      {
        when: 'a month of this year is over',
        type: 'cardExpiry',
        part: 'expiry',
        text: pastMonth,
        code: 'invalid_expiry_month_past',
        message: "Your card's expiration date is in the past.",
      },
    ]
  : [];

/** Numbers from https://docs.stripe.com/testing. */
const numbers = [
  ['visa', '4242424242424242'],
  ['mastercard', '5555555555554444'],
  ['mastercard', '2223003122003222'],
  ['amex', '378282246310005'],
  ['discover', '6011111111111117'],
  ['diners', '3056930009020004'],
  ['diners', '36227206271667'],
  ['jcb', '3566002020360505'],
  ['unionpay', '6200000000000005'],
  ['unionpay', '6205500000000000004'],
] as const;

async function completeCvc(driver: Driver, number: string, cvc: string): Promise<unknown> {
  await mount(driver, splitTypes);
  await driver.type('cardNumber', 'number', number);
  await event(driver, 'cardNumber', 'change', {complete: true});
  await driver.type('cardCvc', 'cvc', cvc);
  await driver.leave();
  await event(driver, 'cardCvc', 'blur');
  return (await event(driver, 'cardCvc', 'change'))['complete'];
}

/** What the fields think of what is typed. */
export const validation: readonly ContractCase[] = [
  ...[...faults, ...pastMonths].map(({when, type, part, text, code, message}): ContractCase => ({
    name: `complains when ${when}`,
    expected: {type: 'validation_error', code, message},
    run: async driver => {
      await mount(driver, [type]);
      await driver.type(type, part, text);
      await driver.leave();
      return complaint(driver, type);
    },
  })),
  {
    name: 'complains of a wrong number at once',
    expected: [],
    run: async driver => {
      await mount(driver, ['cardNumber']);
      await driver.type('cardNumber', 'number', '4242424242424241');
      await complaint(driver, 'cardNumber');
      return driver.run(() => window.contract.seen.filter(({name}) => name === 'blur'));
    },
  },
  {
    name: 'takes its complaint back while the customer types on',
    expected: undefined,
    run: async driver => {
      await mount(driver, ['cardNumber']);
      await driver.type('cardNumber', 'number', '4242');
      await driver.leave();
      await complaint(driver, 'cardNumber');
      await driver.type('cardNumber', 'number', '4');
      return (await event(driver, 'cardNumber', 'change', {error: undefined}))['error'];
    },
  },
  ...numbers.map(([brand, number]): ContractCase => ({
    name: `knows ${number} for a whole ${brand} number`,
    expected: brand,
    run: async driver => {
      await mount(driver, ['cardNumber']);
      await driver.type('cardNumber', 'number', number);
      return (await event(driver, 'cardNumber', 'change', {complete: true}))['brand'];
    },
  })),
  {
    name: 'wants four digits of American Express’s security code',
    expected: false,
    run: driver => completeCvc(driver, '378282246310005', '123'),
  },
  {
    name: 'takes four digits of American Express’s security code',
    expected: true,
    run: driver => completeCvc(driver, '378282246310005', '1234'),
  },
  {
    name: 'wants another digit of the security code once the number turns out to be American Express’s',
    expected: [true, false],
    run: async driver => {
      await mount(driver, splitTypes);
      await driver.type('cardCvc', 'cvc', '123');
      const before = await event(driver, 'cardCvc', 'change', {complete: true});
      await driver.type('cardNumber', 'number', '378282246310005');
      const after = await event(driver, 'cardCvc', 'change', {complete: false});
      return [before['complete'], after['complete']];
    },
  },
  {
    name: 'takes three digits of another security code',
    expected: true,
    run: driver => completeCvc(driver, '4242424242424242', '123'),
  },
];
