import type {FullWords} from './en.js';

/** Slovak */
export const words: FullWords = {
  language: 'sk',
  payWithCard: 'Zaplatiť kartou',
  notSetUp: 'Platba nie je nastavená',
  payment: 'Platba',
  dialogName: (name, amount) => (amount ? `${name}, ${amount}` : name),
  pay: amount => (amount ? `Zaplatiť ${amount}` : 'Zaplatiť'),
  paying: 'Prebieha platba…',
  stillWorking: 'Platba stále prebieha…',
  slow: {
    tokenizing:
      'Trvá to dlho. Peniaze neboli strhnuté. Chvíľu počkajte alebo okno zavrite a skúste to znova.',
    done: 'Obchod zatiaľ neodpovedal. Chvíľu počkajte. Skôr než zaplatíte znova, kontaktujte obchod.',
  },
  checkAgain: 'Skontrolovať znova',
  done: 'Hotovo',
  close: 'Zavrieť',
  tryAgain: 'Skúsiť znova',
  opening: 'Načítavajú sa polia karty…',
  testMode: 'Testovací režim',
  testModeMeans: 'Zo skutočnej karty sa nič nestrhne.',
  straightTo: provider => `Údaje o karte sa posielajú priamo spoločnosti ${provider}.`,
  fields: {
    email: 'E-mail',
    number: 'Číslo karty',
    expiry: 'Platnosť do',
    cvc: 'Bezpečnostný kód',
    postalCode: 'PSČ',
  },
  addresses: {
    billing: 'Fakturačná adresa',
    shipping: 'Dodacia adresa',
  },
  addressFields: {
    name: 'Meno a priezvisko',
    country: 'Krajina alebo oblasť',
    line1: 'Ulica a číslo',
    line2: 'Byt, poschodie',
    city: 'Mesto alebo obec',
    state: 'Kraj alebo spolkový štát',
    zip: 'PSČ',
  },
  optional: label => `${label} (nepovinné)`,
  sameAsBilling: 'Doručiť na fakturačnú adresu',
  somethingWrong: 'Niečo sa pokazilo. Peniaze neboli strhnuté. Skúste to znova.',
  errors: {
    incomplete_email: 'Zadajte svoj e-mail, napríklad ada@example.com.',
    incomplete_number: 'Zadajte celé číslo karty.',
    incomplete_expiry: 'Zadajte mesiac a rok.',
    incomplete_cvc: 'Zadajte 3 alebo 4 číslice.',
    incomplete_zip: 'Zadajte PSČ fakturačnej adresy ku karte.',
    invalid_zip: 'Toto PSČ nezodpovedá krajine. Skontrolujte oboje.',
    invalid_number: 'V čísle karty je preklep. Skontrolujte číslice.',
    incorrect_number: 'V čísle karty je preklep. Skontrolujte číslice.',
    invalid_expiry_month: 'Taký mesiac neexistuje. Skontrolujte platnosť karty.',
    invalid_expiry_year: 'Skontrolujte rok platnosti karty.',
    invalid_expiry_month_past: 'Platnosť tejto karty sa skončila. Skúste inú kartu.',
    invalid_expiry_year_past: 'Platnosť tejto karty sa skončila. Skúste inú kartu.',
    expired_card: 'Platnosť tejto karty sa skončila. Skúste inú kartu.',
    invalid_cvc: 'Skontrolujte bezpečnostný kód: 3 číslice na zadnej strane alebo 4 na prednej.',
    incorrect_cvc: 'Bezpečnostný kód nie je správny. Skontrolujte ho a skúste to znova.',
    incorrect_zip: 'PSČ nezodpovedá karte. Skontrolujte ho a skúste to znova.',
    card_declined: 'Vaša karta bola zamietnutá. Skúste inú kartu.',
    processing_error: 'Vaša banka nemohla túto kartu spracovať. Skúste to znova o minútu.',
    rate_limit: 'Príliš veľa pokusov za sebou. Peniaze neboli strhnuté. Skúste to znova o minútu.',
    unreachable:
      'Chýba pripojenie. Peniaze neboli strhnuté. Skontrolujte internet a skúste to znova.',
    provider_refused: 'Platby v tomto obchode nie sú správne nastavené. Peniaze neboli strhnuté.',
    not_sent:
      'Stránka túto platbu neodoslala. Peniaze neboli strhnuté. Zatvorte toto okno a skontrolujte formulár na stránke.',
    insufficient_funds: 'Na tejto karte nie je dosť peňazí. Skúste inú kartu.',
    payment_intent_authentication_failure:
      'Vaša banka platbu nepotvrdila. Peniaze neboli strhnuté. Skúste to znova alebo použite inú kartu.',
    unknown_outcome:
      'Zatiaľ nie je jasné, či boli peniaze strhnuté. Neplaťte znova. Kontaktujte obchod.',
    shop_failed:
      'Obchod nemohol túto platbu prijať. Skôr než to skúsite znova, kontaktujte obchod.',
  },
  incompleteAddress: {
    name: 'Zadajte meno a priezvisko.',
    line1: 'Zadajte ulicu a číslo.',
    city: 'Zadajte mesto alebo obec.',
    state: 'Zadajte kraj alebo spolkový štát.',
    zip: 'Zadajte PSČ.',
  },
};
