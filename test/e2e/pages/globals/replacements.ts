import type {Page} from 'playwright-core';
import type {Reads} from './reads.js';

/** A property that a page's script may replace: `path` leads to its owner, from `window`. */
export interface Target {
  readonly owner: string;
  readonly key: string;
}

export const kinds = ['removed', 'throws', 'objects', 'nothing', 'frozen'] as const;
export type Kind = (typeof kinds)[number];

/** Interfaces whose members the widget can meet: JavaScript's own, and those of the nodes and objects that it works with. */
const interfaces =
  'Array String Number Function Object Map Set WeakMap WeakSet Promise RegExp Symbol Error ' +
  'EventTarget Event Node Element HTMLElement Document DocumentFragment ShadowRoot HTMLFormElement HTMLInputElement ' +
  'HTMLButtonElement HTMLScriptElement HTMLDialogElement HTMLTemplateElement HTMLSlotElement ElementInternals ' +
  'CustomElementRegistry CSSStyleSheet CSSStyleDeclaration MediaQueryList AbortController AbortSignal TreeWalker Intl.NumberFormat Intl.Locale ' +
  'DOMTokenList NodeList HTMLCollection NamedNodeMap Attr CharacterData ChildNode URL Navigator Performance';

/** The built-in properties of a page that a script reads. */
export function targetsOf(page: Page, reads: Omit<Reads, 'bare'>): Promise<Target[]> {
  return page.evaluate(
    ({globals, members, names, interfaces}) => {
      const all = window as unknown as Record<string, {prototype?: object} & object>;
      const own = globals.filter(name => name in window).map(key => ({owner: 'window', key}));
      const named = members
        .map(member => member.split('.') as [string, string])
        .filter(
          ([owner, key]) => owner in all && key in (all[owner] as object) && key !== 'prototype',
        )
        .map(([owner, key]) => ({owner, key}));
      // Without named functions, for which tsx calls a helper that pages lack.
      const ofPrototypes = interfaces.split(' ').flatMap(owner => {
        const places = owner.startsWith('Intl.') ? (Intl as unknown as typeof all) : all;
        const prototype = places[owner.replace('Intl.', '')]?.prototype;
        if (!prototype) return [];
        const keys = names.filter(name => Object.hasOwn(prototype, name));
        if (Object.hasOwn(prototype, Symbol.iterator)) keys.push('Symbol.iterator');
        return keys.map(key => ({owner: `${owner}.prototype`, key}));
      });
      return [...own, ...named, ...ofPrototypes].filter(({key}) => key !== 'constructor');
    },
    {...reads, interfaces},
  );
}

/** A page's script that replaces a property. */
export function replacing({owner, key}: Target, kind: Kind): string {
  const property = key === 'Symbol.iterator' ? key : JSON.stringify(key);
  return `(() => {
    const owner = ${owner}, key = ${property}, define = Object.defineProperty, {freeze} = Object;
    const change = descriptor => define(owner, key, {configurable: true, ...descriptor});
    ${changes[kind]}
  })();`;
}

const changes: Readonly<Record<Kind, string>> = {
  removed: 'if (!delete owner[key] || key in owner) change({value: undefined, writable: true});',
  throws: `change({get() { throw new Error('replaced by the page'); }, set() {}});`,
  objects: 'change({value: function () { return {}; }, writable: true});',
  nothing: 'change({value: function () {}, writable: true});',
  frozen: `const {value} = Object.getOwnPropertyDescriptor(owner, key) ?? {};
    if (!value) return;
    define(owner, key, {writable: false, configurable: false});
    freeze(value);
    if (value.prototype) freeze(value.prototype);`,
};
