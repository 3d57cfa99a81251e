// Runs the serverless recipe as a platform would: hands it a Request, sends its Response.
import {serve} from '@hono/node-server';
import recipe from '../../demo/docs/recipes/serverless.mjs';

serve({fetch: recipe.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1'}, () =>
  console.log('ready'),
);
