import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  cards,
  chargesFor,
  get,
  order,
  pay,
  payInPage,
  post,
  startShop,
  token,
  type RunningShop,
} from './shop.js';
import {losingAnswers} from './stripe-client.js';

/** What a browser hands over for a card, by the field that it comes in. */
const makers: Record<string, (shop: RunningShop, number: string) => Promise<string>> = {
  stripe_token: token,
  stripe_payment_method: async (shop, number) => {
    const card = {token: await token(shop, number)};
    return (await shop.stripe.paymentMethods.create({type: 'card', card})).id;
  },
  stripe_confirmation_token: async (shop, number) => {
    const payment_method = await makers.stripe_payment_method(shop, number);
    return (await shop.stripe.testHelpers.confirmationTokens.create({payment_method})).id;
  },
  stripe_source: async (shop, number) =>
    (await shop.stripe.sources.create({type: 'card', token: await token(shop, number)})).id,
};

for (const [field, make] of Object.entries(makers)) {
  test(`${field} pays an order by a PaymentIntent, and its receipt says so`, async t => {
    const shop = await startShop(t);
    const bought = await order(shop, 'espresso');
    const id = await make(shop, cards.good);

    const response = await post(shop, `/orders/${bought.id}/charge`, {[field]: id});

    assert.equal(response.status, 303);
    const [charge, ...others] = await chargesFor(shop, bought);
    assert.deepEqual([charge?.amount, charge?.currency, others], [1290, 'eur', []]);
    const {paymentIntent, means, customer} = await shop.orders.payment(bought);
    assert.equal(paymentIntent, charge?.payment_intent);
    assert.equal(customer, charge?.customer);
    assert.equal(means.id, id);
    const receipt = await (await get(shop, `/orders/${bought.id}`)).text();
    for (const shown of [id, field, charge?.id ?? '', paymentIntent ?? '']) {
      assert.ok(receipt.includes(shown), shown);
    }
  });

  test(`${field} of a card that is declined: nothing is charged, and another one pays`, async t => {
    const shop = await startShop(t);
    const bought = await order(shop);

    const {status, answer} = await payInPage(shop, bought, {
      [field]: await make(shop, cards.insufficientFunds),
    });
    const paid = await payInPage(shop, bought, {[field]: await make(shop, cards.good)});

    assert.equal(status, 402);
    assert.deepEqual(answer, {
      status: 'refused',
      code: 'insufficient_funds',
      message: 'There is not enough money on this card.',
    });
    assert.deepEqual(paid, {
      status: 200,
      answer: {status: 'done', location: `/orders/${bought.id}`},
    });
    assert.equal((await chargesFor(shop, bought)).length, 1);
  });

  test(`${field} that Stripe does not know: refused`, async t => {
    const shop = await startShop(t);
    const prefix = (await make(shop, cards.good)).split('_')[0];

    const {status, answer} = await payInPage(shop, await order(shop), {[field]: `${prefix}_none`});

    assert.equal(status, 402);
    assert.equal(answer.status, 'refused');
  });
}

test('a token may be charged without a PaymentIntent, and the charge is the customer’s all the same', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);

  const response = await pay(shop, bought, await token(shop), {api: 'charges'});

  assert.equal(response.status, 303);
  const [charge, ...others] = await chargesFor(shop, bought);
  assert.deepEqual(others, []);
  assert.equal(charge?.payment_intent, null);
  const {customer, paymentIntent} = await shop.orders.payment(bought);
  assert.equal(paymentIntent, null);
  assert.equal(charge.customer, customer);
  const receipt = await (await get(shop, `/orders/${bought.id}`)).text();
  assert.ok(receipt.includes(charge.id));
  assert.ok(!shop.calls.some(({path}) => path === '/v1/payment_intents'));
});

test('a charge without a PaymentIntent cannot ask the bank: refused', async t => {
  const shop = await startShop(t);
  const fields = {stripe_token: await token(shop, cards.asks), api: 'charges'};

  const {status, answer} = await payInPage(shop, await order(shop), fields);

  assert.equal(status, 402);
  assert.equal(answer.status === 'refused' && answer.code, 'authentication_required');
});

test('a charge without a PaymentIntent whose answer is lost is found by the same key', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  shop.wire = losingAnswers('/v1/charges');
  const lost = await pay(shop, bought, await token(shop), {api: 'charges'});
  shop.wire = (_path, send) => send();

  const checked = await post(shop, `/orders/${bought.id}/check`);

  assert.deepEqual([lost.status, checked.status], [202, 303]);
  assert.equal((await chargesFor(shop, bought)).length, 1);
});

test('a source cannot be charged the classic way by asking for it', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const stripe_source = await makers.stripe_source(shop, cards.good);

  await post(shop, `/orders/${bought.id}/charge`, {stripe_source, api: 'charges'});

  assert.match((await shop.orders.payment(bought)).paymentIntent ?? '', /^pi_/);
});

test('a source that can be charged once pays an order', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const card = await token(shop, cards.good);
  const {id, usage} = await shop.stripe.sources.create({
    type: 'card',
    token: card,
    usage: 'single_use',
  });
  assert.equal(usage, 'single_use');

  await post(shop, `/orders/${bought.id}/charge`, {stripe_source: id});

  assert.equal((await chargesFor(shop, bought)).length, 1);
});

test('the page of an order is set up by its query, and shows what is chosen', async t => {
  const shop = await startShop(t);
  const {id} = await order(shop);
  const open = async (query: string) => (await get(shop, `/orders/${id}${query}`)).text();

  const plain = await open('');
  assert.match(plain, /data-create="token"/);
  assert.doesNotMatch(plain, /data-confirm=|name="api" value/);
  for (const create of ['payment-method', 'confirmation-token', 'source']) {
    assert.ok((await open(`?create=${create}`)).includes(`data-create="${create}"`));
  }
  const fetching = await open('?confirm=fetch');
  assert.match(fetching, /data-confirm="fetch"/);
  assert.match(fetching, /<option value="fetch" selected>/);
  assert.match(await open('?api=charges'), /<input type="hidden" name="api" value="charges" \/>/);
  assert.doesNotMatch(plain, /data-usage|name="usage"/);
  assert.match(await open('?create=source'), /data-usage="reusable"/);
  const once = await open('?create=source&usage=single_use');
  assert.match(once, /data-usage="single_use"/);
  assert.match(once, /<option value="single_use" selected>/);
  assert.equal(await open('?usage=single_use'), plain);
  for (const wrong of [
    '?usage=always',
    '?create=toString',
    '?create="><script>',
    '?create=a&create=b',
    '?create[]=a',
  ]) {
    assert.equal(await open(wrong), plain, wrong);
  }
});
