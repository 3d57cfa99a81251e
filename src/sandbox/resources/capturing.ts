import type Stripe from 'stripe';
import type {Scene} from '../api/endpoint.js';
import {invalidRequest} from '../api/errors.js';
import {onlyGiven} from '../api/params.js';
import {newId} from '../store/ids.js';
import {emit} from './events.js';

/** How much to take, and what to call it. */
interface Capture {
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
  charge: Stripe.Charge,
  {amount: wanted, ...descriptors}: Capture,
  param: string,
  scene: Scene,
): void {
  if (charge.captured) {
    throw invalidRequest(`Charge ${charge.id} has already been captured.`, {
      code: 'charge_already_captured',
    });
  }
  if (charge.refunded || charge.status !== 'succeeded') {
    throw invalidRequest(`Charge ${charge.id} was refunded or declined: it cannot be captured.`, {
      code: charge.refunded ? 'charge_already_refunded' : 'charge_invalid_state',
    });
  }
  const amount = wanted ?? charge.amount;
  if (amount > charge.amount) {
    throw invalidRequest(
      'The amount to capture is greater than the amount that was authorized for this charge.',
      {code: 'amount_too_large', param},
    );
  }
  charge.amount_captured = amount;
  charge.amount_refunded = charge.amount - amount;
  charge.balance_transaction = newId('txn');
  charge.captured = true;
  Object.assign(charge, onlyGiven(descriptors));
  emit(scene, 'charge.captured', charge);
}

/** Lets go of what a charge has authorized, for good. */
export function releaseCharge(charge: Stripe.Charge, scene: Scene): void {
  charge.amount_refunded = charge.amount;
  charge.refunded = true;
  emit(scene, 'charge.refunded', charge);
}
