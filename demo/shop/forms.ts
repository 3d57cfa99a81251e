import type {Card} from './orders.js';

const tokenPattern = /^tok_[A-Za-z0-9_]{1,251}$/;
const emailPattern = /^[^\s@]+@[^\s@]+$/;
const emailLength = 254;

/**
 * One field of a posted form. A field that is missing gives nothing, and so does one that came
 * twice, which the parser turns into an array.
 */
export function readField(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return undefined;
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' ? value : undefined;
}

/**
 * The fields that `<pay-button>` wrote into the form, or nothing where they are not what it writes.
 */
export function readCard(body: unknown): Card | undefined {
  const token = readField(body, 'stripe_token');
  if (token === undefined || !tokenPattern.test(token)) return undefined;
  const email = readField(body, 'stripe_email') || null;
  if (email !== null && (email.length > emailLength || !emailPattern.test(email))) return undefined;
  return {token, email};
}
