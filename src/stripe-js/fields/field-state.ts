import type {BrandName} from '../cards/brands.js';
import type {FieldError} from './faults.js';

/**
 * What an element tells the page about what is typed into it, and all of it: of the text itself
 * only the postal code, as Stripe does.
 */
export interface FieldState {
  readonly empty: boolean;
  readonly complete: boolean;
  /** The first of what is wrong and may be shown by now. */
  readonly error?: FieldError;
  /** Where there is a card number. */
  readonly brand?: BrandName;
  /** Where it is asked for. */
  readonly postalCode?: string;
}

export const emptyState: FieldState = {empty: true, complete: false};
