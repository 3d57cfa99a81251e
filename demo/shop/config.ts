/** What the environment says about how to run the shop. */
export interface Config {
  readonly port: number;
  readonly sandboxPort: number;
  /** `undefined`: the shop's own file. */
  readonly databaseUrl: string | undefined;
  /** `undefined`: the sandbox takes Stripe's place. */
  readonly stripeKeys: StripeKeys | undefined;
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

/**
 * Reads `PORT`, `SANDBOX_PORT`, `DATABASE_URL`, `STRIPE_SECRET_KEY` and `STRIPE_PUBLISHABLE_KEY`.
 * An empty variable counts as missing. With a secret key the shop charges at Stripe, without one at
 * the sandbox.
 * @throws ConfigError for a port that is none, and for keys that are missing, in each other's place
 * or of two modes
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  return {
    port: readPort(env, 'PORT', 4242),
    sandboxPort: readPort(env, 'SANDBOX_PORT', 4243),
    databaseUrl: env.DATABASE_URL || undefined,
    stripeKeys: readStripeKeys(env),
  };
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
