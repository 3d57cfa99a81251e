import type {Request, RequestHandler} from 'express';
import {sendRefusal} from './answers.js';
import {csrfField, readField} from './forms.js';
import {isOwnForm, visitorOf} from './visitor.js';

const loopback = /^(?:[\w-]+\.)*localhost$|^127\.0\.0\.1$|^\[::1\]$/;

/**
 * Where the customer reaches the shop. What a request says of that counts on this computer alone,
 * where nobody else can say it: a bank would send the customer there.
 */
export function originOf(request: Request, configured: string | undefined): string | undefined {
  if (configured !== undefined) return configured;
  const {host = ''} = request.headers;
  const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : undefined;
  return url && url.host === host.toLowerCase() && loopback.test(url.hostname)
    ? url.origin
    : undefined;
}

/** Refuses requests by a name that is not the shop's: another site's name may lead here. */
export function onlyByName(configured: string | undefined): RequestHandler {
  return (request, response, next) => {
    if (originOf(request, configured) !== undefined) next();
    else sendRefusal(request, response, 400);
  };
}

/** Refuses forms that other sites send, by what browsers say of where a request comes from. */
export function onlyFromHere(configured: string | undefined): RequestHandler {
  return (request, response, next) => {
    const site = request.get('sec-fetch-site');
    const origin = request.get('origin');
    const isForeign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (origin !== undefined && origin !== originOf(request, configured));
    if (isForeign && !isSafe(request)) sendRefusal(request, response, 403);
    else next();
  };
}

/** Refuses forms that were not made for this session. The body must have been read. */
export const onlyOwnForms: RequestHandler = (request, response, next) => {
  if (isSafe(request) || isOwnForm(visitorOf(request), readField(request.body, csrfField))) next();
  else sendRefusal(request, response, 403);
};

function isSafe({method}: Request): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}
