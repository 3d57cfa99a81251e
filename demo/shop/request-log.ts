import type {RequestHandler} from 'express';

/** One line for each answered request: never its body, its headers or its query. */
export function requestLog(log: (line: string) => void): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    const {method, path} = request;
    response.once('finish', () => {
      const milliseconds = Math.round(performance.now() - start);
      log(`${method} ${path} ${response.statusCode} ${milliseconds} ms`);
    });
    next();
  };
}
