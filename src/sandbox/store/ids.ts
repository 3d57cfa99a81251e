import {randomBytes} from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Bytes from here on would make the first letters likelier than the rest. */
const unbiased = 256 - (256 % alphabet.length);

/** An id in Stripe's shape, such as `tok_` and 24 random letters and digits. */
export function newId(prefix: string): string {
  return `${prefix}_${randomText(24)}`;
}

/** Random letters and digits, for ids and client secrets. */
export function randomText(length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < unbiased && text.length < length) text += alphabet.charAt(byte % alphabet.length);
    }
  }
  return text;
}

/** Now as Stripe writes times: whole seconds since 1970. */
export function timestamp(): number {
  return Math.floor(Date.now() / 1000);
}

/** The stored objects hold ids where Stripe's types also allow the objects themselves. */
export function idOf(link: string | {id: string} | null): string | null {
  return typeof link === 'object' ? (link?.id ?? null) : link;
}
