import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {fileURLToPath} from 'node:url';
import express from 'express';

interface Sale {
  /** The page's heading. */
  readonly title: string;
  readonly name: string;
  readonly description: string;
  readonly image: string;
  readonly amount: number;
  readonly currency: string;
}

const sales = {
  en: {
    title: 'Your order',
    name: 'Kiosk',
    description: 'Field notebook, 120 dotted pages',
    image: 'notebook',
    amount: 1800,
    currency: 'usd',
  },
  ja: {
    title: 'ご注文',
    name: 'キオスク',
    description: '手作りの陶器マグカップ',
    image: 'mug',
    amount: 2400,
    currency: 'jpy',
  },
  ar: {
    title: 'طلبك',
    name: 'الكشك',
    description: 'قهوة إسبريسو، حبوب كاملة، 500 غ',
    image: 'espresso',
    amount: 4950,
    currency: 'aed',
  },
} as const satisfies Record<string, Sale>;

export type Language = keyof typeof sales;
export const languages = Object.keys(sales) as Language[];

const publicFolder = fileURLToPath(new URL('../../demo/public', import.meta.url));
const distFolder = fileURLToPath(new URL('../../dist', import.meta.url));

/** A small shop's page for each language, at its name. It charges at once, and its receipt never comes. */
export async function servePages(sandbox: string) {
  const app = express();
  app.use(express.static(publicFolder), express.static(distFolder));
  for (const language of languages) {
    app.get(`/${language}`, ({query}, response) => {
      response.send(pageFor(language, query.stripe === 'none' ? undefined : sandbox, query));
    });
  }
  app.post('/', (_request, response) => {
    response.json({status: 'done', location: '/receipt'});
  });
  app.get('/receipt', (_request, response) => {
    response.status(204).end();
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @param extra is `{addresses: …}` where the addresses are asked for */
function pageFor(language: Language, sandbox: string | undefined, extra: object): string {
  const {title, name, description, image, amount, currency} = sales[language];
  return `<!doctype html>
    <html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>${title}</title>
      <link rel="stylesheet" href="/shop.css">
      ${sandbox ? `<script src="${sandbox}/endive/stripe.js"></script>` : ''}
      <script src="/pay-button.js" async></script>
      <main>
        <section class="card narrow">
          <h1>${title}</h1>
          <div class="summary">
            <img src="/images/${image}.svg" alt="" width="96" height="72">
            <div><strong>${name}</strong><p class="muted">${description}</p></div>
          </div>
          <form class="actions" method="post" action="/">
            <pay-button data-confirm="fetch" data-key="pk_test_sandbox" data-amount="${amount}"
              data-currency="${currency}" data-name="${name}" data-description="${description}"
              data-image="/images/${image}.svg" data-email="ada@example.com"
              ${'addresses' in extra ? 'data-billing-address data-shipping-address' : ''}
            ></pay-button>
          </form>
        </section>
      </main>`;
}
