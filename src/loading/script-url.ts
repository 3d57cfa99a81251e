import {member, parseUrl} from '../page/platform.js';

const running = runningScript();

/**
 * The address from which this very file was fetched. `currentScript.src` comes last: a `<base>` that the page has
 * written since the fetch changes it.
 */
const address = addressInStack() ?? fetchedAddress() ?? running?.src ?? '';

/** The folder of this file, beside which its parts are; undefined where nothing tells, and in `blob:` and `data:`. */
export const folder = parseUrl('.', address);

/** The page's tag of this file, where there is one. */
export const tag = running?.src ? running : tagOf(address);

/** An element of the page that is named `currentScript` does not get in the way. */
function runningScript(): HTMLScriptElement | undefined {
  const script = member<unknown>(Document.prototype, 'currentScript', document);
  return script instanceof HTMLScriptElement ? script : undefined;
}

/**
 * The address at the top of the stack: modules have no `currentScript`. Text that a script evaluates has no address
 * there, or that of the page.
 */
function addressInStack(): string | undefined {
  if (running && !running.src) return undefined;
  const lines = stack().split('\n');
  // Chromium's begins with the message.
  const top = lines.find(line => line.startsWith('    at ')) ?? lines[0] ?? '';
  const [, found] =
    /^(?: +at (?:.* \()?|[^@]*@)([\w+.-]+:\/\/\S+?)(?::\d+){1,2}\)?$/.exec(top) ?? [];
  return found && !isSameFile(found, location.href) ? found : undefined;
}

/** The browser's own error: pages replace the constructor of those that scripts make. */
function stack(): string {
  try {
    return (undefined as unknown as () => string)();
  } catch (error) {
    return String((error as Error).stack);
  }
}

/** The last script that was fetched: for text that jQuery has fetched and evaluates, and for pages that hide stacks. Never an image. */
function fetchedAddress(): string | undefined {
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return entries.findLast(
    ({name, initiatorType: type}) =>
      /^[^?#]*\/pay-button[^/?#]*\.js([?#]|$)/.test(name) &&
      (type === 'script' ||
        (/^(fetch|xmlhttprequest)$/.test(type) && name.startsWith(`${location.origin}/`))),
  )?.name;
}

function tagOf(address: string): HTMLScriptElement | undefined {
  const scripts = Document.prototype.querySelectorAll.call(document, 'script[src]');
  return [...scripts].find(
    (script): script is HTMLScriptElement =>
      script instanceof HTMLScriptElement && isSameFile(script.src, address),
  );
}

/** Without queries: WebKit leaves them out of its stacks. */
function isSameFile(one: string, other: string): boolean {
  return one.split(/[?#]/)[0] === other.split(/[?#]/)[0];
}
