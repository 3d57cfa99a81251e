import {insertScript, whenRun} from './insert-script.js';
import type {onDemand as modules} from './on-demand.js';
import {partsIntegrity} from './parts-integrity.js';
import {scriptUrl, tag} from './script-url.js';
import {version} from './version.js';

/** The same as `on-demand.ts` for the script tag: files beside the script. */
export const onDemand: typeof modules = {
  addresses: () => load('addresses.js'),
  products: () => load('products.js'),
  checkoutJs: () => load('checkoutjs.js'),
  confirm: () => load('confirm.js'),
  words: locale => load(`locales/${locale}.js`),
};

/**
 * Where the page's tag has this file's hash, the parts are held to theirs as well. Theirs are in `parts.js`, whose own
 * hash is in this file.
 */
async function load<T>(name: string): Promise<T> {
  if (!tag?.integrity) return fetchPart(name);
  const {hashes} = await fetchPart<{hashes: Record<string, string>}>('parts.js', partsIntegrity);
  return fetchPart(name, hashes[name]);
}

let failures = 0;

async function fetchPart<T>(name: string, integrity?: string): Promise<T> {
  const url = new URL(name, scriptUrl);
  // Parts of another release do not fit. And Chromium keeps a module that could not be fetched as failed for
  // good: another address is another try.
  url.search = failures ? `${version}-${failures}` : version;
  try {
    if (integrity) await verify(url.href, integrity);
    return (await import(url.href)) as T;
  } catch (error) {
    failures++;
    console.error(
      `pay-button: ${url.href} is missing, or not of this release. Put its ${name} beside pay-button.js.`,
    );
    throw error;
  }
}

/** `import()` takes no hash, but it fetches nothing that a script of the page has fetched as a module before. */
function verify(address: string, integrity: string): Promise<boolean> {
  const {nonce} = tag as HTMLScriptElement;
  return whenRun(insertScript(address, {type: 'module', integrity, nonce}), () => true);
}
