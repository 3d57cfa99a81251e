import type {AddressKind} from '../address.js';
import type {FieldName} from '../errors.js';
import type {AddressWords} from './en-addresses.js';

/** English: what every page has of it. */
export const en = {
  /** BCP 47 */
  language: 'en',
  payWithCard: 'Pay with Card',
  notSetUp: 'Payment is not set up',
  notNow: 'Payment does not work now',
  payment: 'Payment',
  dialogName: (name: string, amount: string | undefined) => (amount ? `${name}, ${amount}` : name),
  pay: (amount: string | undefined) => (amount ? `Pay ${amount}` : 'Pay'),
  paying: 'Paying…',
  stillWorking: 'Still working…',
  /** After ten seconds: what the customer waits for, and the way out. */
  slow: {
    tokenizing:
      'This is taking a while. Nothing has been charged. Wait a little, or close this and try again.',
    done: 'The shop has not answered yet. Wait a little. Before you pay again, ask the shop.',
  },
  done: 'Done',
  close: 'Close',
  tryAgain: 'Try again',
  /** Asks the shop once more what became of the payment. */
  checkAgain: 'Check again',
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
  } satisfies Record<Exclude<FieldName, 'form' | 'card' | `${AddressKind}-${string}`>, string>,
  somethingWrong: 'Something went wrong. Nothing was charged. Try again.',
  /** What is wrong and what to do, by error code. */
  errors: {
    incomplete_email: 'Enter your email address, such as ada@example.com.',
    incomplete_number: 'Enter the full card number.',
    incomplete_expiry: 'Enter month and year.',
    incomplete_cvc: 'Enter the 3 or 4 digits.',
    incomplete_zip: 'Enter the postal code of your card’s billing address.',
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
    not_sent:
      'The page did not send this payment. Nothing was charged. Close this and check the page’s form.',
    insufficient_funds: 'There is not enough money on this card. Try another card.',
    payment_intent_authentication_failure:
      'Your bank did not confirm the payment. Nothing was charged. Try again, or use another card.',
    unknown_outcome:
      'It is not clear yet whether you were charged. Do not pay again. Ask the shop.',
    shop_failed: 'The shop could not take this payment. Ask the shop before you try again.',
    invalid_zip: 'This postal code does not fit the country. Check both.',
  },
};

/** The words that every page has. A term with parameters is a function. English has those of addresses in their part. */
export type Words = typeof en & Partial<AddressWords>;

/** Every word the customer reads: what a language has in its file. */
export type FullWords = typeof en & AddressWords;
