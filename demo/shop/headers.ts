import type {RequestHandler} from 'express';
import type {Provider} from './provider.js';

/**
 * Headers for each answer: what the page may load, and who may show it.
 * @param origin where customers reach the shop, where that is known
 */
export function securityHeaders(
  {stripeJs, banks}: Provider,
  origin: string | undefined,
): RequestHandler {
  const policy = Object.entries({
    'default-src': ["'self'"],
    'script-src': ["'self'", ...stripeJs.scripts],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'https:', 'data:'],
    'connect-src': ["'self'", ...stripeJs.calls],
    'frame-src': stripeJs.frames,
    // Chromium asks here for the addresses that a form is sent on to as well.
    'form-action': ["'self'", ...banks],
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
      ...(origin?.startsWith('https:') && {
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
      }),
    });
    next();
  };
}

/** For what is one visitor's alone. */
export const noStore: RequestHandler = (_request, response, next) => {
  response.set('cache-control', 'no-store');
  next();
};
