import type {Fault} from './words.js';

/**
 * How one kind of field reads, shows and judges what is typed. A *value* is what counts of the
 * text: its digits, without spaces and slashes.
 */
export interface Rules {
  /** The value of a text as typed, pasted or filled in; what is too much is cut off. */
  read(text: string): string;
  show(value: string): string;
  /** The most digits that a field with this value can hold. */
  maxLength(value: string): number;
  /** What is wrong, or nothing when the value is complete. */
  faultOf(value: string): Fault | undefined;
  /** The value as parameters of the API's `card` hash. */
  params(value: string): Record<string, string>;
}

/** The digits of a text. Full-width ones count too: Japanese keyboards write them. */
export function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/[^0-9]/g, '');
}
