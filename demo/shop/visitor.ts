import {createHash, createHmac, randomBytes, timingSafeEqual} from 'node:crypto';
import {isIPv6} from 'node:net';
import type {Request, RequestHandler} from 'express';

/** Who sends a request. */
export interface Visitor {
  /**
   * Stands for the browser's session in the database. Not what the cookie holds, so that nobody who
   * reads the database can take over a session.
   */
  readonly session: string;
  /** What the forms that are made for this session carry, as the proof that we made them. */
  readonly csrf: string;
  /** Stands for the network's address. */
  readonly address: string;
}

/** Seconds: a customer who comes back within 90 days finds orders and saved cards. */
const cookieAge = 90 * 24 * 60 * 60;

const sessionPattern = /^[\da-f]{64}$/;

const visitors = new WeakMap<Request, Visitor>();

/**
 * Gives each browser a session: a random name in a cookie, and nothing that has to be kept here. The
 * proof for forms is derived from it, so that another site, which cannot read the cookie, cannot
 * make one.
 * @param isSecure whether the shop is reached by https only
 */
export function visits(secret: string, isSecure: boolean): RequestHandler {
  // A `__Host-` cookie cannot be set by a neighbouring host or without https.
  const name = isSecure ? '__Host-session' : 'session';
  return (request, response, next) => {
    const known = readCookie(request.headers.cookie, name);
    const isKnown = known !== undefined && sessionPattern.test(known);
    const session = isKnown ? known : randomBytes(32).toString('hex');
    if (!isKnown) {
      response.cookie(name, session, {
        httpOnly: true,
        sameSite: 'lax',
        secure: isSecure,
        path: '/',
        maxAge: cookieAge * 1000,
      });
    }
    visitors.set(request, {
      session: createHash('sha256').update(session).digest('hex'),
      csrf: sign(secret, `csrf:${session}`),
      address: sign(secret, `address:${networkOf(request.ip ?? '')}`),
    });
    next();
  };
}

export function visitorOf(request: Request): Visitor {
  const visitor = visitors.get(request);
  if (!visitor) throw new Error(`Nobody has looked who sent ${request.method} ${request.path}.`);
  return visitor;
}

/** Whether a form's proof is the visitor's own. Takes as long for each. */
export function isOwnForm({csrf}: Visitor, proof: string | undefined): boolean {
  const given = Buffer.from(proof ?? '');
  const wanted = Buffer.from(csrf);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function sign(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

function readCookie(header: string | undefined, name: string): string | undefined {
  const start = `${name}=`;
  const pair = header?.split(';').find(each => each.trimStart().startsWith(start));
  return pair?.trim().slice(start.length);
}

/** An IPv4 address, or the half of an IPv6 address that a customer's line shares. */
function networkOf(address: string): string {
  const mapped = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(mapped)) return mapped;
  const [head = '', tail] = mapped.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail ? tail.split(':') : [];
  const zeros = Array.from({length: Math.max(0, 8 - first.length - last.length)}, () => '0');
  return [...first, ...zeros, ...last].slice(0, 4).join(':');
}
