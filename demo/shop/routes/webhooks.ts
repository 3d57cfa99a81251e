import express, {Router} from 'express';
import type Stripe from 'stripe';
import {hearOf, isEvent} from '../charging/events.js';
import type {ShopParts} from '../parts.js';
import {troubleOf} from '../trouble.js';

export const webhookPath = '/webhooks/stripe';

/**
 * What Stripe tells of, whatever has become of the customer's browser. Only what Stripe has signed
 * counts, over the very bytes that came; without a secret to check it by, there is no such address.
 */
export function webhookRoutes(parts: ShopParts): Router {
  const {provider, webhookSecret, log} = parts;
  const routes = Router();

  routes.post(
    '/',
    express.raw({type: () => true, limit: '1mb'}),
    async (request, response, next) => {
      const secret = webhookSecret?.();
      if (!secret) {
        next();
        return;
      }
      let event: unknown;
      try {
        const body = Buffer.isBuffer(request.body) ? request.body : '';
        const signature = request.get('stripe-signature') ?? '';
        event = provider.stripe.webhooks.constructEvent(body, signature, secret);
      } catch (error) {
        log(`webhook refused, not signed or not readable: ${nameOf(error)}`);
        response.sendStatus(400);
        return;
      }
      if (!isEvent(event)) {
        log('webhook refused: signed, but no event of version 1');
        response.sendStatus(400);
        return;
      }
      // Stripe sends again, later, what was not taken in.
      response.sendStatus((await isHandled(parts, event)) ? 200 : 503);
    },
  );

  return routes;
}

async function isHandled(parts: ShopParts, event: Stripe.Event): Promise<boolean> {
  try {
    return await hearOf(parts, event);
  } catch (error) {
    parts.log(`webhook not taken in: ${troubleOf(error)}`);
    return false;
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'no error';
}
