import {browserLanguages} from '../page/platform.js';

/**
 * The languages that there are words in, by Stripe's names for its locales. The rest of Stripe's 49 are
 * regions whose words are the same as one of these: es-ES, fr-FR, it-IT, and no for nb.
 * Source: `StripeElementLocale` in @stripe/stripe-js.
 */
export const locales = (
  'ar bg cs da de el en en-AU en-CA en-GB en-NZ es es-419 et fi fil fr fr-CA he hr hu id it ja ko ' +
  'lt lv ms mt nb nl pl pt pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW'
).split(' ');

/** Languages and regions whose words are found under another name. */
const aliases: Readonly<Record<string, string>> = {
  no: 'nb',
  nn: 'nb',
  // Most browsers make it `fil` themselves; WebKit does not.
  tl: 'fil',
  'zh-Hant': 'zh-TW',
  'zh-MO': 'zh-HK',
};

/**
 * The language to speak.
 * @param wanted a BCP 47 tag; with `auto`, or none, it is the page's language, else the browser's
 * @returns one of {@link locales}; English where the wanted one is not among them
 */
export function localeFor(wanted: string | undefined): string {
  const auto = !wanted || wanted === 'auto';
  const tags = auto ? [document.documentElement.lang, ...browserLanguages()] : [wanted];
  return tags.map(supported).find(Boolean) ?? 'en';
}

/** By tag: each of a page's buttons asks the same, and the browser takes its time. */
const answers = new Map<string, string | undefined>(locales.map(locale => [locale, locale]));

function supported(tag: string): string | undefined {
  if (!answers.has(tag)) answers.set(tag, matching(tag));
  return answers.get(tag);
}

function matching(tag: string): string | undefined {
  const locale = parse(tag);
  if (!locale) return undefined;
  const {language, region, script} = locale.maximize();
  const names = [locale.toString(), `${language}-${region}`, `${language}-${script}`];
  if (language === 'es' && region !== 'ES') names.push('es-419');
  names.push(language);
  return names.map(name => aliases[name] ?? name).find(name => locales.includes(name));
}

/** Which way a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return language === 'ar' || language === 'he' ? 'rtl' : 'ltr';
}

/** Canonical: `iw` is `he`, `tl` is `fil`, and cases do not matter. */
function parse(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-'));
  } catch {
    // Not a language tag: `true`, `__proto__`, or empty.
    return undefined;
  }
}
