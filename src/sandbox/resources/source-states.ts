import type Stripe from 'stripe';
import type {Scene} from '../api/endpoint.js';
import {type ApiError, invalidRequest} from '../api/errors.js';
import {timestamp} from '../store/ids.js';
import {emit} from './events.js';

/** https://docs.stripe.com/sources: what a Source can be. */
type SourceStatus = 'canceled' | 'chargeable' | 'consumed' | 'failed' | 'pending';

/** Seconds after which a source that still waits for its customer is canceled. */
const sourceLifetime = 6 * 60 * 60;

const consumedReusable =
  'The reusable source you provided is consumed because it was previously charged without being ' +
  'attached to a customer or was detached from a customer. To charge a reusable source multiple ' +
  'time you must attach it to a customer first.';

const consumedOnIntent =
  'The provided source has already been used to make another payment. You cannot reuse sources ' +
  'without attaching them to a Customer object first.';

export function isSource(object: {object: string} | undefined): object is Stripe.Source {
  return object?.object === 'source';
}

/**
 * Only a chargeable source can be charged or attached.
 * What is said of a consumed reusable one is Stripe's; the other texts are not verified.
 * @param use what it is wanted for; PaymentIntents have words of their own
 * @throws ApiError 400 when it is not
 */
export function checkChargeable(source: Stripe.Source, use: 'charge' | 'intent' = 'charge'): void {
  if (source.status === 'chargeable') return;
  if (source.status !== 'consumed') {
    throw wrongState(
      `The source you provided is not in a chargeable state: its status is ${source.status}.`,
    );
  }
  if (use === 'intent') throw wrongState(consumedOnIntent);
  throw wrongState(
    source.usage === 'reusable'
      ? consumedReusable
      : 'The single-use source you provided has already been charged and is consumed.',
  );
}

/** A source that no customer keeps is used up by its first charge. */
export function markCharged(source: Stripe.Source, {store}: Scene): void {
  if (source.customer !== undefined) return;
  source.status = 'consumed';
  store.changed(source);
}

/** Ends the waiting of a pending source, as its customer chose in the page it was sent to. */
export function settleSource(
  source: Stripe.Source,
  outcome: 'complete' | 'fail',
  scene: Scene,
): void {
  if (source.status !== 'pending' || !source.redirect) return;
  const isComplete = outcome === 'complete';
  source.redirect.status = isComplete ? 'succeeded' : 'failed';
  if (source.three_d_secure) source.three_d_secure.authenticated = isComplete;
  move(source, isComplete ? 'chargeable' : 'failed', scene);
}

/** Cancels a source that still waits. */
export function expireSource(source: Stripe.Source, scene: Scene): void {
  if (source.status !== 'pending') return;
  if (source.redirect) source.redirect.status = 'failed';
  move(source, 'canceled', scene);
}

/** The source with this id, canceled first if it has waited too long. */
export function currentSource(id: string, scene: Scene): Stripe.Source | undefined {
  const source = scene.store.sources.get(id);
  if (source && timestamp() - source.created >= sourceLifetime) expireSource(source, scene);
  return source;
}

function move(
  source: Stripe.Source,
  status: 'canceled' | 'chargeable' | 'failed',
  scene: Scene,
): void {
  source.status = status satisfies SourceStatus;
  emit(scene, `source.${status}`, source);
}

function wrongState(message: string): ApiError {
  return invalidRequest(message, {code: 'invalid_source_usage', param: 'source'});
}
