import {getParts} from '../loading/parts.js';
import {en, type FullWords, type Words} from './en.js';

declare module '../loading/parts.js' {
  interface Parts {
    /** @param locale one of `locales` but English, which everybody has */
    readonly words: (locale: string) => Promise<{readonly words: FullWords}>;
  }
}

/** What has been loaded, or is on its way. */
const known = new Map<string, Words | Promise<Words>>([['en', en]]);

/** The words of one of our locales; English where they cannot be had. Never rejects; a later call tries again. */
export function loadWords(locale: string): Words | Promise<Words> {
  const words = known.get(locale) ?? fetchWords(locale);
  known.set(locale, words);
  return words;
}

/** Calls back with the words of one of our locales: at once where they have been loaded, else when they have. */
export function withWords(locale: string, speak: (words: Words) => void): void {
  const words = loadWords(locale);
  // Not by its class: pages put a `Promise` of their own in place of the browser's.
  if ('then' in words) void words.then(speak);
  else speak(words);
}

async function fetchWords(locale: string): Promise<Words> {
  try {
    const {words} = await getParts().words(locale);
    known.set(locale, words);
    return words;
  } catch {
    known.delete(locale);
    return en;
  }
}
