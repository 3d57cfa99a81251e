import {readFile} from 'node:fs/promises';
import {Hono, type Context} from 'hono';
import {isElementType} from '../stripe-js/fields/inputs.js';
import {isRelease} from '../stripe-js/releases.js';
import {controllerPage, fieldPage, fieldStyles} from './frames/page.js';
import {languageOf} from './frames/words.js';

const neverStored = {'cache-control': 'no-store'};

/** Any page may load the script, also one that asks for CORS or isolates itself. */
const scriptHeaders = {
  ...neverStored,
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};

const frameHeaders = {
  ...neverStored,
  'content-security-policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'",
  'referrer-policy': 'no-referrer',
};

/**
 * What a browser loads from the sandbox: the stand-in for Stripe.js, at Stripe's own paths, and
 * the frames of its fields. Needs the built bundles; without them the scripts answer 500.
 */
export function scripts(): Hono {
  const app = new Hono();
  app.get('/v3/', context => stripeJs(context, 'v3'));
  app.get('/v3', context => stripeJs(context, 'v3'));
  app.get('/:release/stripe.js', (context, next) => {
    const release = context.req.param('release');
    return isRelease(release) ? stripeJs(context, release) : next();
  });
  app.get('/frames/field.html', fieldDocument);
  app.get('/frames/controller.html', context => context.html(controllerPage(), 200, frameHeaders));
  app.get('/frames/field.css', context => text(context, 'text/css', fieldStyles, neverStored));
  app.get('/frames/field.js', context => frameScript(context, 'field.js'));
  app.get('/frames/controller.js', context => frameScript(context, 'controller.js'));
  app.get('/frames/challenge.js', context => frameScript(context, 'challenge.js'));
  return app;
}

/**
 * The origin goes into the text, so that the script finds the sandbox wherever it is run from: a
 * test may answer for Stripe's own address with it.
 */
async function stripeJs(context: Context, release: string): Promise<Response> {
  const script = await bundle('stripe.js');
  if (!script) return notBuilt(context);
  const served = JSON.stringify({origin: new URL(context.req.url).origin, release});
  const body = `/* Test sandbox, not Stripe. */\n(served => {\n${script}\n})(${served});\n`;
  return javascript(context, body, scriptHeaders);
}

function fieldDocument(context: Context): Response {
  const type = context.req.query('type');
  if (!isElementType(type)) return context.text('No such field.', 404, neverStored);
  const direction = context.req.query('dir') === 'rtl' ? 'rtl' : 'ltr';
  const language = languageOf((context.req.query('lang') ?? '').split(','));
  return context.html(fieldPage(type, direction, language), 200, frameHeaders);
}

async function frameScript(context: Context, name: string): Promise<Response> {
  const script = await bundle(name);
  return script ? javascript(context, script, neverStored) : notBuilt(context);
}

async function bundle(name: string): Promise<string | undefined> {
  try {
    return await readFile(new URL(`./public/${name}`, import.meta.url), 'utf8');
  } catch {
    return undefined;
  }
}

function notBuilt(context: Context): Response {
  return context.text("The sandbox's browser scripts are not built: npm run build", 500);
}

function javascript(context: Context, body: string, headers: Record<string, string>): Response {
  return text(context, 'text/javascript', body, headers);
}

function text(
  context: Context,
  type: string,
  body: string,
  headers: Record<string, string>,
): Response {
  return context.body(body, 200, {...headers, 'content-type': `${type}; charset=utf-8`});
}
