import {html} from 'hono/html';
import type Stripe from 'stripe';

/**
 * What a customer's bank asks. Without a script it works as well, as a page of its own.
 * @param isFrame over the shop's page, where it can be closed; from a page the customer goes back
 */
export function challengePage(
  {amount, currency, description}: Stripe.PaymentIntent,
  isFrame: boolean,
) {
  return page(
    html`<h1>3-D Secure test page</h1>
      <p><strong>This is not Stripe, and not a bank.</strong> No money moves.</p>
      <dl>
        <dt>Merchant</dt>
        <dd>The merchant of this sandbox</dd>
        ${
          description === null
            ? ''
            : html`<dt>For</dt>
                <dd>${description}</dd>`
        }
        <dt>Amount</dt>
        <dd>${amount} in the smallest unit of ${currency.toUpperCase()}</dd>
      </dl>
      <p>A bank would now ask its customer to approve the payment. Choose what happens:</p>
      <form method="post">
        <button name="outcome" value="complete">Complete</button>
        <button name="outcome" value="fail">Fail</button>
        ${isFrame ? html`<button name="outcome" value="cancel">Cancel</button>` : ''}
      </form>
      <p role="alert"></p>`,
  );
}

/** In place of a challenge that is over, or never was. */
export function noChallengePage() {
  return page(
    html`<h1>Nothing to authenticate</h1>
      <p><strong>This is not Stripe, and not a bank.</strong></p>
      <p>This authentication is over, or there never was one.</p>`,
  );
}

function page(content: unknown) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>3-D Secure in the test sandbox, not Stripe</title>
        <link rel="stylesheet" href="/frames/challenge.css" />
        <script src="/frames/challenge.js" defer></script>
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html>`;
}

export const challengeStyles = `:root {
  color-scheme: light dark;
  /* A frame without a background shows the page behind it. */
  background: Canvas;
  font: 16px/1.5 system-ui, sans-serif;
}
body {
  display: grid;
  min-height: 100vh;
  margin: 0;
  place-items: center;
}
main {
  box-sizing: border-box;
  width: 100%;
  max-width: 28rem;
  padding: 1.5rem;
}
h1 {
  margin: 0;
  font-size: 1.5rem;
}
dt {
  font-weight: bold;
}
dd {
  margin: 0 0 0.5rem;
  overflow-wrap: anywhere;
}
form {
  display: flex;
  gap: 1rem;
}
button {
  flex: 1;
  min-height: 2.75rem;
  font: inherit;
}
[role='alert']:empty {
  display: none;
}
`;
