import type {BrandName} from '../cards/brands.js';
import type {FieldError} from './faults.js';

/**
 * What a field tells the page about what is typed into it, and all of it: of the text itself only
 * the postal code, as Stripe does.
 */
export interface FieldState {
  readonly empty: boolean;
  readonly complete: boolean;
  readonly error?: FieldError;
  /** Of a field with a card number. */
  readonly brand?: BrandName;
  /** Of a field that asks for it. */
  readonly postalCode?: string;
  /** Whether the browser has filled in any of it. */
  readonly autofilled: boolean;
}
