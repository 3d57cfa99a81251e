import type {AddressBook, AskedAddresses} from '../address.js';
import type {FieldName} from '../errors.js';
import type {AddressWords} from '../locales/en-addresses.js';
import type {Drawn} from './dialog-fields.js';

/** The form for addresses, and the rules by which countries write them: loaded where a merchant asks for one. */
export interface AddressPart {
  readonly addressBook: AddressBook;
  /** English. Other languages have these words in their own file. */
  readonly addressWords: AddressWords;
  /** Makes the form for the addresses that a dialog asks for. */
  readonly createForm: (host: AddressHost) => AddressForm;
}

/** The dialog, as far as the form needs it. */
export interface AddressHost extends Drawn {
  readonly renderRoot: ParentNode;
  requestUpdate(): void;
}

/** The part of the dialog that asks for addresses. */
export interface AddressForm {
  /** CSS rules for the dialog's shadow root. */
  readonly styles: string;
  /** The inputs that are there now, from top to bottom. */
  readonly shown: readonly FieldName[];
  /** Reads the customer's input: both addresses are the same object where shipping goes to the billing address. */
  read(): AskedAddresses;
  render(): unknown;
}

declare module '../loading/parts.js' {
  interface Parts {
    readonly addresses: () => Promise<AddressPart>;
  }
}
