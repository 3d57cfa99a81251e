import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import {detailsFor} from './legacy/customers.js';
import {openedDialog, pay, payWords} from './legacy/paying.js';
import {built, onlyPost, openSite, type OpenSite} from './legacy/site.js';
import {button, formWith, pageWith} from './site-page.js';
import {closeBrowser} from './stage.js';
import {tokenKeys} from './token-keys.js';

const form = formWith('');

/** Names that hide what the file needs of document, window or form. */
const clobbering: Readonly<Record<string, string>> = {
  '16. a field named submit': formWith('<input name="submit">'),
  '17. fields named action, method, elements, appendChild and requestSubmit': formWith(
    ['action', 'method', 'elements', 'appendChild', 'requestSubmit']
      .map(name => `<input name="${name}" value="/elsewhere">`)
      .join(''),
  ),
  '19. an image named querySelectorAll': `<img name="querySelectorAll" alt="">${form}`,
  '19. forms named body and head': `<form name="body"></form><form name="head"></form>${form}`,
  '20. a link with the id Stripe': `<a id="Stripe" href="https://evil.example/">Stripe</a>${form}`,
  '20. a form with the id StripeCheckout': `<form id="StripeCheckout"></form>${form}`,
  '21. two tokens in it': formWith(
    `<input type="hidden" name="stripe_token" value="tok_spent">
     <input type="hidden" name="stripe_token" value="tok_forged">`,
  ),
};

after(closeBrowser);

describe('on a page with', {concurrency: 2}, () => {
  for (const [what, body] of Object.entries(clobbering)) {
    it(`${what}, the button pays`, async t => {
      const site = await openSite(t, {files: pageWith(body)});
      await pays(site);
      assert.deepEqual(site.complaints, []);
    });
  }

  it('18. an image named currentScript, nothing is asked of where it points', async t => {
    const asked: string[] = [];
    const evil = '<img name="currentScript" src="https://evil.example/js/pay-button.js" alt="">';
    const addresses = button.replace(' ', ' data-billing-address="true" ');
    const site = await openSite(t, {
      files: pageWith(
        formWith('', addresses),
        // Not async: it runs as `document.currentScript` would say.
        `<body>${evil}<script src="/pay-button.js"></script>`,
      ),
      prepare: page => {
        page.on('request', request => {
          if (request.url().includes('evil') && request.resourceType() !== 'image') {
            asked.push(request.url());
          }
        });
      },
    });
    await site.page.locator('pay-button').click();
    await pay(site.page, detailsFor({billingAddress: true}));
    assert.match((await onlyPost(site)).body, /stripe_billing_address_city=Tirana/);
    assert.deepEqual(asked, []);
  });

  it('19. a form named createElement, without which Lit draws nothing, the console says so', async t => {
    const {complaints} = await openSite(t, {
      files: pageWith(
        `<form name="createElement"></form>${form}<script src="/pay-button.js"></script>`,
        '',
      ),
    });
    assert.match(complaints.join(), /createElement/);
  });

  it('15. key, amount and token on every object, these are ignored', async t => {
    const site = await openSite(t, {
      files: pageWith(
        form,
        `<script>
           Object.assign(Object.prototype, {key: 'pk_test_evil', amount: '1', token: 'tok_evil'});
         </script><script src="/pay-button.js"></script>`,
      ),
    });
    const keys = tokenKeys(site.page);
    await site.page.locator('pay-button').click();
    await openedDialog(site.page);
    assert.equal(await payWords(site.page), 'Pay $9.99');
    await pay(site.page);
    const {body} = await onlyPost(site);
    assert.match(new URLSearchParams(body).get('stripe_token') ?? '', /^tok_(?!evil)/);
    assert.deepEqual(keys, ['pk_test_1']);
  });

  it('22. styles that hide and shrink everything, the customer pays', async t => {
    const site = await openSite(t, {
      files: pageWith(
        `${form}<div id="over"></div>`,
        `<script src="/pay-button.js"></script><style>
        body * { display: none !important; }
        iframe { width: 0; height: 0; }
        #over { display: block !important; position: fixed; inset: 0;
          z-index: 2147483647; background: red; }
      </style>`,
      ),
    });
    await site.page.evaluate(() => void document.querySelector('pay-button')!.open());
    await pay(site.page);
    await isPayment(site);
  });

  it('14. two releases of the file, there is one button, and one warning', async t => {
    const warnings: string[] = [];
    const older = built('/pay-button.js').replaceAll(/(?<=")0\.\d+\.\d+(?=")/g, '0.0.1');
    const site = await openSite(t, {
      files: {
        ...pageWith(form, '<script src="/old.js"></script><script src="/pay-button.js"></script>'),
        '/old.js': older,
      },
      prepare: page => {
        page.on('console', message => {
          if (message.type() === 'warning') warnings.push(message.text());
        });
      },
    });
    assert.deepEqual(
      warnings
        .filter(text => text.startsWith('pay-button'))
        .map(text => /gives way to 0\.0\.1/.test(text)),
      [true],
    );
    await pays(site);
    assert.deepEqual(site.complaints, []);
  });
});

async function pays(site: OpenSite): Promise<void> {
  await site.page.locator('pay-button').click();
  await pay(site.page);
  await isPayment(site);
}

/** To the address that the form's attribute names, with one token, which is ours. */
async function isPayment(site: OpenSite): Promise<void> {
  const {path, body} = await onlyPost(site);
  assert.equal(path, '/charge');
  const tokens = new URLSearchParams(body).getAll('stripe_token');
  assert.equal(tokens.length, 1);
  assert.match(tokens[0] ?? '', /^tok_\w{24}$/);
}
