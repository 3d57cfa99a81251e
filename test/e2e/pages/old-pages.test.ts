import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import type {BrowserContext} from 'playwright-core';
import {closeBrowser, launch} from '../stage.js';
import {Shops} from './globals/shop.js';

after(closeBrowser);

const library = (file: string) =>
  readFileSync(new URL(`../../../node_modules/${file}`, import.meta.url), 'utf8');

/** Scripts of pages that made names of the platform their own. The customer pays on each. */
const scripts = {
  'an event bus in window.Event': 'window.Event = {fire() {}, listen() {}};',
  'classes and variables that hide globals': `class Event {} class Map {} class Set {} class Element {} let Promise = 1;
    const Node = {}; class HTMLElement {} class Symbol {} let console = {}; let JSON = {}; let Intl = {};`,
  'a variable URL': 'var URL = "https://shop.example/api";',
  'variables with the names of the window’s own':
    'var origin = "shop", innerWidth = "wide", innerHeight = {}, performance = {}, parent = 1;',
  'the polyfill of the scoped registry': library(
    '@webcomponents/scoped-custom-element-registry/scoped-custom-element-registry.min.js',
  ),
  'SES, locked down': `${library('ses/dist/ses.umd.js')}; lockdown({errorTaming: 'unsafe'});`,
  'SES, locked down as far as it goes': `${library('ses/dist/ses.umd.js')};
    lockdown({overrideTaming: 'min', errorTaming: 'unsafe'});`,
  'what Lit reads of the window': `Object.assign(window, {
      litHtmlVersions: {}, litElementVersions: 'none', reactiveElementVersions: null, litPropertyMetadata: {},
      ShadyCSS: {}, ShadyDOM: {inUse: true}, trustedTypes: {}, litNonce: undefined,
      litHtmlPolyfillSupport() { throw new Error('theirs'); },
      reactiveElementPolyfillSupport() { throw new Error('theirs'); },
      litElementPolyfillSupport() { throw new Error('theirs'); },
    });`,
  'a frozen Symbol': `Object.defineProperty(Symbol, 'metadata', {value: undefined}); Object.freeze(Symbol);`,
  'no languages': `Object.defineProperty(navigator, 'languages', {value: undefined});`,
  'languages in a text': `Object.defineProperty(navigator, 'languages', {value: 'de'});`,
  'collections without iterators': `for (const list of [NodeList, HTMLCollection, NamedNodeMap, HTMLFormControlsCollection,
      RadioNodeList, DOMTokenList, FormData, StyleSheetList]) delete list.prototype[Symbol.iterator];`,
  'a console with nothing but log': 'window.console = {log() {}};',
  'a layer in the manner of Prototype': `
    const extend = Object.assign;
    const native = window.Element;
    Object.extend = extend;
    Object.toJSON = value => String(value);
    Array.from = window.$A = list => Array.prototype.slice.call(list);
    Function.prototype.bind = function (owner, ...given) {
      const bound = this;
      return function (...rest) { return bound.apply(owner, [...given, ...rest]); };
    };
    for (const type of [Array, String, Number, Date]) type.prototype.toJSON = function () { return '"' + this + '"'; };
    extend(Array.prototype, {each(act) { this.forEach(act); }, first() { return this[0]; }, without() { return this; },
      clear() { this.length = 0; }, include(value) { return this.includes(value); }});
    extend(String.prototype, {strip() { return this.trim(); }, evalJSON() { return null; }, toArray() { return [...this]; }});
    window.Element = function (tag) { return document.createElement(tag); };
    extend(window.Element, native);
    window.Element.prototype = native.prototype;
    extend(native.prototype, {visible() { return true; }, update(text) { this.textContent = text; return this; },
      select(selector) { return this.querySelectorAll(selector); }, identify() { return this.id; }});
    window.Event = extend(function () {}, {KEY_ESC: 27, observe() {}, stop() {}, element() {}});
    window.Hash = window.Template = window.Form = function () {};`,
  'a layer in the manner of MooTools': `
    const native = window.Element;
    const Type = window.Type = function () {};
    for (const type of [Array, String, Number, Function, RegExp, Date]) {
      type.prototype.$family = () => type.name.toLowerCase();
      type.implement = type.extend = function () { return this; };
      type.alias = function () {};
      type.generics = true;
    }
    Array.from = item => item == null ? [] : Array.isArray(item) ? item : typeof item === 'object' && 'length' in item
      ? Array.prototype.slice.call(item) : [item];
    Function.from = item => typeof item === 'function' ? item : () => item;
    Number.from = String.from = item => item;
    window.Element = function (tag, given) { return document.createElement(tag); };
    window.Element.prototype = native.prototype;
    Object.assign(native.prototype, {getElement(s) { return this.querySelector(s); }, inject(to) { to.append(this); },
      dispose() { return this.remove(); }, setStyle() {}, addEvent(type, act) { this.addEventListener(type, act); },
      erase(name) { this.removeAttribute(name); }, getProperty(name) { return this.getAttribute(name); }});
    window.Event = window.DOMEvent = Type;
    window.Document = window.Window = Type;
    document.id = window.$ = id => document.getElementById(id);
    Object.each = Object.merge = Object.map = () => ({});`,
} as const;

describe('a customer pays on a page with', () => {
  let context: BrowserContext;
  before(async () => {
    context = await (await launch()).newContext({reducedMotion: 'reduce'});
  });

  for (const [what, script] of Object.entries(scripts)) {
    for (const button of ['element', 'legacy'] as const) {
      for (const when of ['before', 'after'] as const) {
        it(`${what}, ${when} the script: ${button}`, async t => {
          const shops = await Shops.start(t);
          const page = await context.newPage();
          t.after(() => page.close());
          const outcome = await shops.pay(page, {button, [when]: script});
          assert.equal(outcome.name, 'paid', outcome.detail);
        });
      }
    }
  }
});
