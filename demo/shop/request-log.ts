import type {RequestHandler} from 'express';

/** An order's id, whose digits may look like a card's number. */
const id = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/;

/** Stripe's ids, secrets and keys, and what may be a card's number. */
const secret = /\b(?:tok|pm|src|card|ctoken|pi|cus|sk|rk|pk|whsec|seti)_\w+|\d(?:[ -]?\d){12,18}/;

const idOrSecret = new RegExp(`(${id.source})|${secret.source}`, 'g');

/** One line for each request, once it is answered or its browser has gone: never its body, its headers or its query. */
export function requestLog(log: (line: string) => void): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    // Anything may stand in an address that is not ours.
    const path = request.path.replace(idOrSecret, (_match, id?: string) => id ?? '[hidden]');
    const line = (ended: string) => {
      log(`${request.method} ${path} ${ended} ${Math.round(performance.now() - start)} ms`);
    };
    response.once('finish', () => line(String(response.statusCode)));
    response.once('close', () => {
      if (!response.writableFinished) line('no answer: the browser has gone after');
    });
    next();
  };
}
