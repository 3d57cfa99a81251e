import type {StripeElementStyle} from '@stripe/stripe-js';

/** Options of an element that are about its inputs. */
export interface FieldOptions {
  readonly style?: StripeElementStyle;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  readonly hidePostalCode?: boolean;
  readonly value?: {readonly postalCode?: string};
  readonly showIcon?: boolean;
  readonly hideIcon?: boolean;
  readonly iconStyle?: 'default' | 'solid';
}
