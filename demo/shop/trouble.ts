import Stripe from 'stripe';
import type {Order} from './orders/order.js';

/**
 * Describes an error for the log. Messages are left out, since those of Stripe's errors name tokens:
 * an error of Stripe's is its type, code and request, another one its name and where it was thrown.
 */
export function troubleOf(error: unknown): string {
  if (error instanceof Stripe.errors.StripeError) {
    const {type, code, requestId} = error;
    return [type, code, requestId].filter(Boolean).join(' ');
  }
  if (!(error instanceof Error)) return 'something was thrown that is no error';
  const [, ...frames] = (error.stack ?? '').split('\n    at ');
  return [error.name, ...frames].join('\n    at ');
}

/** The same, with the order that it happened to. */
export function troubleLine({id}: Pick<Order, 'id'>, error: unknown): string {
  return `order ${id}: ${troubleOf(error)}`;
}
