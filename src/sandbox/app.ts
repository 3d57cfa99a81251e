import {Hono} from 'hono';
import {stripeApi} from './api/api.js';
import {IdempotencyKeys} from './api/idempotency.js';
import {challenges} from './challenge/challenges.js';
import type {Control} from './control/commands.js';
import {SandboxControl} from './control/control.js';
import {controlRoutes} from './control/routes.js';
import {watch} from './control/watch.js';
import {endpoints} from './endpoints.js';
import {liveRoutes} from './live/routes.js';
import {onlyLoopback} from './only-loopback.js';
import type {SandboxOptions} from './options.js';
import {pages} from './pages.js';
import {scripts} from './scripts.js';
import {Store} from './store/store.js';
import {Deliveries} from './webhooks/deliveries.js';

interface SandboxApp {
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
  {requestsPerSecond, webhooks}: SandboxOptions = {},
): SandboxApp {
  const store = new Store();
  const idempotencyKeys = new IdempotencyKeys();
  const deliveries = new Deliveries(store, webhooks);
  store.listen(deliveries);
  const control = new SandboxControl({store, idempotencyKeys, deliveries, origin});
  const app = new Hono();
  app.use(onlyLoopback, watch(control.journal, control.faults));
  app.route('/v1', stripeApi(endpoints, store, {requestsPerSecond, idempotencyKeys}));
  app.route('/', scripts());
  app.route('/', challenges(store));
  app.route('/', pages(store));
  app.route('/_sandbox', controlRoutes(control));
  app.route('/', liveRoutes(control.journal));
  app.notFound(context => context.text('Nothing is here. This is a sandbox, not Stripe.', 404));
  return {
    app,
    control,
    close: () => {
      deliveries.close();
      control.faults.end();
    },
  };
}
