import {addressWords} from './en-addresses.js';
import {en, type FullWords} from './en.js';

/** English with every word, for what differs from it. */
export const english: FullWords = {...en, ...addressWords};
