import {getConnInfo} from '@hono/node-server/conninfo';
import {type Context, Hono} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {createMiddleware} from 'hono/factory';
import {newId} from '../store/ids.js';
import type {Store} from '../store/store.js';
import type {Call, Endpoint} from './endpoint.js';
import {ApiError, docUrl} from './errors.js';
import {checkExpand, expanded} from './expand.js';
import {canonical, checkContentType, type Form, largestBody, parseForm} from './form.js';
import {type Answer, IdempotencyKeys} from './idempotency.js';
import {keyKind, type KeyKind, secretKeyRequired} from './keys.js';
import {text, texts} from './params.js';

interface Env {
  Variables: {requestId: string; form: Form; expand: readonly string[]; keyKind: KeyKind};
}

/** The version that is spoken when a request names none. */
const apiVersion = '2026-10-28.endive';

/** Stripe's API, as far as `endpoints` go; to be mounted at `/v1`. */
export function stripeApi(endpoints: readonly Endpoint[], store: Store): Hono<Env> {
  const idempotencyKeys = new IdempotencyKeys();
  const api = new Hono<Env>();
  api.onError((error, context) => send(context, failure(context, error)));
  api.use(identify, limitBody, readForm);
  for (const endpoint of endpoints) {
    api.on(endpoint.method, endpoint.path, context =>
      send(context, respond(context, endpoint, store, idempotencyKeys)),
    );
  }
  api.all('*', context => {
    throw unrecognizedUrl(context);
  });
  return api;
}

const identify = createMiddleware<Env>(async (context, next) => {
  const requestId = newId('req');
  context.set('requestId', requestId);
  context.header('request-id', requestId);
  context.header('stripe-version', context.req.header('stripe-version') ?? apiVersion);
  context.header('cache-control', 'no-cache, no-store');
  await next();
});

const limitBody = bodyLimit({
  maxSize: largestBody,
  onError: () => {
    throw new ApiError(413, {
      type: 'invalid_request_error',
      message: `Request body is too large: the limit is ${largestBody} bytes.`,
    });
  },
});

/** Takes key and `expand` out of the parameters, so that endpoints see only their own. */
const readForm = createMiddleware<Env>(async (context, next) => {
  const {key, expand, ...form} = parseForm(await encodedParams(context));
  context.set('keyKind', keyKind(context.req.header('authorization'), text(key, 'key')));
  context.set('expand', texts(expand, 'expand'));
  context.set('form', form);
  await next();
});

async function encodedParams({req}: Context<Env>): Promise<string> {
  if (req.method !== 'POST') return new URL(req.url).search.slice(1);
  const body = await req.text();
  checkContentType(req.header('content-type'), body);
  return body;
}

/** Checks a request, then carries it out, or answers again what its idempotency key got before. */
function respond(
  context: Context<Env>,
  endpoint: Endpoint,
  store: Store,
  idempotencyKeys: IdempotencyKeys,
): Answer {
  const {form, expand, keyKind} = context.var;
  if (keyKind === 'publishable' && !endpoint.isPublic) throw secretKeyRequired();
  checkExpand(endpoint.returns, expand);
  const run = endpoint.prepare(form);
  const carryOut = (): Answer => {
    try {
      const result = run(callOf(context, store));
      return answer(context, 200, expanded(endpoint.returns, result, expand, store));
    } catch (error) {
      return failure(context, error);
    }
  };

  const key = context.req.header('idempotency-key');
  if (key === undefined || endpoint.method !== 'POST') return carryOut();
  const params = canonical({...form, expand: [...expand]});
  const earlier = idempotencyKeys.begin(key, context.req.path, params);
  context.header('idempotency-key', key);
  if (earlier) {
    context.header('idempotent-replayed', 'true');
    context.header('original-request', earlier.requestId);
    return earlier;
  }
  const first = carryOut();
  idempotencyKeys.finish(key, first);
  return first;
}

function callOf(context: Context<Env>, store: Store): Call {
  return {
    store,
    id: context.req.param('id') ?? '',
    origin: new URL(context.req.url).origin,
    clientIp: getConnInfo(context).remote.address ?? null,
  };
}

function failure(context: Context<Env>, error: unknown): Answer {
  if (!(error instanceof ApiError)) {
    console.error(error);
    const message = 'The sandbox failed to answer this request. Its own output says why.';
    return answer(context, 500, {error: {type: 'api_error', message}});
  }
  const {code} = error.body;
  return answer(context, error.status, {
    error: {
      ...error.body,
      ...(code && {doc_url: docUrl(code)}),
      request_log_url: `${new URL(context.req.url).origin}/#${context.var.requestId}`,
    },
  });
}

function answer(context: Context<Env>, status: Answer['status'], body: object): Answer {
  return {status, body: JSON.stringify(body, null, 2), requestId: context.var.requestId};
}

function send(context: Context<Env>, {status, body}: Answer): Response {
  return context.body(body, status, {'content-type': 'application/json'});
}

function unrecognizedUrl({req}: Context<Env>): ApiError {
  return new ApiError(404, {
    type: 'invalid_request_error',
    message:
      `Unrecognized request URL (${req.method}: ${req.path}). If you are trying to list objects, ` +
      'remove the trailing slash. If you are trying to retrieve an object, make sure you passed a ' +
      'valid (non-empty) identifier in your code. Please see https://stripe.com/docs or we can ' +
      'help at https://support.stripe.com/.',
  });
}
