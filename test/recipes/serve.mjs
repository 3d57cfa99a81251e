// Runs the serverless recipe as a platform would: serves the static site, hands the function a Request, and sends
// the function's Response.
import {readFile} from 'node:fs/promises';
import {extname, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {serve} from '@hono/node-server';

const types = {'.html': 'text/html', '.js': 'text/javascript'};
const {default: recipe} = await import(pathToFileURL(resolve(process.argv[2])).href);

async function fetch(request) {
  const {pathname} = new URL(request.url);
  const file = pathname === '/' ? '/index.html' : pathname;
  const type = types[extname(file)];
  if (!type) return recipe.fetch(request);
  return new Response(await readFile(`public${file}`), {headers: {'content-type': type}});
}

serve({fetch, port: Number(process.env.PORT), hostname: '127.0.0.1'}, () => console.log('ready'));
