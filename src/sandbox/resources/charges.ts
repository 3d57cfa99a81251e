import {endpoint} from '../api/endpoint.js';
import {ApiError, cardError, invalidRequest, noSuch} from '../api/errors.js';
import {metadata} from '../api/metadata.js';
import {amount, currency, email, flag, integer, required, text} from '../api/params.js';
import {idOf} from '../store/ids.js';
import type {Store, StoredCard} from '../store/store.js';
import {checkAmount} from './amounts.js';
import {charge} from './charging.js';
import {findCustomer} from './customers.js';
import {spendToken} from './tokens.js';

const chargeParams = {
  amount: required(amount),
  currency: required(currency),
  source: text,
  customer: text,
  capture: flag,
  description: text,
  metadata,
  receipt_email: email,
};

const create = endpoint({
  method: 'POST',
  path: '/charges',
  returns: 'charge',
  params: chargeParams,
  run: (params, call) => {
    checkAmount(params.amount, params.currency);
    const card = params.customer
      ? cardOfCustomer(call.store, params.customer, params.source)
      : cardOfToken(call.store, params.source);
    const result = charge(
      {
        amount: params.amount,
        currency: params.currency,
        card,
        customer: params.customer,
        description: params.description,
        metadata: params.metadata,
        receiptEmail: params.receipt_email,
        isCaptured: params.capture,
      },
      call,
    );
    if (card.decline) throw cardError(card.decline, {charge: result.id});
    return result;
  },
});

const retrieve = endpoint({
  method: 'GET',
  path: '/charges/:id',
  returns: 'charge',
  params: {},
  run: (_params, {id, store}) => {
    const found = store.charges.get(id);
    if (!found) throw noSuch('charge', id, 'id', 404);
    return found;
  },
});

const list = endpoint({
  method: 'GET',
  path: '/charges',
  returns: 'charges',
  params: {limit: integer(1, 100)},
  run: ({limit = 10}, {store}) => {
    const all = store.charges.newestFirst();
    return {
      object: 'list',
      data: all.slice(0, limit),
      has_more: all.length > limit,
      url: '/v1/charges',
    };
  },
});

export const charges = [create, retrieve, list];

function cardOfToken(store: Store, source: string | undefined): StoredCard {
  if (source === undefined) throw invalidRequest('Must provide source or customer.');
  return spendToken(store, source, 'source');
}

function cardOfCustomer(store: Store, id: string, source: string | undefined): StoredCard {
  const customer = findCustomer(store, id, 'customer');
  const cardId = source ?? idOf(customer.default_source);
  if (cardId === null) {
    throw new ApiError(402, {
      type: 'card_error',
      code: 'missing',
      message: 'Cannot charge a customer that has no active card',
      param: 'card',
    });
  }
  const record = store.paymentMethods.get(cardId);
  if (record?.source?.customer === id) return record.card;
  throw new ApiError(404, {
    type: 'invalid_request_error',
    code: 'missing',
    message: `Customer ${id} does not have a linked source with ID ${cardId}.`,
    param: 'source',
  });
}
