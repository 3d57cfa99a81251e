import type Stripe from 'stripe';
import type {Scene} from '../api/endpoint.js';
import {invalidRequest} from '../api/errors.js';
import {onlyGiven} from '../api/params.js';
import {newId} from '../store/ids.js';
import {emit} from './events.js';

/** How much to take, and what to call it. */
export interface Capture {
  /** In the smallest currency unit; all of it unless given. */
  readonly amount?: number;
  readonly statement_descriptor?: string;
  readonly statement_descriptor_suffix?: string;
}

/**
 * Takes the money of a charge that was only authorized; what is not taken is released.
 * @param param what the amount is called, for the error
 * @throws ApiError 400 when it is captured or released already, or less was authorized
 */
export function captureCharge(
  made: Stripe.Charge,
  {amount: wanted, ...descriptors}: Capture,
  param: string,
  scene: Scene,
): void {
  if (made.captured) {
    throw invalidRequest(`Charge ${made.id} has already been captured.`, {
      code: 'charge_already_captured',
    });
  }
  if (made.refunded || made.status !== 'succeeded') {
    throw invalidRequest(`Charge ${made.id} was refunded or declined: it cannot be captured.`, {
      code: made.refunded ? 'charge_already_refunded' : 'charge_invalid_state',
    });
  }
  const amount = wanted ?? made.amount;
  if (amount > made.amount) {
    throw invalidRequest(
      'The amount to capture is greater than the amount that was authorized for this charge.',
      {code: 'amount_too_large', param},
    );
  }
  made.amount_captured = amount;
  made.amount_refunded = made.amount - amount;
  made.balance_transaction = newId('txn');
  made.captured = true;
  Object.assign(made, onlyGiven(descriptors));
  emit(scene, 'charge.captured', made);
}

/** Lets go of what a charge has authorized, for good. */
export function releaseCharge(made: Stripe.Charge, scene: Scene): void {
  made.amount_refunded = made.amount;
  made.refunded = true;
  emit(scene, 'charge.refunded', made);
}
