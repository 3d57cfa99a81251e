import {insertScript, whenRun} from './insert-script.js';
import {partsIntegrity} from './parts-integrity.js';
import {scriptUrl, tag} from './script-url.js';
import {version} from '../version.js';

/**
 * Loads a file that lies beside the script. Where the page's tag has the script's hash, the file is held to its own as
 * well. Those hashes are in `parts.js`, whose own hash is in the script.
 * @param name relative to the script
 * @throws whatever keeps the file from being loaded, after telling the merchant
 */
export async function loadFile<T>(name: string): Promise<T> {
  if (!tag?.integrity) return fetchFile(name);
  const {hashes} = await fetchFile<{hashes: Record<string, string>}>('parts.js', partsIntegrity);
  return fetchFile(name, hashes[name]);
}

let failures = 0;

async function fetchFile<T>(name: string, integrity?: string): Promise<T> {
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
