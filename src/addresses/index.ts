export {addressBook} from './address-book.js';
export {createAddressForm} from './address-form.js';
