import {member, parseUrl} from './platform.js';

/** An element of the page that is named `currentScript` does not get in the way. */
function runningScript(): HTMLScriptElement | undefined {
  const script = member<unknown>(Document.prototype, 'currentScript', document);
  return script instanceof HTMLScriptElement ? script : undefined;
}

/**
 * The address of this file, beside which its parts are. Where no tag is running (in a module, or when jQuery
 * runs a script of the page's own origin as text), it is that of a tag of this origin that asks for the file.
 */
export const scriptUrl = runningScript()?.src || ownTag()?.src || document.baseURI;

function ownTag(): HTMLScriptElement | undefined {
  const tags = Document.prototype.querySelectorAll.call(
    document,
    'script.stripe-button[src], script[src$="/pay-button.js"]',
  );
  return [...tags].find(
    (tag): tag is HTMLScriptElement =>
      tag instanceof HTMLScriptElement &&
      parseUrl(tag.src, document.baseURI)?.origin === location.origin,
  );
}
