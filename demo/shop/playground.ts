import express, {Router} from 'express';
import {playgroundPage, postedPage} from './playground-pages.js';
import type {Provider} from './provider.js';

/** Not parsed to an object, which would lose order, names that come twice, and `__proto__`. */
const formAsText = express.text({type: 'application/x-www-form-urlencoded', limit: '10kb'});

/** A page to try the button's attributes on. It charges nothing: what is posted is only shown. */
export function playgroundRoutes(provider: Provider): Router {
  const routes = Router();
  // A form with a token in it must not come back from a cache.
  routes.use((_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  routes.get('/', (_request, response) => {
    response.send(playgroundPage(provider));
  });
  routes.post('/', formAsText, (request, response) => {
    if (request.accepts(['html', 'json']) === 'json') {
      response.json({status: 'done'});
      return;
    }
    const {search} = new URL(request.originalUrl, 'http://localhost');
    const body: unknown = request.body;
    const fields = new URLSearchParams(typeof body === 'string' ? body : '');
    response.send(postedPage([...fields], `/playground${search}`));
  });
  return routes;
}
