import {Hono} from 'hono';
import {stripeApi} from './api/api.js';
import {endpoints} from './endpoints.js';
import {pages} from './pages.js';
import {scripts} from './scripts.js';
import {Store} from './store/store.js';

/** Everything one sandbox serves: the API, what browsers load, and pages for people. */
export function sandboxApp(): Hono {
  const store = new Store();
  const app = new Hono();
  app.route('/v1', stripeApi(endpoints, store));
  app.route('/', scripts());
  app.route('/', pages(store));
  app.notFound(context => context.text('Nothing is here. This is a sandbox, not Stripe.', 404));
  return app;
}
