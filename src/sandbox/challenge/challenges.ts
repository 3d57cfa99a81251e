import {Hono, type Context} from 'hono';
import type Stripe from 'stripe';
import {findAuthentication, outcomes, settleAuthentication} from '../resources/authentication.js';
import type {Store} from '../store/store.js';
import {challengePage, challengeStyles, noChallengePage} from './page.js';

const neverStored = {'cache-control': 'no-store'};

/** The policy for forms names no origin: it would also stop the way back to the shop. */
const headers = {
  ...neverStored,
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
};

/** Statuses of an intent whose payment did not end with its authentication. */
const lost: readonly Stripe.PaymentIntent.Status[] = ['requires_payment_method', 'canceled'];

/** Where customers authenticate: in a frame over the shop's page, or on the way back to it. */
export function challenges(store: Store): Hono {
  const app = new Hono();
  app.get('/frames/challenge.css', context =>
    context.body(challengeStyles, 200, {...neverStored, 'content-type': 'text/css; charset=utf-8'}),
  );
  app.get('/3ds/:attempt', context => {
    const found = findAuthentication(store, context.req.param('attempt'));
    if (!found) return notFound(context);
    const isFrame = found.returnUrl === undefined;
    return context.html(challengePage(found.paymentIntent, isFrame), 200, headers);
  });
  app.post('/3ds/:attempt', async context => {
    const attempt = context.req.param('attempt');
    const found = findAuthentication(store, attempt);
    if (!found) return notFound(context);
    const body = await context.req.parseBody();
    const outcome = outcomes.find(each => each === body['outcome']);
    if (!outcome) {
      return context.text(`The outcome is one of: ${outcomes.join(', ')}.`, 400, neverStored);
    }
    const intent = settleAuthentication(store, attempt, outcome) ?? found.paymentIntent;
    if (found.returnUrl === undefined) return context.html(noChallengePage(), 200, headers);
    return context.redirect(withOutcome(found.returnUrl, intent), 303);
  });
  return app;
}

function notFound(context: Context): Response | Promise<Response> {
  return context.html(noChallengePage(), 404, headers);
}

/** Where the intent says, with what Stripe adds to it. */
function withOutcome(returnUrl: string, {id, client_secret, status}: Stripe.PaymentIntent): string {
  const address = new URL(returnUrl);
  address.searchParams.set('payment_intent', id);
  address.searchParams.set('payment_intent_client_secret', client_secret ?? '');
  address.searchParams.set('redirect_status', lost.includes(status) ? 'failed' : 'succeeded');
  return address.href;
}
