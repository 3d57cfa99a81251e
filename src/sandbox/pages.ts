import {Hono} from 'hono';
import {html} from 'hono/html';
import {secureHeaders} from 'hono/secure-headers';
import type Stripe from 'stripe';
import {currentSource, settleSource} from './resources/source-states.js';
import type {Store} from './store/store.js';

const policy = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** Pages for people; each says that this is not Stripe. */
export function pages(store: Store): Hono {
  const app = new Hono();
  const safe = secureHeaders({contentSecurityPolicy: {...policy, formAction: ["'none'"]}});
  // The policy for forms names no origin: it would also stop the way back to the shop.
  const safeForm = secureHeaders({contentSecurityPolicy: policy});
  app.get('/receipts/:id', safe, context => {
    const charge = store.charges.get(context.req.param('id'));
    if (!charge?.receipt_url) return context.notFound();
    const {amount, currency, id} = charge;
    return context.html(
      page(
        `Receipt for ${id}`,
        html`<p>
          ${amount} in the smallest unit of ${currency.toUpperCase()}, paid with a test card. No
          money moved.
        </p>`,
      ),
    );
  });
  app.on(['GET', 'POST'], '/redirect/authenticate/:id', safeForm, async context => {
    const {origin} = new URL(context.req.url);
    const scene = {store, origin, request: null};
    const source = currentSource(context.req.param('id'), scene);
    const isTheirs = source?.client_secret === context.req.query('client_secret');
    if (!source?.redirect || !isTheirs) return context.notFound();
    if (context.req.method === 'GET') return context.html(askingPage(source), 200, neverStored);
    const {outcome} = await context.req.parseBody();
    if (outcome !== 'complete' && outcome !== 'fail') {
      return context.text('The outcome is either complete or fail.', 400, neverStored);
    }
    settleSource(source, outcome, scene);
    return context.redirect(wayBack(source, source.redirect), 303);
  });
  return app;
}

const neverStored = {'cache-control': 'no-store'};

/** Where a source's customer agrees to a payment, or does not. */
function askingPage({amount, currency, status, type}: Stripe.Source) {
  if (status !== 'pending') {
    return page('Nothing to authorize', html`<p>This payment was decided before.</p>`);
  }
  return page(
    `Test payment with ${type}`,
    html`<p>
        ${amount ?? 'Any amount'} in the smallest unit of ${(currency ?? '').toUpperCase()}. No
        money moves.
      </p>
      <form method="post">
        <button name="outcome" value="complete">Authorize test payment</button>
        <button name="outcome" value="fail">Fail test payment</button>
      </form>`,
  );
}

/** The merchant's page, with what Stripe adds to its address. */
function wayBack(source: Stripe.Source, redirect: Stripe.Source.Redirect): string {
  const address = new URL(redirect.return_url);
  address.searchParams.set('client_secret', source.client_secret);
  address.searchParams.set('livemode', 'false');
  address.searchParams.set('source', source.id);
  address.searchParams.set('redirect_status', redirect.status);
  return address.href;
}

function page(title: string, content: unknown) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}: not Stripe</title>
      </head>
      <body>
        <h1>${title}</h1>
        <p><strong>This is not Stripe.</strong></p>
        ${content}
      </body>
    </html>`;
}
