import type Stripe from 'stripe';
import {testCardByToken} from '../../stripe-js/cards/test-cards.js';
import {endpoint} from '../api/endpoint.js';
import {invalidRequest, noSuch} from '../api/errors.js';
import {ignored, required} from '../api/params.js';
import {newId, timestamp} from '../store/ids.js';
import type {Store, StoredCard} from '../store/store.js';
import {cardParams, cardFrom, cardObject, storedCard} from './cards.js';

/** What Stripe.js sends about itself and the page, beside the card. */
export const browserParams = {
  _stripe_account: ignored,
  client_attribution_metadata: ignored,
  guid: ignored,
  muid: ignored,
  pasted_fields: ignored,
  payment_user_agent: ignored,
  referrer: ignored,
  sid: ignored,
  time_on_page: ignored,
};

const tokenParams = {...browserParams, card: required(cardParams)};

const create = endpoint({
  method: 'POST',
  path: '/tokens',
  isPublic: true,
  returns: 'token',
  params: tokenParams,
  run: (params, {store, clientIp}) => {
    const card = cardFrom(params.card);
    const token: Stripe.Token = {
      id: newId('tok'),
      object: 'token',
      card: cardObject(card, false),
      client_ip: clientIp,
      created: timestamp(),
      livemode: false,
      type: 'card',
      used: false,
    };
    store.tokens.add(token.id, {token, card});
    store.changed(token);
    return token;
  },
});

const retrieve = endpoint({
  method: 'GET',
  path: '/tokens/:id',
  returns: 'token',
  params: {},
  run: (_params, {id, store}) => {
    const record = store.tokens.get(id);
    if (!record) throw noSuch('token', id, 'token', 404);
    return record.token;
  },
});

export const tokens = [create, retrieve];

/**
 * Uses a token up and returns its card. A ready-made token, such as `tok_visa`, is a new card each
 * time.
 * @param param where the token was given, for the error about a token that does not exist
 * @throws ApiError when there is no such token, or it was used before
 */
export function spendToken(store: Store, id: string, param: string): StoredCard {
  const testCard = testCardByToken(id);
  if (testCard) return storedCard(testCard);
  const record = store.tokens.get(id);
  if (!record) throw noSuch('token', id, param);
  if (record.token.used) {
    throw invalidRequest(`You cannot use a Stripe token more than once: ${id}.`, {
      code: 'token_already_used',
    });
  }
  record.token.used = true;
  store.changed(record.token);
  return record.card;
}
