import type {RequestHandler} from 'express';
import type {StripeJs} from './provider.js';

/** Headers for each answer: what the page may load, and who may show it. */
export function securityHeaders(stripeJs: StripeJs): RequestHandler {
  const policy = Object.entries({
    'default-src': ["'self'"],
    'script-src': ["'self'", ...stripeJs.scripts],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'https:', 'data:'],
    'connect-src': ["'self'", ...stripeJs.calls],
    'frame-src': stripeJs.frames,
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': ["'none'"],
  })
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');

  return (_request, response, next) => {
    response.set({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      // Who knows an order's address may see it: it stays in the shop.
      'referrer-policy': 'same-origin',
    });
    next();
  };
}
