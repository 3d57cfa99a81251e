import {attributeName} from '../checkout/given-options.js';
import {itemsOf} from '../page/platform.js';
import {isOptionName, namedOptions, type RawOptions} from './option-names.js';
import {warnOnce} from '../hints.js';

/** What the `data-*` attributes of a script tag say now. */
export function readAttributes(script: HTMLScriptElement): RawOptions {
  const entries: [string, string][] = [];
  for (const {name, value} of itemsOf(script.attributes)) {
    const option = /^data-(.+)$/.exec(name)?.[1];
    if (option) entries.push([camel(option), value]);
    else if (isOptionName(name)) {
      warnOnce(`pay-button: there is no ${name}. Did you mean ${attributeName(name)}?`);
    }
  }
  return namedOptions(entries, attributeName);
}

function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
