import {Router} from 'express';
import {sendRefusal} from '../answers.js';
import {Bench, experiments} from '../experiments.js';
import {readField} from '../forms.js';
import {reusePage} from '../pages/reuse.js';
import type {ShopParts} from '../parts.js';
import {visitorOf} from '../visitor.js';
import {limited} from './limited.js';

/** Experiments in the window of `limited()`: each takes several requests to the sandbox. */
const experimentLimit = 30;

/** Once or again: lets a visitor use tokens and sources twice. With real keys there is nothing to try. */
export function reuseRoutes({provider}: ShopParts): Router {
  const routes = Router();

  routes.get('/', (request, response) => {
    response.send(reusePage({csrf: visitorOf(request).csrf, isSandbox: provider.isSandbox}));
  });

  routes.post('/', limited(experimentLimit));
  routes.post('/', async (request, response) => {
    const wanted = readField(request.body, 'experiment');
    const experiment = experiments.find(({id}) => id === wanted);
    if (!experiment || !provider.isSandbox) {
      sendRefusal(request, response, 400);
      return;
    }
    const bench = new Bench(provider.stripe);
    await experiment.run(bench);
    response.send(
      reusePage({
        csrf: visitorOf(request).csrf,
        isSandbox: true,
        done: {experiment, steps: bench.steps},
      }),
    );
  });

  return routes;
}
