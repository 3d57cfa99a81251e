import {fileURLToPath} from 'node:url';
import express, {type ErrorRequestHandler, type Express} from 'express';
import {securityHeaders} from './headers.js';
import {orderRoutes} from './order-routes.js';
import type {ShopParts} from './parts.js';
import {badRequestPage, brokenPage, notFoundPage} from './pages/messages.js';
import {frontPage} from './pages/front.js';
import {requestLog} from './request-log.js';

const publicFolder = fileURLToPath(new URL('../public', import.meta.url));
const distFolder = fileURLToPath(new URL('../../dist', import.meta.url));

/** The shop as an Express app: its pages, and a merchant's server that charges for them. */
export function createShop(parts: ShopParts): Express {
  const shop = express();
  shop.disable('x-powered-by');
  shop.use(requestLog(parts.log), securityHeaders(parts.provider.stripeJs));
  shop.use(express.static(publicFolder));
  for (const file of ['pay-button.js', 'addresses.js']) {
    shop.get(`/${file}`, (_request, response) => {
      response.sendFile(file, {root: distFolder});
    });
  }
  shop.use('/locales', express.static(`${distFolder}/locales`));
  shop.get('/', (_request, response) => {
    response.send(frontPage());
  });
  shop.use('/orders', orderRoutes(parts));
  shop.use((_request, response) => {
    response.status(404).send(notFoundPage());
  });
  shop.use(errorPage(parts.log));
  return shop;
}

/** The last resort. Express knows an error handler by its four parameters. */
function errorPage(log: (line: string) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = clientErrorStatus(error);
    if (status !== undefined) {
      response.status(status).send(badRequestPage());
      return;
    }
    log(error instanceof Error ? String(error.stack) : String(error));
    response.status(500).send(brokenPage());
  };
}

/** The status of an error that the request itself caused, such as a body that is too large. */
function clientErrorStatus(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  const {status} = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
