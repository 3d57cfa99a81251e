import {Hono} from 'hono';
import {stripeApi} from './api/api.js';
import {IdempotencyKeys} from './api/idempotency.js';
import {challenges} from './challenge/challenges.js';
import {Control} from './control/control.js';
import {controlRoutes} from './control/routes.js';
import {onlyLoopback} from './control/only-loopback.js';
import {watch} from './control/watch.js';
import {endpoints} from './endpoints.js';
import {liveRoutes} from './live/routes.js';
import {pages} from './pages.js';
import {scripts} from './scripts.js';
import {Store} from './store/store.js';
import {Deliveries, type DeliveryOptions} from './webhooks/deliveries.js';

export interface AppOptions {
  /** More API requests than this in one second get status 429; no limit unless given. */
  readonly requestsPerSecond?: number;
  /** How webhooks are delivered. */
  readonly webhooks?: DeliveryOptions;
}

export interface SandboxApp {
  readonly app: Hono;
  readonly control: Control;
  /** Ends what would go on without it: deliveries and held requests. */
  readonly close: () => void;
}

/**
 * Everything one sandbox serves: the API, what browsers load, and pages for people.
 * @param origin the sandbox's own, once it listens
 */
export function sandboxApp(
  origin: () => string,
  {requestsPerSecond, webhooks}: AppOptions = {},
): SandboxApp {
  const store = new Store();
  const idempotencyKeys = new IdempotencyKeys();
  const deliveries = new Deliveries(store, webhooks);
  store.listen(deliveries);
  const control = new Control({store, idempotencyKeys, deliveries, origin});
  const app = new Hono();
  app.use(watch(control.journal, control.faults));
  app.route('/v1', stripeApi(endpoints, store, {requestsPerSecond, idempotencyKeys}));
  app.route('/', scripts());
  app.route('/', challenges(store));
  app.route('/', pages(store));
  app.use('/_sandbox/*', onlyLoopback);
  app.route('/_sandbox', controlRoutes(control));
  app.route('/', liveRoutes(control.journal));
  app.notFound(context => context.text('Nothing is here. This is a sandbox, not Stripe.', 404));
  return {
    app,
    control,
    close: () => {
      deliveries.close();
      control.clear();
    },
  };
}
