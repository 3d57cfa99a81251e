import type Stripe from 'stripe';
import {apiVersion} from '../api/versions.js';
import {endpoint, type Scene} from '../api/endpoint.js';
import {invalidRequest, noSuch} from '../api/errors.js';
import {listParams, page} from '../api/list.js';
import {text, texts} from '../api/params.js';
import {newId, timestamp} from '../store/ids.js';
import {wants} from '../webhooks/wants.js';

/** What happens here; a part of Stripe's list. */
type EventType = Extract<
  Stripe.Event.Type,
  | `charge.${'captured' | 'expired' | 'failed' | 'refunded' | 'succeeded' | 'updated'}`
  | `customer.${'created' | 'deleted' | 'updated'}`
  | `customer.source.${'created' | 'deleted'}`
  | `payment_intent.${'amount_capturable_updated' | 'canceled' | 'created'}`
  | `payment_intent.${'payment_failed' | 'requires_action' | 'succeeded'}`
  | `payment_method.${'attached' | 'detached' | 'updated'}`
  | `refund.${'created' | 'updated'}`
  | `source.${'canceled' | 'chargeable' | 'failed'}`
>;

const list = endpoint({
  method: 'GET',
  path: '/events',
  returns: 'events',
  params: {...listParams, type: text, types: texts},
  check: ({type, types}) => {
    if (type === undefined || types.length === 0) return;
    throw invalidRequest('You may only specify one of these parameters: type, types.');
  },
  run: ({type, types, ...range}, {store}) => {
    const wanted = type === undefined ? types : [type];
    const events = store.events
      .newestFirst()
      .filter(event => wanted.length === 0 || wants(wanted, event.type));
    return page(events, range, '/v1/events');
  },
});

const retrieve = endpoint({
  method: 'GET',
  path: '/events/:id',
  returns: 'event',
  params: {},
  run: (_params, {id, store}) => {
    const event = store.events.get(id);
    if (!event) throw noSuch('event', id, 'id', 404);
    return event;
  },
});

export const events = [list, retrieve];

/** Records that something happened to an object, which is kept in the event as it is now. */
export function emit({store, request}: Scene, type: EventType, object: object): void {
  store.changed(object);
  const listening = store.webhookEndpoints
    .newestFirst()
    .filter(({status, enabled_events: types}) => status === 'enabled' && wants(types, type));
  const event: Stripe.EventBase = {
    id: newId('evt'),
    object: 'event',
    api_version: apiVersion,
    created: timestamp(),
    data: {object: structuredClone(object)},
    livemode: false,
    pending_webhooks: listening.length,
    request,
    type,
  };
  store.addEvent(event as Stripe.Event);
}
