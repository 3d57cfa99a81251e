import {html} from 'hono/html';

/** The live page; its lists are filled by `client.ts`. */
export function livePage() {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>pay-button sandbox: not Stripe</title>
        <link rel="stylesheet" href="/live/page.css" />
        <script src="/live/client.js" type="module"></script>
      </head>
      <body>
        <header>
          <h1>pay-button sandbox</h1>
          <p>
            <strong>This is not Stripe.</strong> It stands in for Stripe on this computer: no money
            moves, and all state is lost when it stops. Its API is at <code>/v1</code>, its
            Stripe.js at <code>/endive/stripe.js</code>. Any test key opens it, and all keys share
            one account.
          </p>
          <p class="bar">
            <span id="connection" role="status">Connecting …</span>
            <label><input type="checkbox" id="failures" /> Only failed requests</label>
            <button type="button" id="clear">Clear this view</button>
          </p>
        </header>
        <main>
          <section aria-labelledby="requests-title">
            <h2 id="requests-title">Requests and webhooks</h2>
            <ol id="requests" reversed></ol>
          </section>
          <section aria-labelledby="objects-title">
            <h2 id="objects-title">Objects</h2>
            <ol id="objects" reversed></ol>
          </section>
          <noscript>This page needs JavaScript to show what happens.</noscript>
        </main>
      </body>
    </html>`;
}
