import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startSandbox, type Sandbox} from '../../../dist/sandbox/index.js';

describe('what a browser loads from the sandbox', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox({port: 0});
  });
  after(() => sandbox.close());

  const get = (path: string) => fetch(sandbox.origin + path);

  for (const [path, release] of [
    ['/v3', 'v3'],
    ['/v3/', 'v3'],
    ['/v3/stripe.js', 'v3'],
    ['/acacia/stripe.js', 'acacia'],
    ['/basil/stripe.js', 'basil'],
    ['/clover/stripe.js', 'clover'],
    ['/dahlia/stripe.js', 'dahlia'],
    ['/endive/stripe.js', 'endive'],
    ['/endive/stripe.js?advancedFraudSignals=false', 'endive'],
  ] as const) {
    it(`${path}: Stripe.js ${release}`, async () => {
      const response = await get(path);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('content-type'), 'text/javascript; charset=utf-8');
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.equal(response.headers.get('access-control-allow-origin'), '*');
      assert.equal(response.headers.get('cross-origin-resource-policy'), 'cross-origin');
      const text = await response.text();
      assert.ok(text.startsWith('/* Test sandbox, not Stripe. */'));
      assert.ok(text.includes(`{"origin":"${sandbox.origin}","release":"${release}"}`));
    });
  }

  it('no release that there never was', async () => {
    assert.equal((await get('/fennel/stripe.js')).status, 404);
  });

  it('a field’s document, under a strict policy', async () => {
    const response = await get('/frames/field.html?type=cardNumber&dir=rtl');
    assert.equal(response.status, 200);
    assert.equal(
      response.headers.get('content-security-policy'),
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'",
    );
    assert.equal(response.headers.get('referrer-policy'), 'no-referrer');
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const text = await response.text();
    assert.match(text, /<html lang="en" dir="rtl">/);
    assert.match(text, /<title>Test sandbox, not Stripe<\/title>/);
    assert.match(text, /<input name="cardnumber" aria-label="Credit or debit card number"/);
    assert.doesNotMatch(text, /<style|<script>| style=/);
  });

  it('no document of a field that there is not', async () => {
    for (const query of ['', '?type=iban', '?type=toString', '?type=%3Cscript%3E']) {
      assert.equal((await get(`/frames/field.html${query}`)).status, 404);
    }
  });

  it('nothing but left to right where the direction makes no sense', async () => {
    const response = await get('/frames/field.html?type=cardCvc&dir=%22%3E%3Cscript%3E');
    assert.match(await response.text(), /<html lang="en" dir="ltr">/);
  });
});
