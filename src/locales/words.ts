import {onDemand} from '../on-demand.js';
import {en, type Words} from './en.js';
import type {AddressWords} from './en-addresses.js';
import type {ShopWords} from './en-shop.js';

const known = new Map<string, Words>([['en', en]]);
const loading = new Map<string, Promise<Words>>();

/** Adds to English what a part that was loaded on demand has to say. Other languages have it all in one file. */
export function teach(words: AddressWords | ShopWords): void {
  Object.assign(en, words, {errors: {...en.errors, ...words.errors}});
}

/** The words of one of our locales; English where they cannot be had. Never rejects; a later call tries again. */
export function loadWords(locale: string): Promise<Words> {
  const words = loading.get(locale) ?? fetchWords(locale);
  loading.set(locale, words);
  return words;
}

/** Calls back with the words of one of our locales: at once where they have been loaded, else when they have. */
export function withWords(locale: string, speak: (words: Words) => void): void {
  const words = known.get(locale);
  if (words) speak(words);
  else void loadWords(locale).then(speak);
}

async function fetchWords(locale: string): Promise<Words> {
  const there = known.get(locale);
  if (there) return there;
  try {
    const {words} = await onDemand.words(locale);
    known.set(locale, words);
    return words;
  } catch {
    loading.delete(locale);
    return en;
  }
}
