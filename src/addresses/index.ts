import type {Core} from '../core.js';
import type {AddressPart} from '../elements/address-part.js';
import {addressWords} from '../locales/en-addresses.js';
import {addressBook} from './address-book.js';
import {createAddressForm} from './address-form.js';

/** @param core the main file, which loads this part */
export function createPart(core: Core): AddressPart {
  return {addressBook, addressWords, createForm: host => createAddressForm(host, core)};
}
