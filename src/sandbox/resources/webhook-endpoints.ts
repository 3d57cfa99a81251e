import type Stripe from 'stripe';
import {type Call, endpoint} from '../api/endpoint.js';
import {invalidRequest, missingParam, noSuch} from '../api/errors.js';
import {cursorParams, page} from '../api/list.js';
import {changedMetadata, metadata} from '../api/metadata.js';
import {clearable, type Field, flag, ignored, required, text, texts} from '../api/params.js';
import {isVersion} from '../api/versions.js';
import {newId, randomText, timestamp} from '../store/ids.js';
import {mostEndpoints, type Store} from '../store/store.js';
import {isEventType} from '../webhooks/event-types.js';
import {isLoopback} from '../webhooks/loopback.js';

/** A test tool must not be made to send requests to anybody else's computer. */
const loopbackUrl: Field<string | undefined> = (value, name) => {
  const address = text(value, name);
  if (address === undefined) return undefined;
  if (!URL.canParse(address)) {
    throw invalidRequest('Not a valid URL', {code: 'url_invalid', param: name});
  }
  if (isLoopback(new URL(address))) return address;
  throw invalidRequest(
    'This sandbox, which is not Stripe, delivers events to this computer alone: the URL must ' +
      'start with http:// and name localhost, 127.0.0.1 or [::1].',
    {code: 'url_invalid', param: name},
  );
};

const eventTypes: Field<readonly string[]> = (value, name) => {
  const types = texts(value, name);
  const [wrong] = types.filter(type => type !== '*' && !isEventType(type));
  if (wrong === undefined) return types;
  throw invalidRequest(`Invalid ${name}: there is no event type ${wrong}.`, {param: name});
};

const version: Field<string | undefined> = (value, name) => {
  const given = text(value, name);
  if (given === undefined || isVersion(given)) return given;
  throw invalidRequest(`Invalid API version: ${given}`, {param: name});
};

const createParams = {
  api_version: version,
  connect: ignored,
  description: clearable(text),
  enabled_events: eventTypes,
  metadata,
  url: required(loopbackUrl),
};

const create = endpoint({
  method: 'POST',
  path: '/webhook_endpoints',
  returns: 'webhook_endpoint',
  params: createParams,
  check: ({enabled_events: types, url}, call) => {
    checkElsewhere(url, call);
    if (types.length > 0) return;
    throw missingParam('enabled_events');
  },
  run: (params, {store}) => {
    if (store.webhookEndpoints.newestFirst().length >= mostEndpoints) {
      throw invalidRequest(`You have reached the maximum of ${mostEndpoints} webhook endpoints.`);
    }
    const made: Stripe.WebhookEndpoint = {
      id: newId('we'),
      object: 'webhook_endpoint',
      api_version: params.api_version ?? null,
      application: null,
      created: timestamp(),
      description: params.description ?? null,
      enabled_events: [...params.enabled_events],
      livemode: false,
      metadata: changedMetadata({}, params.metadata),
      secret: `whsec_${randomText(32)}`,
      status: 'enabled',
      url: params.url,
    };
    store.webhookEndpoints.add(made.id, made);
    return made;
  },
});

const retrieve = endpoint({
  method: 'GET',
  path: '/webhook_endpoints/:id',
  returns: 'webhook_endpoint',
  params: {},
  run: (_params, {id, store}) => withoutSecret(findEndpoint(store, id)),
});

const updateParams = {
  description: clearable(text),
  disabled: flag,
  enabled_events: eventTypes,
  metadata,
  url: loopbackUrl,
};

const update = endpoint({
  method: 'POST',
  path: '/webhook_endpoints/:id',
  returns: 'webhook_endpoint',
  params: updateParams,
  check: ({url}, call) => checkElsewhere(url, call),
  run: (params, {id, store}) => {
    const found = findEndpoint(store, id);
    found.metadata = changedMetadata(found.metadata, params.metadata);
    if (params.description !== undefined) found.description = params.description;
    if (params.enabled_events.length > 0) found.enabled_events = [...params.enabled_events];
    if (params.disabled !== undefined) found.status = params.disabled ? 'disabled' : 'enabled';
    if (params.url !== undefined) found.url = params.url;
    return withoutSecret(found);
  },
});

const remove = endpoint({
  method: 'DELETE',
  path: '/webhook_endpoints/:id',
  returns: 'deleted',
  params: {},
  run: (_params, {id, store}): Stripe.DeletedWebhookEndpoint => {
    findEndpoint(store, id);
    store.webhookEndpoints.remove(id);
    return {id, object: 'webhook_endpoint', deleted: true};
  },
});

const list = endpoint({
  method: 'GET',
  path: '/webhook_endpoints',
  returns: 'webhook_endpoints',
  params: cursorParams,
  run: (range, {store}) => {
    const all = store.webhookEndpoints.newestFirst().map(withoutSecret);
    return page(all, range, '/v1/webhook_endpoints');
  },
});

export const webhookEndpoints = [create, list, retrieve, update, remove];

/** @throws ApiError for an address of the sandbox's own: it would be made to command itself */
function checkElsewhere(url: string | undefined, {origin}: Call): void {
  if (url === undefined || new URL(url).port !== new URL(origin).port) return;
  throw invalidRequest(
    'This sandbox, which is not Stripe, does not deliver events to itself: the URL must name ' +
      'another port.',
    {code: 'url_invalid', param: 'url'},
  );
}

function findEndpoint(store: Store, id: string): Stripe.WebhookEndpoint {
  const found = store.webhookEndpoints.get(id);
  if (!found) throw noSuch('webhook endpoint', id, 'id', 404);
  return found;
}

/** The secret is told once, when the endpoint is made. */
function withoutSecret(endpoint: Stripe.WebhookEndpoint): Stripe.WebhookEndpoint {
  const shown = {...endpoint};
  delete shown.secret;
  return shown;
}
