import type {Sandbox} from 'pay-button/sandbox';
import {servePages, type Post} from '../page.js';
import {openSandbox, type Owner} from '../stage.js';

export interface Merchant {
  readonly origin: string;
  readonly posts: readonly Post[];
  readonly sandbox: Sandbox;
}

/** A merchant's site with a page for each kind of embed, and thanks for every post. */
export async function openMerchant(t: Owner): Promise<Merchant> {
  const sandbox = await openSandbox(t);
  const pages = pagesWith(sandbox.origin);
  const site = await servePages(
    t,
    path =>
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Kiosk</title>${pages[path]}`,
  );
  return {...site, sandbox};
}

function pagesWith(stripe: string): Readonly<Record<string, string>> {
  const stripeJs = `<script src="${stripe}/endive/stripe.js"></script>`;
  const file = '<script src="/pay-button.js" async></script>';
  const button = '<pay-button data-key="pk_test_sandbox" data-amount="999"></pay-button>';
  const form = `<form method="post" action="/charge">${button}</form>`;
  return {
    '/form': `${stripeJs}${file}${form}<script>
      addEventListener('pageshow', ({persisted}) => {
        document.documentElement.dataset.shown = persisted ? 'again' : 'anew';
      });
    </script>`,
    '/get': `${stripeJs}${file}<form method="get" action="/charge">${button}</form>`,
    '/no-method': `${stripeJs}${file}<form action="/charge">${button}</form>`,
    '/own-fetch': `${stripeJs}${file}${form}<script>
      const button = document.querySelector('pay-button');
      document.querySelector('form').addEventListener('submit', async event => {
        event.preventDefault();
        const body = new URLSearchParams(new FormData(event.target));
        await fetch('/charge', {method: 'POST', body});
        button.complete({status: 'done', location: '/thanks'});
      });
    </script>`,
    '/thanks': '<h1>Thanks</h1>',
    // Not every engine that is driven lets a test answer for Stripe's address: the page leads it elsewhere.
    '/loads-stripe': `<script>
      const src = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src');
      Object.defineProperty(HTMLScriptElement.prototype, 'src', {
        ...src,
        set(address) {
          src.set.call(this, String(address).replace('https://js.stripe.com', '${stripe}'));
        },
      });
    </script>${file}${form}`,
    '/legacy': `${stripeJs}<form method="POST" action="/charge"><input type="hidden" name="order" value="7">
      <script src="/pay-button.js" class="stripe-button" data-key="pk_test_sandbox" data-amount="2000"
        data-billing-address="true" data-shipping-address="true"></script></form>`,
    '/configure': `${stripeJs}<script src="/pay-button.js"></script><button id="opener">Buy</button>
      <script>
        const told = [];
        const handler = StripeCheckout.configure({
          key: 'pk_test_sandbox',
          token: ({id}, addresses) => told.push([id.slice(0, 4), addresses]),
          closed() {
            document.title = JSON.stringify(told);
          },
        });
        document.querySelector('#opener').addEventListener('click', () => {
          handler.open({name: 'Kiosk', amount: 2000});
        });
      </script>`,
  };
}
