import type {FullWords} from './en.js';

/** Filipino */
export const words: FullWords = {
  language: 'fil',
  payWithCard: 'Magbayad gamit ang card',
  notSetUp: 'Hindi pa naka-set up ang pagbabayad',
  notNow: 'Hindi gumagana ang pagbabayad ngayon',
  payment: 'Pagbabayad',
  dialogName: (name, amount) => (amount ? `${name}, ${amount}` : name),
  pay: amount => (amount ? `Magbayad ng ${amount}` : 'Magbayad'),
  paying: 'Nagbabayad…',
  stillWorking: 'Pinoproseso pa rin…',
  slow: {
    tokenizing:
      'Natatagalan ito. Walang siningil. Maghintay sandali, o isara ito at subukang muli.',
    done: 'Hindi pa sumasagot ang tindahan. Maghintay sandali. Bago magbayad ulit, magtanong sa tindahan.',
  },
  checkAgain: 'Suriin muli',
  done: 'Tapos na',
  close: 'Isara',
  tryAgain: 'Subukang muli',
  opening: 'Nilo-load ang mga field ng card…',
  testMode: 'Test mode',
  testModeMeans: 'Walang totoong card na sinisingil.',
  straightTo: provider => `Diretsong ipinapadala sa ${provider} ang mga detalye ng card mo.`,
  fields: {
    email: 'Email',
    number: 'Numero ng card',
    expiry: 'Petsa ng pag-expire',
    cvc: 'Security code',
    postalCode: 'Postal code',
  },
  addresses: {
    billing: 'Billing address',
    shipping: 'Shipping address',
  },
  addressFields: {
    name: 'Pangalan',
    country: 'Bansa o rehiyon',
    line1: 'Address',
    line2: 'Apartment, palapag',
    city: 'Lungsod o bayan',
    state: 'Probinsya o estado',
    zip: 'Postal code',
  },
  optional: label => `${label} (opsyonal)`,
  sameAsBilling: 'Ipadala sa billing address',
  somethingWrong: 'Nagkaproblema. Walang siningil. Subukang muli.',
  errors: {
    incomplete_email: 'Ilagay ang email address mo, gaya ng ada@example.com.',
    incomplete_number: 'Ilagay ang buong numero ng card.',
    incomplete_expiry: 'Ilagay ang buwan at taon.',
    incomplete_cvc: 'Ilagay ang 3 o 4 na digit.',
    incomplete_zip: 'Ilagay ang postal code ng billing address ng card mo.',
    invalid_zip: 'Hindi tugma sa bansa ang postal code na ito. I-check ang dalawa.',
    invalid_number: 'May mali sa numero ng card. I-check ang mga digit.',
    incorrect_number: 'May mali sa numero ng card. I-check ang mga digit.',
    invalid_expiry_month: 'Walang ganitong buwan. I-check ang petsa ng pag-expire.',
    invalid_expiry_year: 'I-check ang taon ng pag-expire.',
    invalid_expiry_month_past: 'Expired na ang card na ito. Sumubok ng ibang card.',
    invalid_expiry_year_past: 'Expired na ang card na ito. Sumubok ng ibang card.',
    expired_card: 'Expired na ang card na ito. Sumubok ng ibang card.',
    invalid_cvc: 'I-check ang security code: 3 digit sa likod, o 4 sa harap.',
    incorrect_cvc: 'Mali ang security code. I-check ito at subukang muli.',
    incorrect_zip: 'Hindi tugma sa card ang postal code. I-check ito at subukang muli.',
    card_declined: 'Tinanggihan ang card mo. Sumubok ng ibang card.',
    processing_error:
      'Hindi naproseso ng bangko mo ang card na ito. Subukang muli pagkalipas ng isang minuto.',
    rate_limit:
      'Masyadong maraming pagsubok. Walang siningil. Subukang muli pagkalipas ng isang minuto.',
    unreachable: 'Walang koneksyon. Walang siningil. I-check ang network mo at subukang muli.',
    provider_refused:
      'Hindi tama ang pagkaka-set up ng pagbabayad sa tindahang ito. Walang siningil.',
    not_sent:
      'Hindi ipinadala ng page ang bayad na ito. Walang siningil. Isara ito at suriin ang form sa page.',
    insufficient_funds: 'Hindi sapat ang pondo ng card na ito. Sumubok ng ibang card.',
    payment_intent_authentication_failure:
      'Hindi kinumpirma ng bangko mo ang bayad. Walang siningil. Subukang muli, o gumamit ng ibang card.',
    unknown_outcome: 'Hindi pa tiyak kung nasingil ka. Huwag magbayad ulit. Magtanong sa tindahan.',
    shop_failed:
      'Hindi naproseso ng tindahan ang bayad na ito. Magtanong sa tindahan bago subukang muli.',
  },
  incompleteAddress: {
    name: 'Ilagay ang buong pangalan.',
    line1: 'Ilagay ang kalye at numero.',
    city: 'Ilagay ang lungsod o bayan.',
    state: 'Ilagay ang probinsya o estado.',
    zip: 'Ilagay ang postal code.',
  },
};
