import type {RequestHandler} from 'express';
import {rateLimit} from 'express-rate-limit';
import {sendTooMany} from '../answers.js';
import {visitorOf, type Visitor} from '../visitor.js';

/** Milliseconds. */
const window = 10 * 60 * 1000;

/**
 * Lets through so many requests of one session, and of one address, within the window. Counted in
 * memory, so that a database that is locked or slow is not asked.
 * @param count at most; more than a customer needs, since many may share an address
 */
export function limited(count: number): RequestHandler[] {
  return [limitedBy('address', count), limitedBy('session', count)];
}

function limitedBy(name: keyof Visitor, limit: number): RequestHandler {
  return rateLimit({
    windowMs: window,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: request => visitorOf(request)[name],
    handler: (request, response) => {
      const {id} = request.params;
      sendTooMany(request, response, typeof id === 'string' ? {id} : undefined);
    },
    // visitor.ts reads the address, and knows of proxies.
    validate: {xForwardedForHeader: false},
  });
}
