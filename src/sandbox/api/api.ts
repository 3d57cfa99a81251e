import {type Context, Hono} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {createMiddleware} from 'hono/factory';
import {newId} from '../store/ids.js';
import type {Store} from '../store/store.js';
import type {Endpoint} from './endpoint.js';
import type {ApiEnv} from './env.js';
import {ApiError, invalidRequest} from './errors.js';
import {refuseForeignPage} from './foreign-page.js';
import {checkContentType, decodeUtf8, largestBody, parseForm} from './form.js';
import {IdempotencyKeys} from './idempotency.js';
import {keyFromHeader, keyKind, masked} from './keys.js';
import {text, texts} from './params.js';
import {rateLimit} from './rate-limit.js';
import {failure, respond, send} from './respond.js';
import {apiVersion, isVersion} from './versions.js';

interface ApiOptions {
  /** More than this in one second are refused; no limit unless given. */
  readonly requestsPerSecond?: number;
  readonly idempotencyKeys?: IdempotencyKeys;
}

/** Stripe's API, as far as `endpoints` go; to be mounted at `/v1`. */
export function stripeApi(
  endpoints: readonly Endpoint[],
  store: Store,
  {requestsPerSecond, idempotencyKeys = new IdempotencyKeys()}: ApiOptions = {},
): Hono<ApiEnv> {
  const api = new Hono<ApiEnv>();
  api.onError((error, context) =>
    send(context, failure(context, isBrokenOff(error) ? brokenOff() : error)),
  );
  api.use(identify, rateLimit(requestsPerSecond), checkVersion, limitBody, readForm, stopForFault);
  for (const endpoint of endpoints) {
    api.on(endpoint.method, endpoint.path, async context =>
      send(context, await respond(context, endpoint, store, idempotencyKeys)),
    );
  }
  api.all('*', context => {
    throw unrecognizedUrl(context);
  });
  return api;
}

const identify = createMiddleware<ApiEnv>(async (context, next) => {
  const requestId = newId('req');
  context.set('requestId', requestId);
  context.header('request-id', requestId);
  context.header('cache-control', 'no-cache, no-store');
  const account = context.req.header('stripe-account');
  if (account !== undefined) context.header('stripe-account', account);
  await next();
});

const checkVersion = createMiddleware<ApiEnv>(async (context, next) => {
  const version = context.req.header('stripe-version') ?? apiVersion;
  if (!isVersion(version)) throw invalidRequest(`Invalid Stripe API version: ${version}`);
  context.set('version', version);
  context.header('stripe-version', version);
  await next();
});

const limitBody = bodyLimit({
  maxSize: largestBody,
  onError: context => {
    // What is not read of the body must not be taken for the next request.
    context.header('connection', 'close');
    throw new ApiError(413, {
      type: 'invalid_request_error',
      message: `Request body is too large: the limit is ${largestBody} bytes.`,
    });
  },
});

/** Takes key and `expand` out of the parameters, so that endpoints see only their own. */
const readForm = createMiddleware<ApiEnv>(async (context, next) => {
  const {key: field, expand, ...form} = parseForm(await encodedParams(context));
  const key = keyFromHeader(context.req.header('authorization')) ?? text(field, 'key');
  context.set('key', masked(key ?? ''));
  context.set('form', form);
  context.set('keyKind', keyKind(key));
  refuseForeignPage(context.req, context.var.keyKind);
  context.set('expand', texts(expand, 'expand'));
  await next();
});

/** Ends a request that a fault answers or cuts: only here, so that the journal has its key and parameters. */
const stopForFault = createMiddleware<ApiEnv>(async (context, next) => {
  if (context.var.isStopped) return context.body(null);
  return next();
});

async function encodedParams({req}: Context<ApiEnv>): Promise<string> {
  if (req.method !== 'POST') return new URL(req.url).search.slice(1);
  const body = decodeUtf8(await req.arrayBuffer());
  checkContentType(req.header('content-type'), body);
  return body;
}

/** Whether the client was gone before it had sent the whole body. */
function isBrokenOff(error: Error): boolean {
  return 'code' in error && error.code === 'ECONNRESET';
}

/** Nobody hears of it; the journal does. */
function brokenOff(): ApiError {
  return invalidRequest('Invalid request: the body breaks off.');
}

function unrecognizedUrl({req}: Context<ApiEnv>): ApiError {
  return new ApiError(404, {
    type: 'invalid_request_error',
    message:
      `Unrecognized request URL (${req.method}: ${req.path}). If you are trying to list objects, ` +
      'remove the trailing slash. If you are trying to retrieve an object, make sure you passed a ' +
      'valid (non-empty) identifier in your code. Please see https://stripe.com/docs or we can ' +
      'help at https://support.stripe.com/.',
  });
}
