import type {FullWords} from './en.js';

/** Slovenian */
export const words: FullWords = {
  language: 'sl',
  payWithCard: 'Plačaj s kartico',
  notSetUp: 'Plačilo ni nastavljeno',
  payment: 'Plačilo',
  dialogName: (name, amount) => (amount ? `${name}, ${amount}` : name),
  pay: amount => (amount ? `Plačaj ${amount}` : 'Plačaj'),
  paying: 'Plačilo poteka…',
  stillWorking: 'Plačilo še poteka…',
  slow: {
    tokenizing:
      'To traja dolgo. Nič ni bilo zaračunano. Malo počakajte ali pa zaprite okno in poskusite znova.',
    done: 'Trgovina še ni odgovorila. Malo počakajte. Pred ponovnim plačilom se obrnite na trgovino.',
  },
  checkAgain: 'Preveri znova',
  done: 'Končano',
  close: 'Zapri',
  tryAgain: 'Poskusi znova',
  opening: 'Nalaganje polj za kartico…',
  testMode: 'Preizkusni način',
  testModeMeans: 'Nobena prava kartica ne bo bremenjena.',
  straightTo: provider => `Podatki o kartici se pošljejo neposredno podjetju ${provider}.`,
  fields: {
    email: 'E-poštni naslov',
    number: 'Številka kartice',
    expiry: 'Datum poteka',
    cvc: 'Varnostna koda',
    postalCode: 'Poštna številka',
  },
  addresses: {
    billing: 'Naslov za račun',
    shipping: 'Naslov za dostavo',
  },
  addressFields: {
    name: 'Ime in priimek',
    country: 'Država ali regija',
    line1: 'Ulica in hišna številka',
    line2: 'Stanovanje, nadstropje',
    city: 'Kraj',
    state: 'Zvezna država ali provinca',
    zip: 'Poštna številka',
  },
  optional: label => `${label} (neobvezno)`,
  sameAsBilling: 'Dostava na naslov za račun',
  somethingWrong: 'Prišlo je do napake. Nič ni bilo zaračunano. Poskusite znova.',
  errors: {
    incomplete_email: 'Vnesite svoj e-poštni naslov, na primer ada@example.com.',
    incomplete_number: 'Vnesite celotno številko kartice.',
    incomplete_expiry: 'Vnesite mesec in leto.',
    incomplete_cvc: 'Vnesite 3 ali 4 števke.',
    incomplete_zip: 'Vnesite poštno številko naslova za račun, ki velja za kartico.',
    invalid_zip: 'Ta poštna številka ne ustreza državi. Preverite oboje.',
    invalid_number: 'V številki kartice je napaka. Preverite števke.',
    incorrect_number: 'V številki kartice je napaka. Preverite števke.',
    invalid_expiry_month: 'Ta mesec ne obstaja. Preverite datum poteka.',
    invalid_expiry_year: 'Preverite leto v datumu poteka.',
    invalid_expiry_month_past: 'Ta kartica je potekla. Poskusite z drugo kartico.',
    invalid_expiry_year_past: 'Ta kartica je potekla. Poskusite z drugo kartico.',
    expired_card: 'Ta kartica je potekla. Poskusite z drugo kartico.',
    invalid_cvc: 'Preverite varnostno kodo: 3 števke na hrbtni strani ali 4 na sprednji.',
    incorrect_cvc: 'Varnostna koda ni pravilna. Preverite jo in poskusite znova.',
    incorrect_zip: 'Poštna številka se ne ujema s kartico. Preverite jo in poskusite znova.',
    card_declined: 'Vaša kartica je bila zavrnjena. Poskusite z drugo kartico.',
    processing_error: 'Vaša banka ni mogla obdelati te kartice. Poskusite znova čez minuto.',
    rate_limit: 'Preveč zaporednih poskusov. Nič ni bilo zaračunano. Poskusite znova čez minuto.',
    unreachable:
      'Ni povezave. Nič ni bilo zaračunano. Preverite internetno povezavo in poskusite znova.',
    provider_refused: 'Plačevanje v tej trgovini ni pravilno nastavljeno. Nič ni bilo zaračunano.',
    not_sent:
      'Stran ni poslala tega plačila. Nič ni bilo zaračunano. Zaprite to okno in preverite obrazec na strani.',
    insufficient_funds: 'Na tej kartici ni dovolj sredstev. Poskusite z drugo kartico.',
    payment_intent_authentication_failure:
      'Vaša banka ni potrdila plačila. Nič ni bilo zaračunano. Poskusite znova ali uporabite drugo kartico.',
    unknown_outcome:
      'Ni še jasno, ali je bil znesek zaračunan. Ne plačujte znova. Obrnite se na trgovino.',
    shop_failed:
      'Trgovina ni mogla sprejeti tega plačila. Preden poskusite znova, se obrnite na trgovino.',
  },
  incompleteAddress: {
    name: 'Vnesite ime in priimek.',
    line1: 'Vnesite ulico in hišno številko.',
    city: 'Vnesite kraj.',
    state: 'Vnesite zvezno državo ali provinco.',
    zip: 'Vnesite poštno številko.',
  },
};
