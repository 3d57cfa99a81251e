import type {FullWords} from './en.js';

/** Latvian */
export const words: FullWords = {
  language: 'lv',
  payWithCard: 'Maksāt ar karti',
  notSetUp: 'Maksājums nav iestatīts',
  notNow: 'Maksājums pašlaik nedarbojas',
  payment: 'Maksājums',
  dialogName: (name, amount) => (amount ? `${name}, ${amount}` : name),
  pay: amount => (amount ? `Maksāt ${amount}` : 'Maksāt'),
  paying: 'Notiek maksājums…',
  stillWorking: 'Apstrāde turpinās…',
  slow: {
    tokenizing:
      'Tas aizņem ilgu laiku. Nauda nav norakstīta. Mazliet uzgaidiet vai aizveriet logu un mēģiniet vēlreiz.',
    done: 'Veikals vēl nav atbildējis. Mazliet uzgaidiet. Pirms maksājat vēlreiz, sazinieties ar veikalu.',
  },
  checkAgain: 'Pārbaudīt vēlreiz',
  done: 'Gatavs',
  close: 'Aizvērt',
  tryAgain: 'Mēģināt vēlreiz',
  opening: 'Tiek ielādēti kartes lauki…',
  testMode: 'Testa režīms',
  testModeMeans: 'No īstas kartes nauda netiek norakstīta.',
  straightTo: provider => `Jūsu kartes dati tiek nosūtīti tieši uzņēmumam ${provider}.`,
  fields: {
    email: 'E-pasts',
    number: 'Kartes numurs',
    expiry: 'Derīguma termiņš',
    cvc: 'Drošības kods',
    postalCode: 'Pasta indekss',
  },
  addresses: {
    billing: 'Norēķinu adrese',
    shipping: 'Piegādes adrese',
  },
  addressFields: {
    name: 'Vārds, uzvārds',
    country: 'Valsts vai reģions',
    line1: 'Adrese',
    line2: 'Dzīvoklis, stāvs',
    city: 'Pilsēta vai ciems',
    state: 'Novads vai štats',
    zip: 'Pasta indekss',
  },
  optional: label => `${label} (nav obligāti)`,
  sameAsBilling: 'Piegādāt uz norēķinu adresi',
  somethingWrong: 'Radās kļūda. Nauda nav norakstīta. Mēģiniet vēlreiz.',
  errors: {
    incomplete_email: 'Ievadiet savu e-pasta adresi, piemēram, ada@example.com.',
    incomplete_number: 'Ievadiet pilnu kartes numuru.',
    incomplete_expiry: 'Ievadiet mēnesi un gadu.',
    incomplete_cvc: 'Ievadiet 3 vai 4 ciparus.',
    incomplete_zip: 'Ievadiet kartes norēķinu adreses pasta indeksu.',
    invalid_zip: 'Šis pasta indekss neatbilst valstij. Pārbaudiet abus laukus.',
    invalid_number: 'Kartes numurā ir kļūda. Pārbaudiet ciparus.',
    incorrect_number: 'Kartes numurā ir kļūda. Pārbaudiet ciparus.',
    invalid_expiry_month: 'Šāda mēneša nav. Pārbaudiet derīguma termiņu.',
    invalid_expiry_year: 'Pārbaudiet derīguma termiņa gadu.',
    invalid_expiry_month_past: 'Kartes derīguma termiņš ir beidzies. Izmēģiniet citu karti.',
    invalid_expiry_year_past: 'Kartes derīguma termiņš ir beidzies. Izmēģiniet citu karti.',
    expired_card: 'Kartes derīguma termiņš ir beidzies. Izmēģiniet citu karti.',
    invalid_cvc: 'Pārbaudiet drošības kodu: 3 cipari kartes aizmugurē vai 4 priekšpusē.',
    incorrect_cvc: 'Drošības kods ir nepareizs. Pārbaudiet to un mēģiniet vēlreiz.',
    incorrect_zip: 'Pasta indekss neatbilst kartei. Pārbaudiet to un mēģiniet vēlreiz.',
    card_declined: 'Jūsu karte tika noraidīta. Izmēģiniet citu karti.',
    processing_error: 'Jūsu banka nevarēja apstrādāt šo karti. Mēģiniet vēlreiz pēc minūtes.',
    rate_limit:
      'Pārāk daudz mēģinājumu pēc kārtas. Nauda nav norakstīta. Mēģiniet vēlreiz pēc minūtes.',
    unreachable:
      'Nav savienojuma. Nauda nav norakstīta. Pārbaudiet tīkla savienojumu un mēģiniet vēlreiz.',
    provider_refused: 'Šī veikala maksājumi nav pareizi iestatīti. Nauda nav norakstīta.',
    not_sent:
      'Lapa nenosūtīja šo maksājumu. Nauda nav norakstīta. Aizveriet šo logu un pārbaudiet lapas veidlapu.',
    insufficient_funds: 'Kartē nepietiek līdzekļu. Izmēģiniet citu karti.',
    payment_intent_authentication_failure:
      'Jūsu banka neapstiprināja maksājumu. Nauda nav norakstīta. Mēģiniet vēlreiz vai izmantojiet citu karti.',
    unknown_outcome:
      'Vēl nav skaidrs, vai nauda ir norakstīta. Nemaksājiet vēlreiz. Sazinieties ar veikalu.',
    shop_failed:
      'Veikals nevarēja pieņemt šo maksājumu. Pirms mēģināt vēlreiz, sazinieties ar veikalu.',
  },
  incompleteAddress: {
    name: 'Ievadiet vārdu un uzvārdu.',
    line1: 'Ievadiet ielu un mājas numuru.',
    city: 'Ievadiet pilsētu vai ciemu.',
    state: 'Ievadiet novadu vai štatu.',
    zip: 'Ievadiet pasta indeksu.',
  },
};
