import {member} from '../page/platform.js';

/** Milliseconds after which a script that hangs is given up. */
const patience = 8000;

const inserted = new WeakSet<HTMLScriptElement>();

/** Puts a script on the page. {@link whenRun} waits for it. */
export function insertScript(
  address: string,
  attributes?: Partial<HTMLScriptElement>,
): HTMLScriptElement {
  const script = Document.prototype.createElement.call(document, 'script') as HTMLScriptElement;
  inserted.add(script);
  Object.assign(script, attributes, {src: trusted(address)});
  member<HTMLElement>(Document.prototype, 'head', document).append(script);
  return script;
}

/**
 * Waits until a script has run. One of ours that fails, hangs, or leaves nothing behind is taken off the page: the next
 * try must not wait for it again.
 * @param left looks for what the script leaves behind
 * @param limit milliseconds after which a script that hangs is given up
 */
export function whenRun<T>(
  script: HTMLScriptElement,
  left: () => T | undefined,
  limit = patience,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = ({type} = {type: 'timeout'}) => {
      clearTimeout(timer);
      const found = type === 'load' ? left() : undefined;
      if (found) return resolve(found);
      if (inserted.has(script)) script.remove();
      reject(new Error(`${script.src}: ${type}`));
    };
    const timer = setTimeout(settle, limit);
    script.addEventListener('load', settle);
    script.addEventListener('error', settle);
  });
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: {createScriptURL(address: string): string},
  ): {createScriptURL(address: string): string};
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/**
 * Under `require-trusted-types-for` a policy has to vouch for an address. Nobody but this file can ask ours, and
 * this file is asked for Stripe.js, and for parts of our own whose hash is known.
 */
function trusted(address: string): string {
  const {trustedTypes} = window as {trustedTypes?: TrustedTypes};
  policy ??= trustedTypes?.createPolicy('pay-button', {createScriptURL: address => address});
  return policy?.createScriptURL(address) ?? address;
}
