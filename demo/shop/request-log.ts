import type {RequestHandler} from 'express';

/** An order's id, whose digits may look like a card's number. */
const id = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/;

/** Stripe's ids, secrets and keys, and what may be a card's number. */
const secret = /\b(?:tok|pm|src|card|ctoken|pi|cus|sk|rk|pk|whsec|seti)_\w+|\d(?:[ -]?\d){12,18}/;

const idOrSecret = new RegExp(`(${id.source})|${secret.source}`, 'g');

/** One line for each answered request: never its body, its headers or its query. */
export function requestLog(log: (line: string) => void): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    // Anything may stand in an address that is not ours.
    const path = request.path.replace(idOrSecret, (_match, id?: string) => id ?? '[hidden]');
    response.once('finish', () => {
      const milliseconds = Math.round(performance.now() - start);
      log(`${request.method} ${path} ${response.statusCode} ${milliseconds} ms`);
    });
    next();
  };
}
