import {attributeName} from '../checkout/given-options.js';
import type {Gateway} from '../gateways/gateway.js';
import {itemsOf} from '../page/platform.js';
import {ScriptButton} from './script-button.js';
import {liveNames, type RawOptions} from './option-names.js';

/** By `button0`, `button1` …, in the order of upgrading: pages look their buttons up here. */
export const configurations: Record<string, RawOptions> = {};

const upgraded = new WeakSet<HTMLScriptElement>();
/** The mark of checkout.js for tags that have a button. A checkout.js on the same page leaves these alone. */
const mark = 'active';
let count = 0;

/**
 * Puts a button after every `script.stripe-button` on the page that has none yet. In shadow roots, too: a
 * script there cannot tell which one it is.
 */
export function upgradeScripts(gateway: Gateway, root: Document | ShadowRoot = document): void {
  // An image of the page may be called `querySelectorAll`.
  const {prototype} = root instanceof Document ? Document : DocumentFragment;
  const all = (selector: string) => itemsOf(prototype.querySelectorAll.call(root, selector));
  for (const script of all('script.stripe-button')) {
    if (script instanceof HTMLScriptElement && isLive(script) && !upgraded.has(script)) {
      upgrade(script, gateway);
    }
  }
  for (const {shadowRoot} of all('*')) {
    if (shadowRoot) upgradeScripts(gateway, shadowRoot);
  }
}

/**
 * True for a tag of a type that browsers run. Tools that delay scripts give them a type of their own, and put a copy
 * that runs in the place of each.
 */
function isLive({type}: HTMLScriptElement): boolean {
  return !type || /^(module|(text|application)\/[^/]*script[\d.]*)$/i.test(type.trim());
}

function upgrade(script: HTMLScriptElement, gateway: Gateway): void {
  upgraded.add(script);
  script.classList.add(mark);
  // A page that was restored from a copy of its nodes, as Turbo does, has a button that hears nothing.
  const copy = script.nextElementSibling;
  if (copy?.matches('button.stripe-button-el')) copy.remove();
  returnAfterMorph(new ScriptButton(script, gateway));
  configurations[`button${count++}`] = configurationOf(script);
}

/**
 * Puts a button back that was morphed away. Morphing makes the tag as the server wrote it, without our mark. A page
 * that removes the button on purpose leaves the mark.
 */
function returnAfterMorph(button: ScriptButton): void {
  const {script} = button;
  const observer = new MutationObserver(() => {
    if (script.classList.contains(mark) || !script.matches('.stripe-button')) return;
    script.classList.add(mark);
    button.putBack();
  });
  observer.observe(script, {attributeFilter: ['class']});
}

/**
 * The options of a script tag as an object that pages change, as checkout.js had it. The attributes remain
 * the only truth.
 */
function configurationOf(script: HTMLScriptElement): RawOptions {
  const configuration: RawOptions = {};
  for (const name of liveNames) {
    const attribute = attributeName(name);
    Object.defineProperty(configuration, name, {
      enumerable: true,
      get: () => script.getAttribute(attribute) ?? undefined,
      set: (value: string | number | boolean | null | undefined) => {
        if (value == null) script.removeAttribute(attribute);
        else script.setAttribute(attribute, String(value));
      },
    });
  }
  return configuration;
}
