import {member} from '../page/platform.js';
import {tag} from './script-url.js';

/** Milliseconds after which a file that hangs is given up. */
export const patience = 8000;

/** The end of a sentence that begins with the file's address. */
export const isOfAnotherRelease =
  'is not of this release. Put the file of the same release beside pay-button.js.';

/**
 * Finds out why a file could not be loaded, which `import()` keeps to itself: asks for the file once more, without
 * running it.
 * @param error what `import()` rejected with
 * @param integrity the hash that the file must have
 * @returns the end of a sentence that begins with the file's address. A guess says "probably".
 */
export async function faultOf(url: URL, error: unknown, integrity?: string): Promise<string> {
  const {href, protocol, origin, pathname} = url;
  if (protocol === 'file:') {
    return 'cannot be loaded by a page that was opened as a file. Open the page from a web server.';
  }
  if (/timeout$/.test(String(error))) return `did not come within ${patience / 1000} seconds.`;
  const directives: string[] = [];
  const listener = (violation: SecurityPolicyViolationEvent) => {
    const isOurs = violation.blockedURI.startsWith(origin + pathname);
    if (isOurs && violation.disposition === 'enforce')
      directives.push(violation.effectiveDirective);
  };
  window.addEventListener('securitypolicyviolation', listener);
  // Chromium would not ask again for a module that it could not fetch.
  const isLoaded = await preload(`${href}-fault`);
  const fault = await faultOfAnswer(href, error, integrity);
  // The event comes after the request has failed.
  await new Promise(resolve => setTimeout(resolve));
  window.removeEventListener('securitypolicyviolation', listener);
  const directive = directives.find(name => name.startsWith('script-src'));
  if (directive) {
    return `is blocked by the page’s Content-Security-Policy. Allow ${origin} in its ${directive}.`;
  }
  if (fault) return fault;
  if (!directives.length) {
    return 'did not come. Probably there is no network, or an extension blocks it.';
  }
  return integrity && isLoaded
    ? isOfAnotherRelease
    : `could not be loaded. Why cannot be found out: the page’s Content-Security-Policy has a connect-src without it.`;
}

/** Returns nothing where no answer comes. */
async function faultOfAnswer(
  href: string,
  error: unknown,
  integrity?: string,
): Promise<string | undefined> {
  const ask = (init?: RequestInit) =>
    fetch(href, {signal: AbortSignal.timeout(patience), ...init}).catch(() => undefined);
  const answer = await ask();
  if (!answer) {
    return (await ask({mode: 'no-cors'}))
      ? 'is on another origin, which has to answer with Access-Control-Allow-Origin.'
      : undefined;
  }
  const {ok, status, headers} = answer;
  if (!ok) {
    return `is not there: its server answers ${status}. Put the file beside pay-button.js.`;
  }
  const type = headers.get('content-type') ?? '';
  if (!/(java|ecma)script/i.test(type)) {
    return `is served as "${type}". Put the file there, and serve it as text/javascript.`;
  }
  if (integrity) return isOfAnotherRelease;
  return `is there, but does not run (${String(error)}). Probably something has changed it, or it ${isOfAnotherRelease}`;
}

/** Asks for a module as scripts are asked for, without running it. Returns true where the browser says that it came. */
async function preload(href: string): Promise<boolean> {
  const link = Document.prototype.createElement.call(document, 'link') as HTMLLinkElement;
  Object.assign(link, {rel: 'modulepreload', href, nonce: tag?.nonce ?? ''});
  const isLoaded = await new Promise<boolean>(resolve => {
    link.onload = () => resolve(true);
    link.onerror = () => resolve(false);
    // Not all browsers know it.
    setTimeout(resolve, 1000, false);
    member<HTMLElement>(Document.prototype, 'head', document).append(link);
  });
  link.remove();
  return isLoaded;
}
