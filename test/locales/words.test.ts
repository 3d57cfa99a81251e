import {expect} from '@open-wc/testing';
import '../../src/index.js';
import {en, type Words} from '../../src/locales/en.js';
import {english} from '../../src/locales/en-full.js';
import {imports} from '../../src/locales/imports.js';
import {locales} from '../../src/locales/locale.js';
import {loadWords, withWords} from '../../src/locales/words.js';
import {clausesOf, promisesOf} from '../helpers/promises.js';
import {replacePart} from '../helpers/replace-part.js';

/** Every text of a language by its path; those with parameters are given some. */
function textsOf(words: object, path = ''): [path: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const name = `${path}${key}`;
    if (typeof value === 'string') return [[name, value]];
    if (typeof value === 'object') return textsOf(value as object, `${name}.`);
    const say = value as (...parameters: (string | undefined)[]) => string;
    return [
      [name, say('X', 'Y')],
      [`${name}, short`, say(name === 'pay' ? undefined : 'X', undefined)],
    ];
  });
}

/** What may be as in English, by its path: here no language has words of its own, or people say it so. */
const shared = ['language', 'dialogName', 'dialogName, short', 'fields.email'];
const sharedIn: Readonly<Record<string, readonly string[]>> = {
  de: ['optional', 'optional, short'],
  fil: [
    'testMode',
    'fields.cvc',
    'fields.postalCode',
    'addresses.billing',
    'addresses.shipping',
    'addressFields.line1',
    'addressFields.zip',
  ],
};

/** Every text of these languages has letters of their own. */
const scripts: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  bg: /\p{Script=Cyrillic}/u,
  el: /\p{Script=Greek}/u,
  he: /\p{Script=Hebrew}/u,
  ja: /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u,
  ko: /\p{Script=Hangul}/u,
  ru: /\p{Script=Cyrillic}/u,
  th: /\p{Script=Thai}/u,
  zh: /\p{Script=Han}/u,
};

/** Typewriter quotes and dots, loose spaces, and Latin letters that pass for Greek or Cyrillic ones. */
const misspelling =
  /['"`]|\.\.|\s\s|^\s|\s$|\p{Script=Latin}[\p{Script=Greek}\p{Script=Cyrillic}]|[\p{Script=Greek}\p{Script=Cyrillic}]\p{Script=Latin}/u;

/** How a text ends: a sentence, something under way, or neither. Thai has no full stop. */
function endOf(text: string, locale: string): string {
  const [end = ''] = /[.。…]$/.exec(text) ?? [];
  return end === '…' ? end : locale === 'th' ? '' : end.replace('。', '.');
}

describe('words', () => {
  it('are there for every locale but English, and for no other', () => {
    expect(['en', ...Object.keys(imports)].sort()).to.deep.equal([...locales].sort());
  });

  const paths = textsOf(english).map(([path]) => path);
  for (const [locale, load] of Object.entries(imports)) {
    it(`say everything in ${locale}`, async () => {
      const {words} = await load();
      const texts = textsOf(words);
      expect(texts.map(([path]) => path)).to.have.members(paths);
      const empty = texts.filter(([, text]) => !text.trim() || /undefined|\[object/.test(text));
      expect(empty).to.deep.equal([]);
      expect(words.dialogName('Shop', '¥999')).to.include('Shop').and.to.include('¥999');
      expect(words.pay('¥999')).to.include('¥999');
      expect(words.straightTo('Stripe')).to.include('Stripe');
      expect(new Intl.Locale(words.language).language).to.equal(new Intl.Locale(locale).language);
    });
  }

  for (const [locale, load] of Object.entries(imports)) {
    it(`are spelled as in print in ${locale}`, async () => {
      const {words} = await load();
      expect(textsOf(words).filter(([, text]) => misspelling.test(text))).to.deep.equal([]);
    });
  }

  const texts = new Map(textsOf(english));
  const promising = textsOf(english).filter(([, text]) =>
    /Nothing (was|has been) charged/.test(text),
  );
  const foreign = Object.entries(imports).filter(([locale]) => !locale.startsWith('en'));
  for (const [locale, load] of foreign) {
    it(`are not left in English in ${locale}`, async () => {
      const {words} = await load();
      const script = scripts[new Intl.Locale(locale).language] ?? /\p{Script=Latin}/u;
      const left = textsOf(words).filter(
        ([path, text]) => text === texts.get(path) || !script.test(text),
      );
      const allowed = [...shared, ...(sharedIn[locale] ?? [])];
      expect(left.filter(([path]) => !allowed.includes(path))).to.deep.equal([]);
    });

    it(`are sentences where English has them in ${locale}`, async () => {
      const {words} = await load();
      const odd = textsOf(words).filter(
        ([path, text]) => endOf(text, locale) !== endOf(texts.get(path) ?? '', locale),
      );
      expect(odd).to.deep.equal([]);
    });

    it(`say that nothing was charged where English does, and nowhere else, in ${locale}`, async () => {
      const {words} = await load();
      const [promise, ...others] = promisesOf(words);
      expect(others).to.deep.equal([]);
      const same = textsOf(words).filter(([, text]) => clausesOf(text).includes(promise));
      expect(same.map(([path]) => path)).to.have.members(promising.map(([path]) => path));
    });
  }

  it('come on pages that have put a Promise of their own in place of the browser’s', async () => {
    const {Promise: browsers} = window;
    window.Promise = class extends Promise<unknown> {} as PromiseConstructor;
    try {
      const words = await new browsers<Words>(resolve => withWords('lt', resolve));
      expect(words.language).to.equal('lt');
    } finally {
      window.Promise = browsers;
    }
  });

  it('are English where a language cannot be fetched, and are asked for again', async () => {
    const putBack = replacePart('words', () => Promise.reject(new Error('offline')));
    try {
      expect(await loadWords('mt')).to.equal(en);
    } finally {
      putBack();
    }
    const spoken: Words[] = [];
    const speak = (words: Words) => void spoken.push(words);
    withWords('mt', speak);
    expect(spoken).to.deep.equal([]);
    const maltese = await loadWords('mt');
    expect(maltese.language).to.equal('mt');
    withWords('mt', speak);
    expect(spoken).to.deep.equal([maltese, maltese]);
  });
});
