import type {FullWords} from './en.js';

/** Swedish */
export const words: FullWords = {
  language: 'sv',
  payWithCard: 'Betala med kort',
  notSetUp: 'Betalningen är inte konfigurerad',
  payment: 'Betalning',
  dialogName: (name, amount) => (amount ? `${name}, ${amount}` : name),
  pay: amount => (amount ? `Betala ${amount}` : 'Betala'),
  paying: 'Betalar…',
  stillWorking: 'Arbetar fortfarande…',
  slow: {
    tokenizing:
      'Det här tar lång tid. Inga pengar har dragits. Vänta lite, eller stäng fönstret och försök igen.',
    done: 'Butiken har inte svarat än. Vänta lite. Kontakta butiken innan du betalar igen.',
  },
  checkAgain: 'Kontrollera igen',
  done: 'Klart',
  close: 'Stäng',
  tryAgain: 'Försök igen',
  opening: 'Läser in kortfälten…',
  testMode: 'Testläge',
  testModeMeans: 'Inget riktigt kort debiteras.',
  straightTo: provider => `Dina kortuppgifter skickas direkt till ${provider}.`,
  fields: {
    email: 'E-postadress',
    number: 'Kortnummer',
    expiry: 'Utgångsdatum',
    cvc: 'Säkerhetskod',
    postalCode: 'Postnummer',
  },
  addresses: {
    billing: 'Faktureringsadress',
    shipping: 'Leveransadress',
  },
  addressFields: {
    name: 'Namn',
    country: 'Land eller region',
    line1: 'Gatuadress',
    line2: 'Lägenhet, våning',
    city: 'Ort',
    state: 'Delstat eller provins',
    zip: 'Postnummer',
  },
  optional: label => `${label} (valfritt)`,
  sameAsBilling: 'Leverera till faktureringsadressen',
  somethingWrong: 'Något gick fel. Inga pengar har dragits. Försök igen.',
  errors: {
    incomplete_email: 'Ange din e-postadress, till exempel ada@example.com.',
    incomplete_number: 'Ange hela kortnumret.',
    incomplete_expiry: 'Ange månad och år.',
    incomplete_cvc: 'Ange de 3 eller 4 siffrorna.',
    incomplete_zip: 'Ange postnumret i kortets faktureringsadress.',
    invalid_zip: 'Postnumret stämmer inte med landet. Kontrollera båda.',
    invalid_number: 'Kortnumret innehåller ett skrivfel. Kontrollera siffrorna.',
    incorrect_number: 'Kortnumret innehåller ett skrivfel. Kontrollera siffrorna.',
    invalid_expiry_month: 'Månaden finns inte. Kontrollera utgångsdatumet.',
    invalid_expiry_year: 'Kontrollera årtalet i utgångsdatumet.',
    invalid_expiry_month_past: 'Kortet har gått ut. Prova ett annat kort.',
    invalid_expiry_year_past: 'Kortet har gått ut. Prova ett annat kort.',
    expired_card: 'Kortet har gått ut. Prova ett annat kort.',
    invalid_cvc: 'Kontrollera säkerhetskoden: 3 siffror på baksidan eller 4 på framsidan.',
    incorrect_cvc: 'Säkerhetskoden är fel. Kontrollera den och försök igen.',
    incorrect_zip: 'Postnumret stämmer inte med kortet. Kontrollera det och försök igen.',
    card_declined: 'Ditt kort nekades. Prova ett annat kort.',
    processing_error: 'Din bank kunde inte behandla kortet. Försök igen om en minut.',
    rate_limit: 'För många försök på kort tid. Inga pengar har dragits. Försök igen om en minut.',
    unreachable:
      'Ingen anslutning. Inga pengar har dragits. Kontrollera nätverket och försök igen.',
    provider_refused:
      'Betalningen i den här butiken är inte rätt konfigurerad. Inga pengar har dragits.',
    not_sent:
      'Sidan skickade inte betalningen. Inga pengar har dragits. Stäng det här fönstret och kontrollera formuläret på sidan.',
    insufficient_funds: 'Det finns inte tillräckligt med pengar på kortet. Prova ett annat kort.',
    payment_intent_authentication_failure:
      'Din bank bekräftade inte betalningen. Inga pengar har dragits. Försök igen eller använd ett annat kort.',
    unknown_outcome:
      'Det är ännu oklart om pengar har dragits. Betala inte igen. Kontakta butiken.',
    shop_failed: 'Butiken kunde inte ta emot betalningen. Kontakta butiken innan du försöker igen.',
  },
  incompleteAddress: {
    name: 'Ange hela namnet.',
    line1: 'Ange gata och nummer.',
    city: 'Ange ort.',
    state: 'Ange delstat eller provins.',
    zip: 'Ange postnummer.',
  },
};
