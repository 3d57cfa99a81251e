import {member} from './platform.js';

/** The script tag that is being run: an element of the page that is named `currentScript` does not get in its way. */
export function runningScript(): HTMLScriptElement | undefined {
  const script = member<unknown>(Document.prototype, 'currentScript', document);
  return script instanceof HTMLScriptElement ? script : undefined;
}

/**
 * The address of this file, beside which its parts are. jQuery runs a script of the page's own origin as
 * text, so that no tag of it is running: then it is that of a tag of this origin that asks for the file.
 */
export const scriptUrl = runningScript()?.src || ownTag()?.src || document.baseURI;

function ownTag(): HTMLScriptElement | undefined {
  const tags = Document.prototype.querySelectorAll.call(document, 'script.stripe-button[src]');
  return [...tags].find(
    (tag): tag is HTMLScriptElement =>
      tag instanceof HTMLScriptElement && new URL(tag.src).origin === location.origin,
  );
}
