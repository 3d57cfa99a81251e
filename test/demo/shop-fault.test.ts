import assert from 'node:assert/strict';
import {test} from 'node:test';
import {get, order, pay, payInPage, startShop, token} from './shop.js';

interface StripeError {
  readonly type?: string;
  readonly code?: string;
  readonly decline_code?: string;
  readonly param?: string;
  readonly message?: string;
}

const invalid = 'invalid_request_error';

/** Stripe's answers to a charge for a fault of the shop’s. */
const faults: Record<string, readonly [status: number, error: StripeError]> = {
  'a small amount': [400, {type: invalid, code: 'amount_too_small', param: 'amount'}],
  'a large amount': [400, {type: invalid, code: 'amount_too_large', param: 'amount'}],
  'a wrong amount': [400, {type: invalid, code: 'parameter_invalid_integer', param: 'amount'}],
  'an unknown parameter': [
    400,
    {type: invalid, code: 'parameter_unknown', param: 'payment_methid'},
  ],
  'a missing parameter': [400, {type: invalid, code: 'parameter_missing', param: 'payment_method'}],
  'a currency that is none': [400, {type: invalid, param: 'currency'}],
  'a request that is wrong somehow': [400, {type: invalid}],
  'a customer who is missing': [400, {type: invalid, code: 'resource_missing', param: 'customer'}],
  'a wrong key': [401, {type: invalid}],
  'an expired key': [401, {type: invalid, code: 'api_key_expired'}],
  'a key without the right': [403, {type: invalid, code: 'account_invalid'}],
  'keys of two modes': [
    400,
    {
      type: invalid,
      code: 'resource_missing',
      param: 'payment_method',
      message:
        "No such PaymentMethod: 'pm_a'; a similar object exists in live mode, but a test mode key " +
        'was used to make this request.',
    },
  ],
};

for (const [name, [status, error]] of Object.entries(faults)) {
  test(`${name}: an error, never the card’s, and the order stays open`, async t => {
    const shop = await startShop(t);
    const bought = await order(shop);
    shop.wire = async (path, send) =>
      path === '/v1/payment_intents' ? Response.json({error}, {status}) : send();

    const json = await payInPage(shop, bought, {stripe_token: await token(shop)});
    const page = await pay(shop, bought, await token(shop));
    shop.wire = (_path, send) => send();

    assert.deepEqual([json.status, json.answer.status], [503, 'error']);
    assert.equal(page.status, 503);
    const text = await page.text();
    assert.match(text, /This shop cannot take payments at the moment/);
    assert.doesNotMatch(text, /declined|another card/);
    assert.match(await (await get(shop, `/orders/${bought.id}`)).text(), /<pay-button/);
    assert.ok(shop.log.some(line => line.startsWith(`order ${bought.id}: Stripe`)));
    assert.equal((await pay(shop, bought, await token(shop))).status, 303);
  });
}

/** Stripe's answers to a charge for a fault of the card's, and the code that is passed on. */
const refusals: Record<string, readonly [status: number, error: StripeError, code: string]> = {
  'a decline': [402, {type: 'card_error', code: 'card_declined'}, 'card_declined'],
  'a decline with a reason': [
    402,
    {type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds'},
    'insufficient_funds',
  ],
  'a decline with a code of tomorrow': [402, {type: 'card_error', code: 'card_new'}, 'card_new'],
  'a decline without a code': [402, {type: 'card_error'}, 'card_declined'],
  'a decline with an empty code': [402, {type: 'card_error', code: ''}, 'card_declined'],
  'a spent token': [400, {type: invalid, code: 'token_already_used'}, 'token_already_used'],
  'a payment method of nobody': [
    400,
    {type: invalid, code: 'resource_missing', param: 'payment_method'},
    'resource_missing',
  ],
  'a spent payment method': [
    400,
    {
      type: invalid,
      message:
        'This PaymentMethod was previously used without being attached to a Customer or was ' +
        'detached from a Customer, and may not be used again.',
    },
    'credential_unusable',
  ],
  'a spent confirmation token': [
    400,
    {type: invalid, param: 'confirmation_token'},
    'credential_unusable',
  ],
};

for (const [name, [status, error, code]] of Object.entries(refusals)) {
  test(`${name}: refused, with the code ${code} and words`, async t => {
    const shop = await startShop(t);
    shop.wire = async (path, send) =>
      path === '/v1/payment_intents' ? Response.json({error}, {status}) : send();

    const json = await payInPage(shop, await order(shop), {stripe_token: await token(shop)});

    assert.equal(json.status, 402);
    assert.ok(json.answer.status === 'refused');
    assert.equal(json.answer.code, code);
    assert.ok(json.answer.message.length > 10);
  });
}

test('a failed charge without a code: refused, with one', async t => {
  const shop = await startShop(t);
  shop.wire = async (path, send) => {
    const response = await send();
    if (!path.startsWith('/v1/charges')) return response;
    const charge = (await response.json()) as object;
    return Response.json({...charge, status: 'failed', paid: false, failure_code: ''});
  };

  const fields = {stripe_token: await token(shop), api: 'charges'};
  const {answer} = await payInPage(shop, await order(shop), fields);

  assert.ok(answer.status === 'refused');
  assert.equal(answer.code, 'card_declined');
});
