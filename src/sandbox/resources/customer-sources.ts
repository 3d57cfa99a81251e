import type Stripe from 'stripe';
import {type Call, endpoint, type Scene} from '../api/endpoint.js';
import {cardError, invalidRequest, noSuch} from '../api/errors.js';
import {cursorParams, page} from '../api/list.js';
import {changedMetadata, metadata} from '../api/metadata.js';
import {choice, integer, onlyGiven, required, text} from '../api/params.js';
import {cardObject, newExpiry} from './cards.js';
import {emit} from './events.js';
import {findCustomer} from './find-customer.js';
import {addMethod, attachMethod, detachMethod} from './payment-methods.js';
import {checkChargeable, currentSource, isSource} from './source-states.js';
import {spendToken} from './tokens.js';

/** What customers of the Charges API pay with. */
type Kept = Stripe.Card | Stripe.Source;

const createParams = {metadata, source: required(text)};

const create = endpoint({
  method: 'POST',
  path: '/customers/:id/sources',
  returns: 'customer_source',
  params: createParams,
  run: (params, call) => {
    const customer = findCustomer(call.store, call.id, 'customer', 404);
    const kept = attachSource(params.source, customer.id, call);
    if (params.metadata) {
      kept.metadata = changedMetadata(kept.metadata ?? {}, params.metadata);
    }
    customer.default_source ??= kept.id;
    return kept;
  },
});

const list = endpoint({
  method: 'GET',
  path: '/customers/:id/sources',
  returns: 'customer_sources',
  params: {...cursorParams, object: choice('card', 'source')},
  run: ({object, ...range}, call) => {
    const {id, store} = call;
    findCustomer(store, id, 'customer', 404);
    const kept = store.sourcesOf(id).filter(each => !object || each.object === object);
    return page(kept, range, `/v1/customers/${id}/sources`);
  },
});

const retrieve = endpoint({
  method: 'GET',
  path: '/customers/:id/sources/:subId',
  returns: 'customer_source',
  params: {},
  run: (_params, call) => findKept(call),
});

const updateParams = {
  address_city: text,
  address_country: text,
  address_line1: text,
  address_line2: text,
  address_state: text,
  address_zip: text,
  exp_month: integer(1, 12),
  exp_year: integer(1970, 9999),
  metadata,
  name: text,
};

const update = endpoint({
  method: 'POST',
  path: '/customers/:id/sources/:subId',
  returns: 'customer_source',
  params: updateParams,
  run: ({metadata: change, ...sent}, call) => {
    const kept = findKept(call);
    const given = onlyGiven(sent);
    if (isSource(kept) && Object.keys(given).length > 0) {
      throw invalidRequest('Only the metadata of a source can be updated here.');
    }
    const changed = changedMetadata(kept.metadata ?? {}, change);
    if (!isSource(kept) && (sent.exp_month ?? sent.exp_year)) newExpiry(kept, sent);
    kept.metadata = changed;
    Object.assign(kept, given);
    call.store.changed(kept);
    return kept;
  },
});

const remove = endpoint({
  method: 'DELETE',
  path: '/customers/:id/sources/:subId',
  returns: 'customer_source',
  params: {},
  run: (_params, call) => {
    const kept = findKept(call);
    const customer = findCustomer(call.store, call.id, 'customer', 404);
    detachSource(kept, call);
    if (customer.default_source === kept.id) {
      customer.default_source = call.store.sourcesOf(customer.id)[0]?.id ?? null;
    }
    emit(call, 'customer.source.deleted', kept);
    return isSource(kept) ? kept : {id: kept.id, object: 'card', deleted: true};
  },
});

export const customerSources = [create, list, retrieve, update, remove];

/**
 * Gives a token's card, or a reusable source, to a customer.
 * @throws ApiError when it cannot be used, or its bank declines
 */
export function attachSource(id: string, customer: string, scene: Scene): Kept {
  const source = currentSource(id, scene);
  const kept = source ? keepSource(source, customer, scene) : keepCard(id, customer, scene);
  emit(scene, 'customer.source.created', kept);
  return kept;
}

/** A token's card is a payment method with the card's own id too. */
function keepCard(token: string, customer: string, scene: Scene): Stripe.Card {
  const card = spendToken(scene.store, token, 'source');
  if (card.decline && !card.isAttachable) throw cardError(card.decline);
  const record = addMethod(scene.store, card.id, card);
  attachMethod(record, customer, scene);
  const kept = cardObject(card, true, customer);
  record.source = kept;
  return kept;
}

/** @throws ApiError when the source is single-use or not chargeable (wording not verified) */
function keepSource(source: Stripe.Source, customer: string, scene: Scene): Stripe.Source {
  checkChargeable(source);
  if (source.usage !== 'reusable') {
    throw invalidRequest(
      `The source ${source.id} is single-use: it can be charged once, and not attached to a ` +
        'customer. Only reusable sources can be attached.',
      {code: 'invalid_source_usage', param: 'source'},
    );
  }
  if (source.customer !== undefined) {
    throw invalidRequest('This source has already been attached to a customer.', {
      param: 'source',
    });
  }
  const record = scene.store.paymentMethods.get(source.id);
  if (record) attachMethod(record, customer, scene);
  source.customer = customer;
  return source;
}

/** Takes a card or source from its customer for good; a source is consumed by that. */
export function detachSource(kept: Kept, scene: Scene): void {
  const record = scene.store.paymentMethods.get(kept.id);
  if (record) {
    detachMethod(record, scene);
    delete record.source;
    return;
  }
  delete kept.customer;
  if (isSource(kept)) kept.status = 'consumed';
}

function findKept({id, subId, store}: Call): Kept {
  findCustomer(store, id, 'customer', 404);
  const kept = store.sourcesOf(id).find(each => each.id === subId);
  if (!kept) throw noSuch('source', subId, 'id', 404);
  return kept;
}
