import type {CreateTokenCardData} from '@stripe/stripe-js';
import {warnOfUnknown} from './options.js';
import {randomId} from './random-id.js';

const cardData: readonly (keyof CreateTokenCardData)[] = [
  'name',
  'address_line1',
  'address_line2',
  'address_city',
  'address_state',
  'address_zip',
  'address_country',
  'currency',
];

/** Stripe tells browser, visitor and visit by these; here they live as long as the page. */
const visit = {guid: randomId(), muid: randomId(), sid: randomId()};

/** What a request for a token says besides the card: who asks, and the card's owner. */
export function tokenParams(
  key: string,
  account: string | undefined,
  data: CreateTokenCardData,
): Record<string, string> {
  warnOfUnknown('createToken()', data, cardData);
  const given = cardData.filter(name => data[name] !== undefined);
  return {
    ...Object.fromEntries(given.map(name => [`card[${name}]`, String(data[name])])),
    ...visit,
    payment_user_agent: 'stripe.js/sandbox; stripe-js-v3/sandbox; split-card-element',
    referrer: window.origin,
    time_on_page: String(Math.round(performance.now())),
    key,
    ...(account === undefined ? {} : {_stripe_account: account}),
  };
}
