import {expect} from '@open-wc/testing';
import {en, type Words} from '../../src/locales/en.js';
import {imports} from '../../src/locales/imports.js';
import {locales} from '../../src/locales/locale.js';
import {knownWords, loadWords} from '../../src/locales/words.js';
import {onDemand} from '../../src/on-demand.js';

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

describe('words', () => {
  it('are there for every locale but English, and for no other', () => {
    expect(['en', ...Object.keys(imports)].sort()).to.deep.equal([...locales].sort());
  });

  const paths = textsOf(en).map(([path]) => path);
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

  it('are English where a language cannot be fetched, and are asked for again', async () => {
    const {words} = onDemand;
    onDemand.words = () => Promise.reject(new Error('offline'));
    try {
      expect(await loadWords('mt')).to.equal(en);
      expect(knownWords('mt')).to.equal(undefined);
    } finally {
      onDemand.words = words;
    }
    const maltese: Words = await loadWords('mt');
    expect(maltese.language).to.equal('mt');
    expect(knownWords('mt')).to.equal(maltese);
  });
});
