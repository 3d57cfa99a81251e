import type {FullWords} from './en.js';

/** Maltese */
export const words: FullWords = {
  language: 'mt',
  payWithCard: 'Ħallas bil-karta',
  notSetUp: 'Il-pagament mhux issettjat',
  notNow: 'Il-pagament mhux jaħdem bħalissa',
  payment: 'Pagament',
  dialogName: (name, amount) => (amount ? `${name}, ${amount}` : name),
  pay: amount => (amount ? `Ħallas ${amount}` : 'Ħallas'),
  paying: 'Qed isir il-pagament…',
  stillWorking: 'Il-pagament għadu għaddej…',
  slow: {
    tokenizing:
      'Dan qed jieħu ħafna ħin. Ma nġabar l-ebda ħlas. Stenna ftit, jew agħlaq din it-tieqa u erġa’ pprova.',
    done: 'Il-ħanut għadu ma weġibx. Stenna ftit. Qabel terġa’ tħallas, ikkuntattja lill-ħanut.',
  },
  checkAgain: 'Iċċekkja mill-ġdid',
  done: 'Lest',
  close: 'Agħlaq',
  tryAgain: 'Erġa’ pprova',
  opening: 'Qed jitgħabbew l-oqsma tal-karta…',
  testMode: 'Modalità ta’ prova',
  testModeMeans: 'L-ebda karta vera ma tiġi ċċarġjata.',
  straightTo: provider => `Id-dettalji tal-karta tiegħek imorru direttament għand ${provider}.`,
  fields: {
    email: 'Email',
    number: 'Numru tal-karta',
    expiry: 'Data tal-iskadenza',
    cvc: 'Kodiċi tas-sigurtà',
    postalCode: 'Kodiċi postali',
  },
  addresses: {
    billing: 'Indirizz tal-fatturazzjoni',
    shipping: 'Indirizz tal-konsenja',
  },
  addressFields: {
    name: 'Isem u kunjom',
    country: 'Pajjiż jew reġjun',
    line1: 'Indirizz',
    line2: 'Appartament, sular',
    city: 'Belt jew raħal',
    state: 'Stat jew provinċja',
    zip: 'Kodiċi postali',
  },
  optional: label => `${label} (mhux obbligatorju)`,
  sameAsBilling: 'Ibgħat fl-indirizz tal-fatturazzjoni',
  somethingWrong: 'Xi ħaġa marret ħażin. Ma nġabar l-ebda ħlas. Erġa’ pprova.',
  errors: {
    incomplete_email: 'Daħħal l-indirizz tal-email tiegħek, bħal ada@example.com.',
    incomplete_number: 'Daħħal in-numru sħiħ tal-karta.',
    incomplete_expiry: 'Daħħal ix-xahar u s-sena.',
    incomplete_cvc: 'Daħħal kodiċi ta’ 3 jew 4 ċifri.',
    incomplete_zip: 'Daħħal il-kodiċi postali tal-indirizz tal-fatturazzjoni tal-karta tiegħek.',
    invalid_zip: 'Dan il-kodiċi postali ma jaqbilx mal-pajjiż. Iċċekkja t-tnejn.',
    invalid_number: 'Hemm żball fin-numru tal-karta. Iċċekkja ċ-ċifri.',
    incorrect_number: 'Hemm żball fin-numru tal-karta. Iċċekkja ċ-ċifri.',
    invalid_expiry_month: 'Ix-xahar mhux tajjeb. Iċċekkja d-data tal-iskadenza.',
    invalid_expiry_year: 'Iċċekkja s-sena tal-iskadenza.',
    invalid_expiry_month_past: 'Din il-karta skadiet. Ipprova karta oħra.',
    invalid_expiry_year_past: 'Din il-karta skadiet. Ipprova karta oħra.',
    expired_card: 'Din il-karta skadiet. Ipprova karta oħra.',
    invalid_cvc: 'Iċċekkja l-kodiċi tas-sigurtà: 3 ċifri fuq wara, jew 4 fuq quddiem.',
    incorrect_cvc: 'Il-kodiċi tas-sigurtà huwa ħażin. Iċċekkjah u erġa’ pprova.',
    incorrect_zip: 'Il-kodiċi postali ma jaqbilx mal-karta. Iċċekkjah u erġa’ pprova.',
    card_declined: 'Il-karta tiegħek ma ġietx aċċettata. Ipprova karta oħra.',
    processing_error:
      'Il-bank tiegħek ma setax jipproċessa din il-karta. Erġa’ pprova wara minuta.',
    rate_limit: 'Saru wisq tentattivi. Ma nġabar l-ebda ħlas. Erġa’ pprova wara minuta.',
    unreachable:
      'M’hemmx konnessjoni. Ma nġabar l-ebda ħlas. Iċċekkja n-netwerk tiegħek u erġa’ pprova.',
    provider_refused: 'Il-pagament ta’ dan il-ħanut mhux issettjat sew. Ma nġabar l-ebda ħlas.',
    not_sent:
      'Il-paġna ma bagħtitx dan il-ħlas. Ma nġabar l-ebda ħlas. Agħlaq din it-tieqa u ċċekkja l-formola tal-paġna.',
    insufficient_funds: 'M’hemmx biżżejjed flus fuq din il-karta. Ipprova karta oħra.',
    payment_intent_authentication_failure:
      'Il-bank tiegħek ma kkonfermax il-pagament. Ma nġabar l-ebda ħlas. Erġa’ pprova, jew uża karta oħra.',
    unknown_outcome:
      'Għadu mhux ċar jekk inġabarx il-ħlas. Terġax tħallas. Ikkuntattja lill-ħanut.',
    shop_failed:
      'Il-ħanut ma setax jaċċetta dan il-pagament. Ikkuntattja lill-ħanut qabel terġa’ tipprova.',
  },
  incompleteAddress: {
    name: 'Daħħal l-isem sħiħ.',
    line1: 'Daħħal it-triq u n-numru.',
    city: 'Daħħal il-belt jew ir-raħal.',
    state: 'Daħħal l-istat jew il-provinċja.',
    zip: 'Daħħal il-kodiċi postali.',
  },
};
