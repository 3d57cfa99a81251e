// Can be deleted where pay-button brings types for JSX of its own.
import type {PayButton, PayCloseEvent, PayTokenEvent} from 'pay-button';
import type {DetailedHTMLProps, HTMLAttributes} from 'react';

interface PayButtonAttributes extends HTMLAttributes<PayButton> {
  'data-key': string;
  'data-name'?: string;
  'data-amount'?: number;
  'data-email'?: string;
  disabled?: boolean;
  'onpay-token'?: (event: PayTokenEvent) => void;
  'onpay-close'?: (event: PayCloseEvent) => void;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'pay-button': DetailedHTMLProps<PayButtonAttributes, PayButton>;
    }
  }
}
