import {getConnInfo} from '@hono/node-server/conninfo';
import type {Context} from 'hono';
import {docUrl} from '../../stripe-js/cards/card-error.js';
import type {Store} from '../store/store.js';
import type {Call, Endpoint} from './endpoint.js';
import type {ApiEnv, Outcome} from './env.js';
import {ApiError, invalidRequest} from './errors.js';
import {checkExpand, expanded, type Kind} from './expand.js';
import {canonical} from './form.js';
import type {Answer, IdempotencyKeys} from './idempotency.js';
import {secretKeyRequired} from './keys.js';
import {checkPublicExpand, publicView} from './public-view.js';

/** Of a status that SDKs do not try again: it would be carried out after all. */
const endedByReset = 'The sandbox, which is not Stripe, was reset while it held this request.';

/** Checks a request, then carries it out, or answers again what its idempotency key got before. */
export async function respond(
  context: Context<ApiEnv>,
  endpoint: Endpoint,
  store: Store,
  idempotencyKeys: IdempotencyKeys,
): Promise<Answer> {
  const {expand, keyKind} = context.var;
  if (keyKind === 'publishable') {
    if (!endpoint.isPublic) throw secretKeyRequired();
    checkPublicExpand(expand);
  }
  checkExpand(endpoint.returns, expand);
  const run = endpoint.prepare(context.var.form, callOf(context, store));
  const carryOut = () => answerOf(context, run, endpoint.returns, store);
  const key = context.req.header('idempotency-key');
  if (key === undefined || endpoint.method !== 'POST') return carryOut();
  return onceFor(key, context, idempotencyKeys, carryOut);
}

async function answerOf(
  context: Context<ApiEnv>,
  run: () => object,
  kind: Kind,
  store: Store,
): Promise<Answer> {
  const {expand, hold, keyKind} = context.var;
  try {
    if (hold && !(await hold())) throw invalidRequest(endedByReset);
    const result = run();
    const view = keyKind === 'publishable' ? publicView(result) : result;
    context.set('outcome', {object: result});
    return answer(context, 200, expanded(kind, view, expand, store));
  } catch (error) {
    return failure(context, error);
  }
}

/** Carries a request out, unless one with its idempotency key has been: then that one's answer is given again. */
async function onceFor(
  key: string,
  context: Context<ApiEnv>,
  idempotencyKeys: IdempotencyKeys,
  carryOut: () => Promise<Answer>,
): Promise<Answer> {
  const {expand, form, keyKind} = context.var;
  const params = canonical({...form, expand: [...expand], keyKind});
  const earlier = idempotencyKeys.begin(key, context.req.path, params);
  context.header('idempotency-key', key);
  if (earlier) {
    context.header('idempotent-replayed', 'true');
    context.header('original-request', earlier.requestId);
    context.set('outcome', {isReplay: true});
    return earlier;
  }
  const first = await carryOut();
  idempotencyKeys.finish(key, first);
  return first;
}

/** The answer that tells of an error; one of the sandbox's own is only told to its output. */
export function failure(context: Context<ApiEnv>, error: unknown): Answer {
  if (!(error instanceof ApiError)) {
    console.error(error);
    const message = 'The sandbox failed to answer this request. Its own output says why.';
    context.set('outcome', {error: {type: 'api_error', message}});
    return answer(context, 500, {error: {type: 'api_error', message}});
  }
  const {code, payment_intent: intent} = error.body;
  const isPublic = context.var.keyKind === 'publishable';
  context.set('outcome', {error: error.body satisfies Outcome['error']});
  return answer(context, error.status, {
    error: {
      ...error.body,
      ...(intent && {payment_intent: isPublic ? publicView(intent) : intent}),
      ...(code && {doc_url: docUrl(code)}),
      request_log_url: `${new URL(context.req.url).origin}/#${context.var.requestId}`,
    },
  });
}

export function send(context: Context<ApiEnv>, {status, body}: Answer): Response {
  return context.body(body, status, {'content-type': 'application/json'});
}

function callOf(context: Context<ApiEnv>, store: Store): Call {
  const {keyKind, requestId, version} = context.var;
  return {
    store,
    id: context.req.param('id') ?? '',
    subId: context.req.param('subId') ?? '',
    origin: new URL(context.req.url).origin,
    clientIp: getConnInfo(context).remote.address ?? null,
    keyKind,
    version,
    request: {id: requestId, idempotency_key: context.req.header('idempotency-key') ?? null},
  };
}

function answer(context: Context<ApiEnv>, status: Answer['status'], body: object): Answer {
  return {status, body: JSON.stringify(body, null, 2), requestId: context.var.requestId};
}
