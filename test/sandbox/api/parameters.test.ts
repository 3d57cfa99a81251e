import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {card, errorOf, setUp} from './setup.js';

const long = 'x'.repeat(501);
const chargeParams = 'amount=100&currency=usd&source=tok_visa';
const goodCard = 'card[number]=4242424242424242&card[exp_month]=1&card[exp_year]=49';

/** Path, form, then what is wrong: code, param and message. */
const refusedParams = [
  [
    'charges',
    `${chargeParams}&foo=1`,
    'parameter_unknown',
    'foo',
    'Received unknown parameter: foo',
  ],
  [
    'charges',
    `${chargeParams}&foo=1&bar=2`,
    'parameter_unknown',
    'foo',
    'Received unknown parameters: foo, bar',
  ],
  [
    'tokens',
    `${goodCard}&card[foo]=1`,
    'parameter_unknown',
    'card[foo]',
    'Received unknown parameter: card[foo]',
  ],
  ['charges', 'currency=usd', 'parameter_missing', 'amount', 'Missing required param: amount.'],
  ['tokens', '', 'parameter_missing', 'card', 'Missing required param: card.'],
  [
    'tokens',
    'card[exp_month]=1',
    'parameter_missing',
    'card[number]',
    'Missing required param: card[number].',
  ],
  ['tokens', 'card=4242', undefined, 'card', 'Invalid object'],
  ['tokens', `${goodCard}&card[name][x]=1`, undefined, 'card[name]', 'Invalid string'],
  [
    'charges',
    'amount=1.5&currency=usd',
    'parameter_invalid_integer',
    'amount',
    'Invalid integer: 1.5',
  ],
  [
    'charges',
    'amount=ten&currency=usd',
    'parameter_invalid_integer',
    'amount',
    'Invalid integer: ten',
  ],
  [
    'charges',
    'amount=0&currency=usd',
    'parameter_invalid_integer',
    'amount',
    'This value must be greater than or equal to 1.',
  ],
  [
    'charges',
    'amount=1000000000000&currency=usd',
    'amount_too_large',
    'amount',
    'Amount must be no more than 999999999999',
  ],
  ['charges', `${chargeParams}&capture=maybe`, undefined, 'capture', 'Invalid boolean: maybe'],
  [
    'charges',
    `${chargeParams}&receipt_email=ada`,
    'email_invalid',
    'receipt_email',
    'Invalid email address: ada',
  ],
  [
    'payment_intents',
    'amount=1&currency=usd&automatic_payment_methods[enabled]=true&automatic_payment_methods[allow_redirects]=no',
    undefined,
    'automatic_payment_methods[allow_redirects]',
    'Invalid automatic_payment_methods[allow_redirects]: must be one of always or never',
  ],
  ['charges', `${chargeParams}&metadata=x`, undefined, 'metadata', 'Invalid object'],
  [
    'charges',
    `${chargeParams}&metadata[a]=${long}`,
    undefined,
    'metadata[a]',
    'Metadata values may have at most 500 characters.',
  ],
  ['charges', `${chargeParams}&expand=customer`, undefined, 'expand', 'Invalid array'],
] as const;

describe('parameters', () => {
  for (const [path, form, code, param, message] of refusedParams) {
    it(`of ${path}: "${form.slice(0, 60)}" is answered with "${message}"`, async t => {
      const {post} = await setUp(t);
      const response = await post(`/v1/${path}`, form);
      assert.equal(response.status, 400);
      const error = await errorOf(response);
      assert.equal(error.type, 'invalid_request_error');
      assert.equal(error.code, code);
      assert.equal(error.param, param);
      assert.equal(error.message, message);
    });
  }

  it('that must not be empty say so', async t => {
    const {post} = await setUp(t);
    const error = await errorOf(await post('/v1/charges', 'amount=&currency=usd'));
    assert.equal(error.code, 'parameter_invalid_empty');
    assert.match(String(error.message), /^You passed an empty string for 'amount'\./);
  });

  it('are true or false as old SDKs spell them, too', async t => {
    const {post} = await setUp(t);
    for (const captured of ['True', 'False']) {
      const response = await post('/v1/charges', `${chargeParams}&capture=${captured}`);
      const charge = (await response.json()) as {captured: boolean};
      assert.equal(charge.captured, captured === 'True');
    }
  });

  it('name the currencies there are', async t => {
    const {post} = await setUp(t);
    const error = await errorOf(await post('/v1/charges', 'amount=1&currency=xxx'));
    assert.equal(error.param, 'currency');
    assert.match(String(error.message), /^Invalid currency: xxx\. .* usd, aed, /);
  });

  it('named like properties of every object are unknown like any other', async t => {
    const {post} = await setUp(t);
    for (const name of ['constructor', 'toString', 'hasOwnProperty']) {
      const flat = await errorOf(await post('/v1/charges', `${chargeParams}&${name}=1`));
      assert.equal(flat.message, `Received unknown parameter: ${name}`);
      const nested = await errorOf(await post('/v1/tokens', `${goodCard}&card[${name}][x]=1`));
      assert.equal(nested.message, `Received unknown parameter: card[${name}]`);
    }
  });

  it('named __proto__ are unknown', async t => {
    const {post} = await setUp(t);
    for (const name of ['__proto__', '__proto__[refunded]', 'metadata[__proto__][refunded]']) {
      const error = await errorOf(await post('/v1/charges', `${chargeParams}&${name}=1`));
      assert.equal(error.code, 'parameter_unknown', name);
    }
    assert.equal('refunded' in {}, false);
  });

  it('have a length that is bounded, and is their own on the statement', async t => {
    const {post} = await setUp(t);
    for (const [param, value] of [
      ['description', 'x'.repeat(5001)],
      ['statement_descriptor', 'x'.repeat(23)],
      ['statement_descriptor_suffix', 'x'.repeat(23)],
      ['statement_descriptor', 'A*B'],
      ['statement_descriptor', '<A>'],
    ] as const) {
      const error = await errorOf(await post('/v1/charges', `${chargeParams}&${param}=${value}`));
      assert.equal(error.param, param);
    }
    const longest = `description=${'x'.repeat(5000)}&statement_descriptor=${'x'.repeat(22)}`;
    assert.equal((await post('/v1/charges', `${chargeParams}&${longest}`)).status, 200);
  });

  it('in metadata are fifty at most, and too many leave the token unused', async t => {
    const {post, stripe} = await setUp(t);
    const {id} = await stripe.tokens.create({card: card()});
    const many = Array.from({length: 51}, (_, index) => `&metadata[k${index}]=v`).join('');
    const form = `amount=100&currency=usd&source=${id}`;
    const error = await errorOf(await post('/v1/charges', form + many));
    assert.equal(error.message, 'Metadata may have at most 50 keys.');
    assert.equal((await post('/v1/charges', form)).status, 200);
  });

  it('in metadata may have any name', async t => {
    const {post} = await setUp(t);
    for (const names of [
      ['0', '1'],
      ['constructor', '0'],
      ['key', 'expand'],
    ]) {
      const form = chargeParams + names.map(name => `&metadata[${name}]=x`).join('');
      const charge = (await (await post('/v1/charges', form)).json()) as {metadata: object};
      assert.deepEqual(Object.keys(charge.metadata).sort(), names.toSorted());
    }
  });

  it('sent twice count as they were sent last', async t => {
    const {post} = await setUp(t);
    const charge = (await (await post('/v1/charges', `${chargeParams}&amount=200`)).json()) as {
      amount: number;
    };
    assert.equal(charge.amount, 200);
  });
});
