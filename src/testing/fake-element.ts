import type {InputType} from '../stripe-js/fields/inputs.js';
import type {Mounted} from '../stripe-js/mounted.js';

/** An element of the fake that is in the page, as tests know it. */
export interface FakeElement extends Mounted {
  /** When it is ready, or has gone before it was. */
  readonly whenReady: Promise<void>;
  /**
   * Has a customer fill in what the element has an input for, and leave.
   * @throws an Error where the element is disabled: nobody could type there
   */
  fill(card: Readonly<Partial<Record<InputType, string>>>): void;
}
