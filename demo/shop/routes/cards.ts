import {Router} from 'express';
import Stripe from 'stripe';
import {sendRefusal} from '../answers.js';
import {readField} from '../forms.js';
import {cardsPage} from '../pages/cards.js';
import type {ShopParts} from '../parts.js';
import {visitorOf} from '../visitor.js';

/** The cards that a customer let the shop keep. */
export function cardRoutes({orders: {customers}, provider: {stripe}}: ShopParts): Router {
  const routes = Router();

  routes.get('/', async (request, response) => {
    const {session, csrf} = visitorOf(request);
    response.send(cardsPage(await customers.savedCards(session), csrf));
  });

  routes.post('/remove', async (request, response) => {
    const {session} = visitorOf(request);
    const card = await customers.savedCard(session, readField(request.body, 'saved_card') ?? '');
    if (!card) {
      sendRefusal(request, response, 404);
      return;
    }
    try {
      await stripe.paymentMethods.detach(card.id);
    } catch (error) {
      // Stripe has it no more.
      if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    }
    await customers.forgetCard(session, card.id);
    response.redirect(303, '/cards');
  });

  return routes;
}
