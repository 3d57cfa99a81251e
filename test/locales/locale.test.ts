import {expect} from '@open-wc/testing';
import {directionOf, localeFor, locales} from '../../src/locales/locale.js';

describe('localeFor()', () => {
  /** All of `StripeElementLocale` that are other names for one of ours, and what browsers say. */
  const names: Readonly<Record<string, string>> = {
    'es-ES': 'es',
    'fr-FR': 'fr',
    'it-IT': 'it',
    no: 'nb',
    nn: 'nb',
    iw: 'he',
    in: 'id',
    tl: 'fil',
    ja_JP: 'ja',
    'JA-jp': 'ja',
    'de-AT': 'de',
    'en-US': 'en',
    'en-IE': 'en',
    'es-MX': 'es-419',
    'fr-BE': 'fr',
    'pt-AO': 'pt',
    'zh-CN': 'zh',
    'zh-Hans-SG': 'zh',
    'zh-Hant': 'zh-TW',
    'zh-MO': 'zh-HK',
  };
  for (const [name, locale] of Object.entries(names)) {
    it(`speaks ${locale} for ${name}`, () => expect(localeFor(name)).to.equal(locale));
  }

  it('speaks each of its own', () => {
    // In capitals as well, for which the browser is asked.
    expect(locales.map(locale => localeFor(locale.toUpperCase()))).to.deep.equal(locales);
    expect(locales.map(localeFor)).to.deep.equal(locales);
  });

  for (const name of ['xx', 'true', '__proto__', 'constructor', '<b>', 'sr']) {
    it(`9. speaks English for ${name}`, () => expect(localeFor(name)).to.equal('en'));
  }

  describe('by itself', () => {
    const {lang} = document.documentElement;
    afterEach(() => {
      document.documentElement.lang = lang;
      Reflect.deleteProperty(navigator, 'languages');
    });

    function readBy(page: string, ...browser: string[]): string {
      document.documentElement.lang = page;
      Object.defineProperty(navigator, 'languages', {value: browser, configurable: true});
      expect(localeFor(undefined)).to.equal(localeFor('auto'));
      return localeFor('auto');
    }

    it('speaks the page’s language, then the browser’s', () => {
      expect(readBy('ja', 'de')).to.equal('ja');
      expect(readBy('', 'de-CH', 'fr')).to.equal('de');
      expect(readBy('xx', 'sr', 'pl')).to.equal('pl');
      expect(readBy('', 'sr')).to.equal('en');
    });
  });
});

describe('directionOf()', () => {
  it('is right to left for Arabic and Hebrew alone', () => {
    const rightToLeft = locales.filter(locale => directionOf(locale) === 'rtl');
    expect(rightToLeft).to.deep.equal(['ar', 'he']);
  });
});
