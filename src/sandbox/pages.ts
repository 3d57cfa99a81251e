import {Hono} from 'hono';
import {html} from 'hono/html';
import {secureHeaders} from 'hono/secure-headers';
import type {Store} from './store/store.js';

/** Pages for people; each says that this is not Stripe. */
export function pages(store: Store): Hono {
  const app = new Hono();
  const safe = secureHeaders({
    contentSecurityPolicy: {defaultSrc: ["'none'"], frameAncestors: ["'none'"]},
  });
  app.get('/', safe, context =>
    context.html(
      page(
        'pay-button sandbox',
        html`<p>
            It stands in for Stripe on this computer, so that pages can be built and tested without
            a network. No money moves, and all state is lost when it stops.
          </p>
          <p>
            Its API is at <code>/v1</code>, its Stripe.js at <code>/v3/</code>. Any test key opens
            it, and all keys share one account.
          </p>`,
      ),
    ),
  );
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
  return app;
}

function page(title: string, content: unknown) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}: not Stripe</title>
      </head>
      <body>
        <h1>${title}</h1>
        <p><strong>This is not Stripe.</strong></p>
        ${content}
      </body>
    </html>`;
}
