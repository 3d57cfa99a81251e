import type {RequestHandler} from 'express';

/** Stripe's ids, secrets and keys, and what may be a card's number. */
const hidden = /\b(?:tok|pm|src|card|ctoken|pi|cus|sk|rk|pk|whsec|seti)_\w+|\d(?:[ -]?\d){12,18}/g;

/** One line for each answered request: never its body, its headers or its query. */
export function requestLog(log: (line: string) => void): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    const {method, path} = request;
    response.once('finish', () => {
      const milliseconds = Math.round(performance.now() - start);
      // Anything may stand in an address that is not ours.
      log(
        `${method} ${path.replace(hidden, '[hidden]')} ${response.statusCode} ${milliseconds} ms`,
      );
    });
    next();
  };
}
