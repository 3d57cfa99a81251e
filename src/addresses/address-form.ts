import type {Core} from '../core.js';
import type {AddressForm, AddressHost} from '../elements/address-part.js';
import {AddressFields} from './address-fields.js';
import {addressFormStyles} from './address-form.styles.js';

/** The addresses that a dialog asks for. */
export function createAddressForm(host: AddressHost, core: Core): AddressForm {
  const {billingAddress: asksBilling, shippingAddress: asksShipping} = host.checkout.options;
  const billing = asksBilling ? new AddressFields(host, core, 'billing') : undefined;
  const shipping = asksShipping
    ? new AddressFields(host, core, 'shipping', asksBilling)
    : undefined;
  const parts = [billing, shipping].flatMap(part => part ?? []);
  return {
    styles: addressFormStyles,
    get shown() {
      return parts.flatMap(part => part.shown);
    },
    read() {
      const address = billing?.read();
      return {billing: address, shipping: shipping?.read(address)};
    },
    render: () => parts.map(part => part.render()),
  };
}
