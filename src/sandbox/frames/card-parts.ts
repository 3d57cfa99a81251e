import type {FieldError} from '../../stripe-js/fields/faults.js';

/** What the frames of one card show each other. */
export interface CardPart {
  /** Shows what is wrong, what is missing included, and returns the first of it. */
  check(): FieldError | undefined;
  /** The part as parameters of the API's `card` hash. */
  params(): Record<string, string>;
}

declare global {
  interface Window {
    /** Read by the frame that sends the card; all of them have the sandbox's origin. */
    cardPart?: CardPart;
  }
}

/** The parts in the frames of these names, in the order of the page. */
export function partsNamed(names: readonly string[]): CardPart[] {
  return Array.from({length: parent.length}, (_, index) => partIn(parent[index], names)).filter(
    part => part !== undefined,
  );
}

function partIn(frame: Window, names: readonly string[]): CardPart | undefined {
  try {
    return names.includes(frame.name) ? frame.cardPart : undefined;
  } catch {
    // A frame of another origin: the page may have any number of those.
    return undefined;
  }
}
