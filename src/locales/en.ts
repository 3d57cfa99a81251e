import type {AddressField, AddressKind} from '../address.js';
import type {FieldName} from '../errors.js';

/** Every word the customer reads. A term with parameters is a function. */
export const en = {
  /** BCP 47 */
  language: 'en',
  payWithCard: 'Pay with Card',
  notSetUp: 'Payment is not set up',
  payment: 'Payment',
  dialogName: (name: string, amount: string | undefined) => (amount ? `${name}, ${amount}` : name),
  pay: (amount: string | undefined) => (amount ? `Pay ${amount}` : 'Pay'),
  paying: 'Paying…',
  stillWorking: 'Still working…',
  /** After ten seconds: what the customer waits for, and the way out. */
  slow: {
    tokenizing:
      'This is taking long. Nothing has been charged. Wait a little, or close this and try again.',
    done: 'The shop has not answered yet. Wait a little. Before you pay again, ask the shop.',
  },
  /** The bank's own dialog is open above the page. */
  authenticating: 'Your bank asks you to confirm…',
  done: 'Done',
  close: 'Close',
  tryAgain: 'Try again',
  opening: 'Loading the card fields…',
  testMode: 'Test mode',
  testModeMeans: 'No real card is charged.',
  straightTo: (provider: string) => `Your card goes straight to ${provider}.`,
  fields: {
    email: 'Email',
    number: 'Card number',
    expiry: 'Expiry',
    cvc: 'Security code',
    postalCode: 'Postal code',
  } satisfies Record<Exclude<FieldName, 'form' | `${AddressKind}-${string}`>, string>,
  addresses: {
    billing: 'Billing address',
    shipping: 'Shipping address',
  } satisfies Record<AddressKind, string>,
  addressFields: {
    name: 'Name',
    country: 'Country or region',
    line1: 'Address',
    line2: 'Apartment, floor',
    city: 'City',
    state: 'State or province',
    zip: 'Postal code',
  } satisfies Record<AddressField, string>,
  optional: (label: string) => `${label} (optional)`,
  sameAsBilling: 'Ship to the billing address',
  somethingWrong: 'Something went wrong. Nothing was charged. Try again.',
  /** What is wrong and what to do, by error code. */
  errors: {
    incomplete_email: 'Enter your email address, such as ada@example.com.',
    incomplete_number: 'Enter the full card number.',
    incomplete_expiry: 'Enter month and year.',
    incomplete_cvc: 'Enter the 3 or 4 digits.',
    incomplete_zip: 'Enter the postal code of your card’s billing address.',
    invalid_zip: 'This postal code does not fit the country. Check both.',
    invalid_number: 'This card number has a typo. Check the digits.',
    incorrect_number: 'This card number has a typo. Check the digits.',
    invalid_expiry_month: 'This month does not exist. Check the expiry date.',
    invalid_expiry_year: 'Check the expiry date’s year.',
    invalid_expiry_month_past: 'This card has expired. Try another card.',
    invalid_expiry_year_past: 'This card has expired. Try another card.',
    expired_card: 'This card has expired. Try another card.',
    invalid_cvc: 'Check the security code: 3 digits on the back, or 4 on the front.',
    incorrect_cvc: 'The security code is wrong. Check it and try again.',
    incorrect_zip: 'The postal code does not match the card. Check it and try again.',
    card_declined: 'Your card was declined. Try another card.',
    processing_error: 'Your bank could not process this card. Try again in a minute.',
    rate_limit: 'Too many tries just now. Nothing was charged. Try again in a minute.',
    unreachable: 'No connection. Nothing was charged. Check your network and try again.',
    provider_refused: 'This shop’s payment is not set up correctly. Nothing was charged.',
    insufficient_funds: 'There is not enough money on this card. Try another card.',
    payment_intent_authentication_failure:
      'Your bank did not confirm the payment. Nothing was charged. Try again, or use another card.',
    unknown_outcome:
      'It is not clear yet whether you were charged. Do not pay again. Ask the shop.',
    shop_failed: 'The shop could not take this payment. Ask the shop before you try again.',
  },
  /** What is missing of an address, by its field. */
  incompleteAddress: {
    name: 'Enter the full name.',
    line1: 'Enter the street and number.',
    city: 'Enter the city.',
    state: 'Enter the state or province.',
    zip: 'Enter the postal code.',
  },
};

export type Words = typeof en;
