import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ConfigError, readConfig} from '../../demo/shop/config.js';

const keys = {STRIPE_SECRET_KEY: 'sk_test_abc123', STRIPE_PUBLISHABLE_KEY: 'pk_test_abc123'};

test('nothing set: the usual ports, the own database, the sandbox', () => {
  assert.deepEqual(readConfig({PORT: '', STRIPE_SECRET_KEY: ''}), {
    port: 4242,
    sandboxPort: 4243,
    databaseUrl: undefined,
    stripeKeys: undefined,
    webhookSecret: undefined,
    origin: undefined,
    sessionSecret: undefined,
  });
});

test('all set', () => {
  const env = {
    ...keys,
    PORT: '0',
    SANDBOX_PORT: '65535',
    DATABASE_URL: 'libsql://shop',
    STRIPE_WEBHOOK_SECRET: 'whsec_abc123',
    SHOP_ORIGIN: 'https://shop.example/',
    SESSION_SECRET: 'x'.repeat(32),
  };
  assert.deepEqual(readConfig(env), {
    port: 0,
    sandboxPort: 65_535,
    databaseUrl: 'libsql://shop',
    stripeKeys: {secret: 'sk_test_abc123', publishable: 'pk_test_abc123'},
    webhookSecret: 'whsec_abc123',
    origin: 'https://shop.example',
    sessionSecret: 'x'.repeat(32),
  });
});

test('a restricted key will do as the secret one', () => {
  const {stripeKeys} = readConfig({...keys, STRIPE_SECRET_KEY: 'rk_test_abc123'});
  assert.equal(stripeKeys?.secret, 'rk_test_abc123');
});

const refusals: [string, NodeJS.ProcessEnv, RegExp][] = [
  [
    'no publishable key',
    {...keys, STRIPE_PUBLISHABLE_KEY: ''},
    /STRIPE_PUBLISHABLE_KEY is missing/,
  ],
  ['no secret key', {...keys, STRIPE_SECRET_KEY: undefined}, /STRIPE_SECRET_KEY is missing/],
  [
    'a publishable key in the place of the secret one',
    {...keys, STRIPE_SECRET_KEY: 'pk_test_abc123'},
    /STRIPE_SECRET_KEY must look like .*It begins with pk_\./,
  ],
  [
    'a secret key in the place of the publishable one',
    {...keys, STRIPE_PUBLISHABLE_KEY: 'sk_test_abc123'},
    /STRIPE_PUBLISHABLE_KEY must look like .*It begins with sk_\./,
  ],
  ['no key at all', {...keys, STRIPE_SECRET_KEY: 'abc123'}, /STRIPE_SECRET_KEY must look like/],
  [
    'a space in a key',
    {...keys, STRIPE_SECRET_KEY: 'sk_test_abc123 '},
    /STRIPE_SECRET_KEY must look/,
  ],
  [
    '59. keys of two modes',
    {...keys, STRIPE_SECRET_KEY: 'sk_live_abc123'},
    /STRIPE_SECRET_KEY is a live key and STRIPE_PUBLISHABLE_KEY a test key/,
  ],
  [
    '59. live keys without https',
    {STRIPE_SECRET_KEY: 'sk_live_abc123', STRIPE_PUBLISHABLE_KEY: 'pk_live_abc123'},
    /Live keys need https/,
  ],
  ['a webhook secret of another kind', {STRIPE_WEBHOOK_SECRET: 'sk_test_abc123'}, /whsec_/],
  ['a short session secret', {SESSION_SECRET: 'abc123'}, /at least 32 characters/],
  ['an origin with a path', {SHOP_ORIGIN: 'https://shop.example/a'}, /SHOP_ORIGIN must be like/],
  ['an origin that is no address', {SHOP_ORIGIN: 'shop.example'}, /SHOP_ORIGIN must be like/],
  ['a port that is no number', {PORT: '42x'}, /PORT must be a port.*"42x"/],
  ['a port that is too high', {SANDBOX_PORT: '65536'}, /SANDBOX_PORT must be a port/],
];

for (const [name, env, message] of refusals) {
  test(`${name}: refused, and no key is printed`, () => {
    assert.throws(
      () => readConfig(env),
      error => {
        assert.ok(error instanceof ConfigError);
        assert.match(error.message, message);
        assert.doesNotMatch(error.message, /abc123/);
        return true;
      },
    );
  });
}
