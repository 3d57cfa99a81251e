import {html, type Html} from './html.js';

export interface PageParts {
  readonly title: string;
  /** Goes into the head: scripts, mostly. */
  readonly head?: Html;
  readonly main: Html;
}

/** A whole page of the shop, as text to send. */
export function page({title, head = html``, main}: PageParts): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Kiosk</title>
        <link rel="icon" href="/images/kiosk.svg" />
        <link rel="stylesheet" href="/shop.css" />
        ${head}
      </head>
      <body>
        <header class="top">
          <a class="brand" href="/"
            ><img src="/images/kiosk.svg" alt="" width="32" height="32" />Kiosk</a
          >
          <nav>
            <a href="/cards">Your cards</a>
            <a href="/reuse">Once or again</a>
          </nav>
          <p>A demo shop: nothing is shipped.</p>
        </header>
        <main>${main}</main>
      </body>
    </html>`.toString();
}
