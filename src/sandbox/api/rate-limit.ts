import {createMiddleware} from 'hono/factory';
import {rateLimited} from './errors.js';

/**
 * Refuses what goes over a number of requests in one second, before anything else looks at it.
 * @param perSecond no limit unless given
 */
export function rateLimit(perSecond = Infinity) {
  let second = 0;
  let count = 0;
  return createMiddleware(async (context, next) => {
    const now = Math.floor(Date.now() / 1000);
    if (now !== second) count = 0;
    second = now;
    count += 1;
    if (count > perSecond) {
      context.header('stripe-rate-limited-reason', 'global-rate');
      throw rateLimited();
    }
    await next();
  });
}
