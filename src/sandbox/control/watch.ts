import type {HttpBindings} from '@hono/node-server';
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response';
import type {Context} from 'hono';
import {createMiddleware} from 'hono/factory';
import {docUrl} from '../../stripe-js/cards/card-error.js';
import type {WatchEnv} from '../api/env.js';
import {errorFor} from './fault-errors.js';
import type {Fault, Faults} from './faults.js';
import type {Journal} from './journal.js';
import {redactForm, redactPath, redactText} from './redact.js';

type Env = WatchEnv & {Bindings: HttpBindings};

/** What people look at and command is neither kept in the journal nor made to fail. */
const ownPaths = /^\/(?:$|_sandbox\/|live\/)/;

/** Kinds of fault that cut the connection. */
const cutting: readonly Fault['kind'][] = ['cut-before', 'cut-after', 'truncated', 'never'];

/** Keeps each request in the journal, and has it fail where a fault is waiting for it. */
export function watch(journal: Journal, faults: Faults) {
  return createMiddleware<Env>(async (context, next) => {
    const {method, path} = context.req;
    if (ownPaths.test(path)) return next();
    const time = Date.now();
    const {epoch} = journal;
    const fault = faults.take(method, path);
    if (fault) await befall(context, next, fault, faults);
    else await next();
    // What began before a reset is no part of what comes after it.
    if (epoch === journal.epoch) record(context, journal, time, fault);
  });
}

async function befall(
  context: Context<Env>,
  next: () => Promise<void>,
  fault: Fault,
  faults: Faults,
): Promise<void> {
  switch (fault.kind) {
    case 'latency':
      // The API waits later, when the idempotency key is taken.
      if (isApi(context)) context.set('hold', () => faults.hold(fault.ms));
      else if (!(await faults.hold(fault.ms))) return cut(context);
      return next();
    case 'status':
      await readOnly(context, next);
      return answer(context, fault.status, fault.body);
    case 'never':
      await readOnly(context, next);
      await faults.leaveUnanswered(closed(context));
      return cut(context);
    case 'cut-before':
      await readOnly(context, next);
      return cut(context);
    case 'cut-after':
      await next();
      return cut(context);
    case 'truncated':
      await next();
      return truncate(context);
    case 'not-json':
      await next();
      context.res = new Response('<!doctype html><title>Bad gateway</title>', {
        status: context.res.status,
        headers: {'content-type': 'text/html; charset=utf-8'},
      });
      return;
  }
}

function isApi(context: Context<Env>): boolean {
  return context.req.path.startsWith('/v1/');
}

/** Has the API read who asks for what, and do nothing about it. */
async function readOnly(context: Context<Env>, next: () => Promise<void>): Promise<void> {
  if (!isApi(context)) return;
  context.set('isStopped', true);
  await next();
  context.set('outcome', {});
}

function answer(context: Context<Env>, status: number, body?: object): void {
  const error = errorFor(status);
  if (!body) context.set('outcome', {error});
  const full = {error: {...error, ...(error.code && {doc_url: docUrl(error.code)})}};
  const headers = {
    'content-type': 'application/json',
    ...(status === 429 && {'stripe-rate-limited-reason': 'global-rate'}),
  };
  // Hono adds what headers the API has set already, such as the request's id.
  context.res = new Response(JSON.stringify(body ?? full, null, 2), {status, headers});
}

/** Ends when the connection does. */
function closed({env: {outgoing}}: Context<Env>): Promise<void> {
  return new Promise(resolve => outgoing.once('close', () => resolve()));
}

function cut(context: Context<Env>): void {
  context.env.outgoing.destroy();
  // In the place of an earlier response Hono puts a copy, which is then sent as any other.
  context.res = undefined;
  context.res = RESPONSE_ALREADY_SENT;
}

/** Promises the whole answer, and breaks off after half of it. */
async function truncate(context: Context<Env>): Promise<void> {
  const {outgoing} = context.env;
  const {headers, status} = context.res;
  const body = Buffer.from(await context.res.arrayBuffer());
  outgoing.writeHead(status, {...Object.fromEntries(headers), 'content-length': body.length});
  await new Promise<void>(resolve => {
    outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => resolve());
  });
  cut(context);
}

/** The status that was sent; null where the connection was cut before. */
function statusOf({env, res}: Context<Env>, fault: Fault | undefined): number | null {
  if (!fault || !cutting.includes(fault.kind)) return res.status;
  return env.outgoing.headersSent ? env.outgoing.statusCode : null;
}

function record(
  context: Context<Env>,
  journal: Journal,
  time: number,
  fault: Fault | undefined,
): void {
  const {form, key, outcome, requestId} = context.var;
  const error = outcome?.error;
  journal.add({
    type: 'request',
    id: requestId ?? null,
    time,
    method: context.req.method,
    path: redactPath(context.req.path),
    status: statusOf(context, fault),
    milliseconds: Date.now() - time,
    key: key ?? null,
    params: form ? redactForm(form) : {},
    object: outcome?.object?.id ?? null,
    error: error
      ? {
          type: error.type,
          ...(error.code && {code: error.code}),
          message: redactText(error.message),
        }
      : null,
    fault: fault?.kind ?? null,
    isReplay: outcome?.isReplay === true,
  });
}
