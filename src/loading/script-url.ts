import {member, parseUrl} from '../platform.js';

/** The page's tag of this file, where there is one. */
export const tag = runningScript();

/**
 * The address of this file, beside which its parts are. Where no tag is running (in a module, or when jQuery
 * runs a script of the page's own origin as text), it is that of the file that the page has fetched last.
 */
export const scriptUrl = tag?.src || fetchedScript() || document.baseURI;

/** An element of the page that is named `currentScript` does not get in the way. */
function runningScript(): HTMLScriptElement | undefined {
  const script = member<unknown>(Document.prototype, 'currentScript', document);
  return script instanceof HTMLScriptElement ? script : undefined;
}

/** Of this origin only: elsewhere, any image of the page might bear that name. */
function fetchedScript(): string | undefined {
  return performance
    .getEntriesByType('resource')
    .map(({name}) => parseUrl(name, document.baseURI))
    .filter(url => url?.origin === location.origin && /\/pay-button[^/]*\.js$/.test(url.pathname))
    .at(-1)?.href;
}
