import {localeFor} from '../locales/locale.js';
import {withWords} from '../locales/words.js';

/**
 * Calls back with the sentence for customers of a page whose dialog cannot be opened, when its words are there.
 * @param locale as given to checkout.js, which spoke English by default
 */
export function sayNotNow(locale: string | undefined, say: (text: string) => void): void {
  withWords(localeFor(locale ?? 'en'), words => say(words.notNow));
}
