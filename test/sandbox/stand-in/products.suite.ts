import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {host, stage} from './stage.js';

/** What the page itself gets to see, or sends to its own server. */
const heard: string[] = [];
host.page.on('request', request => {
  const isHosts = request.url().startsWith(stage.hostOrigin);
  if (isHosts) heard.push(request.url() + (request.postData() ?? ''));
});

describe('what is made of a card', () => {
  beforeEach(async () => {
    heard.length = 0;
    await host.load();
  });

  it('is a payment method, by each of the three calls', async () => {
    await host.add('payment', {defaultValues: {billingDetails: {email: 'ada@example.com'}}});
    await host.fillAdded('payment');
    await host.fillCard();
    const methods = await host.page.evaluate(async () => {
      const {stripe, group, elements} = window;
      const card = elements.getElement('cardNumber');
      if (!card) throw new Error('There is no number.');
      await group.submit();
      const params = {billing_details: {name: 'Ada'}, metadata: {order: '7'}};
      const results = [
        await stripe.createPaymentMethod({type: 'card', card, ...params}),
        await stripe.createPaymentMethod({element: card, params}),
        await stripe.createPaymentMethod({elements: group, params}),
      ];
      return results.map(({paymentMethod}) => paymentMethod);
    });
    for (const method of methods) {
      assert.match(method?.id ?? '', /^pm_\w+$/);
      assert.equal(method?.card?.last4, '4242');
      assert.equal(method.billing_details.name, 'Ada');
      assert.deepEqual(method.metadata, {order: '7'});
    }
    const emails = methods.map(method => method?.billing_details.email);
    assert.deepEqual(emails, [null, null, 'ada@example.com']);
  });

  it('is a payment method of a token that the page has', async () => {
    await host.fillCard();
    const method = await host.page.evaluate(async () => {
      const number = window.elements.getElement('cardNumber');
      if (!number) throw new Error('There is no number.');
      const {token} = await window.stripe.createToken(number);
      return window.stripe.createPaymentMethod({type: 'card', card: {token: token?.id ?? ''}});
    });
    assert.equal(method.paymentMethod?.card?.last4, '4242');
    assert.equal(await host.page.locator('body > iframe').count(), 0);
  });

  it('is a confirmation token that the merchant’s server pays with', async () => {
    await host.add('payment');
    await host.fillAdded('payment');
    const {confirmationToken} = await host.page.evaluate(async () => {
      const address = {
        line1: '1 Way',
        line2: null,
        city: 'Town',
        state: null,
        postal_code: '42424',
        country: 'US',
      };
      await window.group.submit();
      return window.stripe.createConfirmationToken({
        elements: window.group,
        params: {
          return_url: 'https://shop.example/done',
          shipping: {name: 'Ada', address},
        },
      });
    });
    assert.equal(confirmationToken?.shipping?.address?.city, 'Town');
    const intent = await stage.sdk.paymentIntents.create({
      amount: 1000,
      currency: 'usd',
      confirm: true,
      confirmation_token: confirmationToken?.id ?? '',
    });
    assert.equal(intent.status, 'succeeded');
  });

  it('is nothing when the card cannot exist', async () => {
    await host.add('card');
    const {error} = await host.page.evaluate(async () => {
      const card = window.group.getElement('card');
      if (!card) throw new Error('There is no card.');
      return window.stripe.createPaymentMethod({type: 'card', card});
    });
    assert.equal(error?.code, 'incomplete_number');
  });

  it('never shows the page the card itself', async () => {
    await host.add('card');
    await host.part('card', 'cardnumber').fill('4000056655665556');
    await host.part('card', 'exp-date').fill('1134');
    await host.part('card', 'cvc').fill('987');
    await host.part('card', 'postal').fill('42424');
    const method = await host.page.evaluate(async () => {
      const messages: string[] = [];
      Object.assign(window, {messages});
      window.addEventListener('message', event => messages.push(JSON.stringify(event.data)));
      const card = window.group.getElement('card');
      if (!card) throw new Error('There is no card.');
      return (await window.stripe.createPaymentMethod({type: 'card', card})).paymentMethod;
    });
    assert.equal(method?.card?.last4, '5556');
    const messages = await host.page.evaluate(
      () => (window as unknown as {messages: string[]}).messages,
    );
    assert.ok(messages.some(message => message.includes('"answer"')));
    for (const text of [...messages, ...heard, await host.page.content()]) {
      assert.doesNotMatch(text, /4000\s?0566|11 ?\/ ?34|"987"/);
    }
  });
});
