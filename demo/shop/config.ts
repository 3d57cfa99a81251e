/** What the environment says about how to run the shop. */
export interface Config {
  readonly port: number;
  readonly sandboxPort: number;
  /** `undefined`: the shop's own file. */
  readonly databaseUrl: string | undefined;
  /** `undefined`: the sandbox takes Stripe's place. */
  readonly stripeKeys: StripeKeys | undefined;
  /** What Stripe signs its webhooks with. `undefined`: with Stripe's keys, the shop takes none. */
  readonly webhookSecret: string | undefined;
  /** Where customers reach the shop. `undefined`: on this computer alone. */
  readonly origin: string | undefined;
  /** Signs the shop's forms. `undefined`: another one at each start. */
  readonly sessionSecret: string | undefined;
}

export interface StripeKeys {
  readonly secret: string;
  readonly publishable: string;
}

/**
 * Thrown for an environment that the shop cannot start with. The message is for the person who
 * starts it; no keys.
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const highestPort = 65_535;
const shortestSecret = 32;

/**
 * Reads `PORT`, `SANDBOX_PORT`, `DATABASE_URL`, `STRIPE_SECRET_KEY`, `STRIPE_PUBLISHABLE_KEY`,
 * `STRIPE_WEBHOOK_SECRET`, `SHOP_ORIGIN` and `SESSION_SECRET`. An empty variable counts as missing.
 * With a secret key the shop charges at Stripe, without one at the sandbox.
 * @throws ConfigError for a port that is none, for keys that are missing, in each other's place or of
 * two modes, and for live keys without https
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const stripeKeys = readStripeKeys(env);
  const origin = readOrigin(env);
  if (stripeKeys?.publishable.startsWith('pk_live_') && !origin?.startsWith('https:')) {
    throw new ConfigError(
      'Live keys need https: set SHOP_ORIGIN to where customers reach the shop.',
    );
  }
  return {
    port: readPort(env, 'PORT', 4242),
    sandboxPort: readPort(env, 'SANDBOX_PORT', 4243),
    databaseUrl: env.DATABASE_URL || undefined,
    stripeKeys,
    webhookSecret: readWebhookSecret(env),
    origin,
    sessionSecret: readSessionSecret(env),
  };
}

function readOrigin({SHOP_ORIGIN: value}: NodeJS.ProcessEnv): string | undefined {
  if (!value) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isOrigin = url?.href === `${url?.origin}/` && /^https?:$/.test(url.protocol);
  if (url && isOrigin) return url.origin;
  throw new ConfigError(`SHOP_ORIGIN must be like https://shop.example. It is "${value}".`);
}

function readWebhookSecret({STRIPE_WEBHOOK_SECRET: value}: NodeJS.ProcessEnv): string | undefined {
  if (!value || /^whsec_\w+$/.test(value)) return value || undefined;
  throw new ConfigError('STRIPE_WEBHOOK_SECRET must look like whsec_….');
}

function readSessionSecret({SESSION_SECRET: value}: NodeJS.ProcessEnv): string | undefined {
  if (!value || value.length >= shortestSecret) return value || undefined;
  throw new ConfigError(`SESSION_SECRET must have at least ${shortestSecret} characters.`);
}

function readStripeKeys(env: NodeJS.ProcessEnv): StripeKeys | undefined {
  if (!env.STRIPE_SECRET_KEY && !env.STRIPE_PUBLISHABLE_KEY) return undefined;
  const secret = readKey(env, 'STRIPE_SECRET_KEY', ['sk', 'rk']);
  const publishable = readKey(env, 'STRIPE_PUBLISHABLE_KEY', ['pk']);
  if (secret.mode !== publishable.mode) {
    throw new ConfigError(
      `STRIPE_SECRET_KEY is a ${secret.mode} key and STRIPE_PUBLISHABLE_KEY ` +
        `a ${publishable.mode} key: both must be of one mode.`,
    );
  }
  return {secret: secret.key, publishable: publishable.key};
}

function readKey(env: NodeJS.ProcessEnv, name: string, prefixes: string[]) {
  const key = env[name];
  if (!key) throw new ConfigError(`${name} is missing: Stripe needs both keys, the sandbox none.`);

  const [, prefix, mode] = /^([a-z]+)_(test|live)_\w+$/.exec(key) ?? [];
  if (prefix === undefined || !prefixes.includes(prefix)) {
    const expected = prefixes.map(each => `${each}_test_… or ${each}_live_…`).join(', ');
    throw new ConfigError(
      `${name} must look like ${expected}.${prefix ? ` It begins with ${prefix}_.` : ''}`,
    );
  }
  return {key, mode};
}

function readPort(env: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const value = env[name];
  if (!value) return otherwise;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > highestPort) {
    throw new ConfigError(`${name} must be a port, 0 to ${highestPort}. It is "${value}".`);
  }
  return port;
}
