import {onDemand} from '../on-demand.js';
import {en, type Words} from './en.js';
import type {AddressWords} from './en-addresses.js';
import type {ShopWords} from './en-shop.js';

/** What has been loaded, or is on its way. */
const known = new Map<string, Words | Promise<Words>>([['en', en]]);

/** Adds to English what a part that was loaded on demand has to say. Other languages have it all in one file. */
export function teach(words: AddressWords | ShopWords): void {
  Object.assign(en, words, {errors: {...en.errors, ...words.errors}});
}

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
    const {words} = await onDemand.words(locale);
    known.set(locale, words);
    return words;
  } catch {
    known.delete(locale);
    return en;
  }
}
