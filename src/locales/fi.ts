import type {FullWords} from './en.js';

/** Finnish */
export const words: FullWords = {
  language: 'fi',
  payWithCard: 'Maksa kortilla',
  notSetUp: 'Maksua ei ole määritetty',
  notNow: 'Maksaminen ei toimi juuri nyt',
  payment: 'Maksu',
  dialogName: (name, amount) => (amount ? `${name}, ${amount}` : name),
  pay: amount => (amount ? `Maksa ${amount}` : 'Maksa'),
  paying: 'Maksetaan…',
  stillWorking: 'Käsitellään edelleen…',
  slow: {
    tokenizing:
      'Tämä kestää tavallista kauemmin. Mitään ei veloitettu. Odota hetki tai sulje ikkuna ja yritä uudelleen.',
    done: 'Kauppa ei ole vielä vastannut. Odota hetki. Ota yhteyttä kauppaan, ennen kuin maksat uudelleen.',
  },
  checkAgain: 'Tarkista uudelleen',
  done: 'Valmis',
  close: 'Sulje',
  tryAgain: 'Yritä uudelleen',
  opening: 'Ladataan kortin kenttiä…',
  testMode: 'Testitila',
  testModeMeans: 'Oikeaa korttia ei veloiteta.',
  straightTo: provider => `Korttitietosi vastaanottaa suoraan ${provider}.`,
  fields: {
    email: 'Sähköposti',
    number: 'Kortin numero',
    expiry: 'Voimassaoloaika',
    cvc: 'Turvakoodi',
    postalCode: 'Postinumero',
  },
  addresses: {
    billing: 'Laskutusosoite',
    shipping: 'Toimitusosoite',
  },
  addressFields: {
    name: 'Nimi',
    country: 'Maa tai alue',
    line1: 'Katuosoite',
    line2: 'Asunto, kerros',
    city: 'Paikkakunta',
    state: 'Osavaltio tai maakunta',
    zip: 'Postinumero',
  },
  optional: label => `${label} (valinnainen)`,
  sameAsBilling: 'Toimita laskutusosoitteeseen',
  somethingWrong: 'Jokin meni vikaan. Mitään ei veloitettu. Yritä uudelleen.',
  errors: {
    incomplete_email: 'Anna sähköpostiosoitteesi, esimerkiksi ada@example.com.',
    incomplete_number: 'Anna kortin numero kokonaan.',
    incomplete_expiry: 'Anna kuukausi ja vuosi.',
    incomplete_cvc: 'Anna 3 tai 4 numeroa.',
    incomplete_zip: 'Anna korttisi laskutusosoitteen postinumero.',
    invalid_zip: 'Postinumero ei vastaa maata. Tarkista molemmat.',
    invalid_number: 'Kortin numerossa on virhe. Tarkista numerot.',
    incorrect_number: 'Kortin numerossa on virhe. Tarkista numerot.',
    invalid_expiry_month: 'Tällaista kuukautta ei ole. Tarkista voimassaoloaika.',
    invalid_expiry_year: 'Tarkista voimassaoloajan vuosi.',
    invalid_expiry_month_past: 'Kortti on vanhentunut. Kokeile toista korttia.',
    invalid_expiry_year_past: 'Kortti on vanhentunut. Kokeile toista korttia.',
    expired_card: 'Kortti on vanhentunut. Kokeile toista korttia.',
    invalid_cvc: 'Tarkista turvakoodi: 3 numeroa kortin kääntöpuolella tai 4 etupuolella.',
    incorrect_cvc: 'Turvakoodi on väärä. Tarkista se ja yritä uudelleen.',
    incorrect_zip: 'Postinumero ei vastaa korttia. Tarkista se ja yritä uudelleen.',
    card_declined: 'Korttisi hylättiin. Kokeile toista korttia.',
    processing_error:
      'Pankkisi ei voinut käsitellä tätä korttia. Yritä uudelleen minuutin kuluttua.',
    rate_limit:
      'Liian monta yritystä peräkkäin. Mitään ei veloitettu. Yritä uudelleen minuutin kuluttua.',
    unreachable: 'Ei yhteyttä. Mitään ei veloitettu. Tarkista verkkoyhteys ja yritä uudelleen.',
    provider_refused: 'Tämän kaupan maksuja ei ole määritetty oikein. Mitään ei veloitettu.',
    not_sent:
      'Sivu ei lähettänyt tätä maksua. Mitään ei veloitettu. Sulje tämä ikkuna ja tarkista sivun lomake.',
    insufficient_funds: 'Kortilla ei ole riittävästi katetta. Kokeile toista korttia.',
    payment_intent_authentication_failure:
      'Pankkisi ei vahvistanut maksua. Mitään ei veloitettu. Yritä uudelleen tai käytä toista korttia.',
    unknown_outcome:
      'Vielä ei ole selvää, veloitettiinko maksu. Älä maksa uudelleen. Ota yhteyttä kauppaan.',
    shop_failed:
      'Kauppa ei voinut ottaa maksua vastaan. Ota yhteyttä kauppaan, ennen kuin yrität uudelleen.',
  },
  incompleteAddress: {
    name: 'Anna koko nimi.',
    line1: 'Anna katu ja talon numero.',
    city: 'Anna paikkakunta.',
    state: 'Anna osavaltio tai maakunta.',
    zip: 'Anna postinumero.',
  },
};
