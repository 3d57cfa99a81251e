import express, {Router} from 'express';
import Stripe from 'stripe';
import {hearOf} from '../charging/events.js';
import type {ShopParts} from '../parts.js';

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
      let event: Stripe.Event;
      try {
        const body = Buffer.isBuffer(request.body) ? request.body : '';
        const signature = request.get('stripe-signature') ?? '';
        event = provider.stripe.webhooks.constructEvent(body, signature, secret);
      } catch (error) {
        if (!isForged(error)) throw error;
        log('webhook refused: not signed by Stripe');
        response.sendStatus(400);
        return;
      }
      // Stripe tells again, later, what was not heard.
      response.sendStatus((await hearOf(parts, event)) ? 200 : 503);
    },
  );

  return routes;
}

/** A wrong signature, or a body that is no event. */
function isForged(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeSignatureVerificationError || error instanceof SyntaxError
  );
}
