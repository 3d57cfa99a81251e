import {insertScript, whenRun} from './insert-script.js';
import {faultOf, isOfAnotherRelease, patience} from './part-fault.js';
import {partsIntegrity} from './parts-integrity.js';
import {folder, tag} from './script-url.js';
import {version} from '../version.js';

/**
 * Loads a file that lies beside the script. Where the page's tag has the script's hash, the file is held to its own as
 * well. Those hashes are in `parts.js`, whose own hash is in the script.
 * @param name relative to the script
 * @param use makes what is asked for of the file's exports; throws where these are not of this release
 * @throws whatever keeps the file from being loaded, after telling the merchant
 */
export async function loadFile<E extends object, T>(
  name: string,
  use: (exports: E) => T,
): Promise<T> {
  if (!tag?.integrity) return fetchFile(name, use);
  const readHashes = ({hashes}: {hashes: Record<string, string>}) => hashes;
  const hashes = await fetchFile('parts.js', readHashes, partsIntegrity);
  // Unchecked it must not run.
  if (!hashes[name]) {
    throw failed(`parts.js has no hash of ${name}, so that ${name} is not loaded.`);
  }
  return fetchFile(name, use, hashes[name]);
}

let failures = 0;

async function fetchFile<E extends object, T>(
  name: string,
  use: (exports: E) => T,
  integrity?: string,
): Promise<T> {
  if (!folder) {
    throw failed(
      `${name} cannot be loaded, since pay-button.js does not know its own address: it was evaluated as text, or is ` +
        'in the page itself or a blob:. Load it by <script src="…/pay-button.js">.',
    );
  }
  const url = new URL(name, folder);
  // Parts of another release do not fit. And Chromium keeps a module that could not be fetched as failed for
  // good: another address is another try.
  url.search = failures ? `${version}-${failures}` : version;
  let exports: E | undefined;
  try {
    if (integrity) await verify(url.href, integrity);
    exports = await inTime(import(url.href) as Promise<E>);
    return use(exports);
  } catch (error) {
    failures++;
    const fault = exports ? isOfAnotherRelease : await faultOf(url, error, integrity);
    console.error(`pay-button: ${url.href} ${fault}`);
    throw error;
  }
}

function failed(message: string): Error {
  console.error(`pay-button: ${message}`);
  return new Error(message);
}

/** `import()` takes no hash, but it fetches nothing that a script of the page has fetched as a module before. */
async function verify(address: string, integrity: string): Promise<void> {
  const {nonce} = tag as HTMLScriptElement;
  await whenRun(insertScript(address, {type: 'module', integrity, nonce}), () => true);
}

/** Rejects where a request hangs. */
function inTime<T>(file: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('timeout')), patience);
    file.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
