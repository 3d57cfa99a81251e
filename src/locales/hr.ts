import type {FullWords} from './en.js';

/** Croatian */
export const words: FullWords = {
  language: 'hr',
  payWithCard: 'Plati karticom',
  notSetUp: 'Plaćanje nije postavljeno',
  payment: 'Plaćanje',
  dialogName: (name, amount) => (amount ? `${name}, ${amount}` : name),
  pay: amount => (amount ? `Plati ${amount}` : 'Plati'),
  paying: 'Plaćanje u tijeku…',
  stillWorking: 'Obrada još traje…',
  slow: {
    tokenizing:
      'Ovo traje dugo. Ništa nije naplaćeno. Pričekajte malo ili zatvorite prozor i pokušajte ponovno.',
    done: 'Trgovina još nije odgovorila. Pričekajte malo. Prije ponovnog plaćanja obratite se trgovini.',
  },
  checkAgain: 'Provjeri ponovno',
  done: 'Gotovo',
  close: 'Zatvori',
  tryAgain: 'Pokušaj ponovno',
  opening: 'Učitavanje polja kartice…',
  testMode: 'Testni način',
  testModeMeans: 'Nijedna stvarna kartica neće biti terećena.',
  straightTo: provider => `Podaci o kartici šalju se izravno tvrtki ${provider}.`,
  fields: {
    email: 'E-pošta',
    number: 'Broj kartice',
    expiry: 'Datum isteka',
    cvc: 'Sigurnosni kod',
    postalCode: 'Poštanski broj',
  },
  addresses: {
    billing: 'Adresa za naplatu',
    shipping: 'Adresa za dostavu',
  },
  addressFields: {
    name: 'Ime i prezime',
    country: 'Država ili regija',
    line1: 'Ulica i kućni broj',
    line2: 'Stan, kat',
    city: 'Mjesto',
    state: 'Savezna država ili pokrajina',
    zip: 'Poštanski broj',
  },
  optional: label => `${label} (neobavezno)`,
  sameAsBilling: 'Dostava na adresu za naplatu',
  somethingWrong: 'Nešto je pošlo po zlu. Ništa nije naplaćeno. Pokušajte ponovno.',
  errors: {
    incomplete_email: 'Unesite svoju adresu e-pošte, na primjer ada@example.com.',
    incomplete_number: 'Unesite cijeli broj kartice.',
    incomplete_expiry: 'Unesite mjesec i godinu.',
    incomplete_cvc: 'Unesite 3 ili 4 znamenke.',
    incomplete_zip: 'Unesite poštanski broj adrese za naplatu svoje kartice.',
    invalid_zip: 'Ovaj poštanski broj ne odgovara državi. Provjerite oboje.',
    invalid_number: 'U broju kartice je pogreška. Provjerite znamenke.',
    incorrect_number: 'U broju kartice je pogreška. Provjerite znamenke.',
    invalid_expiry_month: 'Taj mjesec ne postoji. Provjerite datum isteka.',
    invalid_expiry_year: 'Provjerite godinu u datumu isteka.',
    invalid_expiry_month_past: 'Ova je kartica istekla. Pokušajte s drugom karticom.',
    invalid_expiry_year_past: 'Ova je kartica istekla. Pokušajte s drugom karticom.',
    expired_card: 'Ova je kartica istekla. Pokušajte s drugom karticom.',
    invalid_cvc: 'Provjerite sigurnosni kod: 3 znamenke na poleđini ili 4 na prednjoj strani.',
    incorrect_cvc: 'Sigurnosni kod nije točan. Provjerite ga i pokušajte ponovno.',
    incorrect_zip: 'Poštanski broj ne odgovara kartici. Provjerite ga i pokušajte ponovno.',
    card_declined: 'Vaša je kartica odbijena. Pokušajte s drugom karticom.',
    processing_error: 'Vaša banka nije mogla obraditi ovu karticu. Pokušajte ponovno za minutu.',
    rate_limit: 'Previše pokušaja zaredom. Ništa nije naplaćeno. Pokušajte ponovno za minutu.',
    unreachable:
      'Nema veze. Ništa nije naplaćeno. Provjerite internetsku vezu i pokušajte ponovno.',
    provider_refused: 'Plaćanje u ovoj trgovini nije ispravno postavljeno. Ništa nije naplaćeno.',
    not_sent:
      'Stranica nije poslala ovo plaćanje. Ništa nije naplaćeno. Zatvorite ovaj prozor i provjerite obrazac na stranici.',
    insufficient_funds: 'Na ovoj kartici nema dovoljno sredstava. Pokušajte s drugom karticom.',
    payment_intent_authentication_failure:
      'Vaša banka nije potvrdila plaćanje. Ništa nije naplaćeno. Pokušajte ponovno ili upotrijebite drugu karticu.',
    unknown_outcome:
      'Još nije jasno je li iznos naplaćen. Nemojte ponovno plaćati. Obratite se trgovini.',
    shop_failed:
      'Trgovina nije mogla prihvatiti ovo plaćanje. Prije ponovnog pokušaja obratite se trgovini.',
  },
  incompleteAddress: {
    name: 'Unesite ime i prezime.',
    line1: 'Unesite ulicu i kućni broj.',
    city: 'Unesite mjesto.',
    state: 'Unesite saveznu državu ili pokrajinu.',
    zip: 'Unesite poštanski broj.',
  },
};
