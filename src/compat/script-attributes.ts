import {isOptionName, namedOptions, optionNames, type RawOptions} from './option-names.js';
import {warnOnce} from './hints.js';

/** `panelLabel` as an attribute: `data-panel-label`. */
export function attributeName(name: string): string {
  return `data-${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;
}

/** What the `data-*` attributes of a script tag say now. */
export function readAttributes(script: HTMLScriptElement): RawOptions {
  const entries: [string, string][] = [];
  for (const {name, value} of script.attributes) {
    const option = /^data-(.+)$/.exec(name)?.[1];
    if (option) entries.push([camel(option), value]);
    else if (isOptionName(name)) {
      warnOnce(`pay-button: there is no ${name}. Did you mean ${attributeName(name)}?`);
    }
  }
  return namedOptions(entries, attributeName);
}

/**
 * The options of a script tag as an object that pages change, as checkout.js had it. The attributes remain
 * the only truth.
 */
export function configurationOf(script: HTMLScriptElement): RawOptions {
  const configuration: RawOptions = {};
  for (const name of optionNames) {
    const attribute = attributeName(name);
    Object.defineProperty(configuration, name, {
      enumerable: true,
      get: () => readAttributes(script)[name],
      set: (value: string | number | boolean | null | undefined) => {
        if (value == null) script.removeAttribute(attribute);
        else script.setAttribute(attribute, String(value));
      },
    });
  }
  return configuration;
}

function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
