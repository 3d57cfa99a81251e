export {addressBook} from './address-book.js';
export {createAddressForm} from './address-form.js';
export {addressWords} from '../locales/en-addresses.js';
