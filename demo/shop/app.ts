import {randomBytes} from 'node:crypto';
import {fileURLToPath} from 'node:url';
import express, {type ErrorRequestHandler, type Express} from 'express';
import {sendBroken, sendRefusal} from './answers.js';
import {onlyByName, onlyFromHere, onlyOwnForms} from './guards.js';
import {noStore, securityHeaders} from './headers.js';
import {frontPage} from './pages/front.js';
import {DatabaseLockedError} from './orders/database.js';
import type {ShopParts} from './parts.js';
import {playgroundRoutes} from './playground.js';
import {requestLog} from './request-log.js';
import {cardRoutes} from './routes/cards.js';
import {orderRoutes} from './routes/orders.js';
import {paymentRoutes} from './routes/payments.js';
import {reuseRoutes} from './routes/reuse.js';
import {webhookPath, webhookRoutes} from './routes/webhooks.js';
import {troubleOf} from './trouble.js';
import {visitorOf, visits} from './visitor.js';

const publicFolder = fileURLToPath(new URL('../public', import.meta.url));
const distFolder = fileURLToPath(new URL('../../dist', import.meta.url));

/** Addresses that take a posted form and nothing else. */
const formOnly = [
  '/orders',
  '/orders/:id/charge',
  '/orders/:id/check',
  '/orders/:id/leave',
  '/cards/remove',
];

/** Addresses of requests that may have charged an order, or ask about it. */
const paymentPath = /^\/orders\/([\w-]+)\/(?:charge|check|leave|return)$/;

/** The shop as an Express app: its pages, and a merchant's server that charges for them. */
export function createShop(parts: ShopParts): Express {
  const {origin, secret = randomBytes(32).toString('base64url')} = parts;
  const shop = express();
  shop.disable('x-powered-by');
  // Behind a proxy of this computer, the customer's address is the one that it says.
  if (origin !== undefined) shop.set('trust proxy', 'loopback');
  shop.use(requestLog(parts.log), securityHeaders(parts.provider, origin));
  shop.use(express.static(publicFolder));
  for (const file of [
    'pay-button.js',
    'addresses.js',
    'checkoutjs.js',
    'confirm.js',
    'products.js',
    'parts.js',
  ]) {
    shop.get(`/${file}`, (_request, response) => {
      response.sendFile(file, {root: distFolder});
    });
  }
  shop.use('/locales', express.static(`${distFolder}/locales`));
  // Stripe is no browser, so it comes before what is asked of browsers.
  shop.use(webhookPath, webhookRoutes(parts));
  // Shows what is posted to it, and charges nothing: its forms need no proof that they are the shop's.
  if (!parts.provider.livemode) shop.use('/playground', playgroundRoutes(parts.provider));

  shop.use(onlyByName(origin), visits(secret, origin?.startsWith('https:') ?? false));
  // One customer's pages are nobody else's, and a form with a token in it must not come back from a
  // cache.
  shop.use(noStore);
  shop.use(onlyFromHere(origin), express.urlencoded({extended: false, limit: '10kb'}));
  shop.use(onlyOwnForms);
  shop.get('/', (request, response) => {
    response.send(frontPage(visitorOf(request).csrf, !parts.provider.livemode));
  });
  shop.use('/orders', orderRoutes(parts), paymentRoutes(parts));
  shop.use('/cards', cardRoutes(parts));
  shop.use('/reuse', reuseRoutes(parts));
  shop.all(formOnly, (request, response) => {
    response.set('allow', 'POST');
    sendRefusal(request, response, 405);
  });
  shop.use((request, response) => {
    sendRefusal(request, response, 404);
  });
  shop.use(errorPage(parts.log));
  return shop;
}

/** The last resort. Express knows an error handler by its four parameters. */
function errorPage(log: (line: string) => void): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = clientErrorStatus(error);
    if (status !== undefined) {
      sendRefusal(request, response, status);
      return;
    }
    log(troubleOf(error));
    if (error instanceof DatabaseLockedError) response.status(503).set('retry-after', '10');
    else response.status(500);
    const id = paymentPath.exec(request.path)?.[1];
    sendBroken(request, response, id === undefined ? undefined : {id});
  };
}

/** The status of an error that the request itself caused, such as a body that is too large. */
function clientErrorStatus(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  const {status} = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
