import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {host, stage} from './stage.js';

describe('createToken', () => {
  beforeEach(() => host.load());

  it('makes a token of the card in the three frames', async () => {
    await host.typeCard('4242424242424242', '1234', '123');
    const {token, error} = await host.createToken();
    assert.equal(error, undefined);
    assert.match(token?.id ?? '', /^tok_/);
    assert.equal(token?.type, 'card');
    const {brand, last4, exp_month, exp_year, name, address_zip} = token.card ?? {};
    assert.deepEqual(
      {brand, last4, exp_month, exp_year, name, address_zip},
      {
        brand: 'Visa',
        last4: '4242',
        exp_month: 12,
        exp_year: 2034,
        name: 'Ada',
        address_zip: '10115',
      },
    );
  });

  it('sends what Stripe’s fields send, and to the sandbox alone', async () => {
    const sent = host.page.waitForRequest(request => request.method() === 'POST');
    await host.fillCard();
    await host.createToken();
    const request = await sent;
    assert.equal(request.url(), `${stage.sandbox.origin}/v1/tokens`);
    const names = [...new URLSearchParams(request.postData() ?? '').keys()].sort();
    assert.deepEqual(names, [
      'card[address_zip]',
      'card[cvc]',
      'card[exp_month]',
      'card[exp_year]',
      'card[name]',
      'card[number]',
      'guid',
      'key',
      'muid',
      'payment_user_agent',
      'referrer',
      'sid',
      'time_on_page',
    ]);
  });

  it('names the first fault and marks every field that has one', async () => {
    await host.type('cardNumber', '4242424242424242');
    const {error} = await host.createToken();
    assert.deepEqual(error, {
      type: 'validation_error',
      code: 'incomplete_expiry',
      message: "Your card's expiration date is incomplete.",
    });
    const marked = await host.page.locator('.StripeElement--invalid').count();
    assert.equal(marked, 2);
  });

  it('returns the API’s refusal and keeps what was typed', async () => {
    await host.fillCard();
    await host.page.route('**/v1/tokens', route =>
      route.fulfill({
        status: 402,
        json: {error: {type: 'card_error', code: 'incorrect_cvc', message: 'No.', param: 'cvc'}},
      }),
    );
    const {error} = await host.createToken();
    assert.deepEqual(error, {
      type: 'card_error',
      code: 'incorrect_cvc',
      message: 'No.',
      param: 'cvc',
    });
    assert.equal(await host.input('cardNumber').inputValue(), '4242 4242 4242 4242');
  });

  it('returns an error when the API cannot be reached or makes no sense', async () => {
    await host.fillCard();
    await host.page.route('**/v1/tokens', route => route.abort());
    assert.equal((await host.createToken()).error?.type, 'api_connection_error');
    await host.page.route('**/v1/tokens', route => route.fulfill({body: '<!doctype html>'}));
    assert.equal((await host.createToken()).error?.type, 'api_connection_error');
  });

  it('is rejected when the page has removed the fields itself', async () => {
    await host.fillCard();
    await host.page.evaluate(() => document.querySelector('form')?.remove());
    await assert.rejects(host.createToken(), /IntegrationError: We could not retrieve data/);
  });

  it('is rejected when the element is unmounted meanwhile', async () => {
    await host.fillCard();
    const message = await host.page.evaluate(async () => {
      const number = window.elements.getElement('cardNumber');
      if (!number) return;
      const token = window.stripe.createToken(number);
      number.unmount();
      return token.then(() => 'a result', String);
    });
    assert.match(message ?? '', /^IntegrationError: We could not retrieve data/);
  });
});

describe('the page', () => {
  beforeEach(() => host.load());

  it('never sees a card', async () => {
    const toHost: string[] = [];
    host.page.on('request', request => {
      if (request.url().startsWith(stage.hostOrigin)) {
        toHost.push(request.url() + (request.postData() ?? ''));
      }
    });
    await host.page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, {heard});
      window.addEventListener('message', event => heard.push(JSON.stringify(event.data)));
    });
    await host.typeCard('4242424242424242', '1134', '987');
    const {token} = await host.createToken();
    assert.ok(token);
    await host.input('cardCvc').press('Enter');
    await host.until(() => window.submits === 1);

    const heard = await host.page.evaluate(() => (window as unknown as {heard: string[]}).heard);
    assert.ok(heard.some(message => message.includes('"answer"')));
    const seen = JSON.stringify(await host.page.evaluate(() => window.seen));
    const html = await host.page.content();
    // The ids of channels, tokens and requests are random and may have any digits.
    for (const text of [...heard, ...toHost, seen, html]) {
      assert.doesNotMatch(text, /4242\s?4242|11 ?\/ ?34|"987"/);
    }
  });
});
