import type {FullWords} from './en.js';

/** Lithuanian */
export const words: FullWords = {
  language: 'lt',
  payWithCard: 'Mokėti kortele',
  notSetUp: 'Mokėjimas nesukonfigūruotas',
  notNow: 'Mokėjimas šiuo metu neveikia',
  payment: 'Mokėjimas',
  dialogName: (name, amount) => (amount ? `${name}, ${amount}` : name),
  pay: amount => (amount ? `Mokėti ${amount}` : 'Mokėti'),
  paying: 'Mokama…',
  stillWorking: 'Vis dar apdorojama…',
  slow: {
    tokenizing:
      'Tai užtrunka. Pinigai nenuskaičiuoti. Šiek tiek palaukite arba uždarykite langą ir bandykite dar kartą.',
    done: 'Parduotuvė dar neatsakė. Šiek tiek palaukite. Prieš mokėdami dar kartą, kreipkitės į parduotuvę.',
  },
  checkAgain: 'Tikrinti dar kartą',
  done: 'Atlikta',
  close: 'Uždaryti',
  tryAgain: 'Bandyti dar kartą',
  opening: 'Įkeliami kortelės laukai…',
  testMode: 'Bandomasis režimas',
  testModeMeans: 'Iš tikros kortelės pinigai nenuskaičiuojami.',
  straightTo: provider => `Jūsų kortelės duomenys siunčiami tiesiai į „${provider}“.`,
  fields: {
    email: 'El. paštas',
    number: 'Kortelės numeris',
    expiry: 'Galiojimo data',
    cvc: 'Saugos kodas',
    postalCode: 'Pašto kodas',
  },
  addresses: {
    billing: 'Atsiskaitymo adresas',
    shipping: 'Pristatymo adresas',
  },
  addressFields: {
    name: 'Vardas ir pavardė',
    country: 'Šalis arba regionas',
    line1: 'Adresas',
    line2: 'Butas, aukštas',
    city: 'Miestas',
    state: 'Apskritis arba valstija',
    zip: 'Pašto kodas',
  },
  optional: label => `${label} (neprivaloma)`,
  sameAsBilling: 'Pristatyti atsiskaitymo adresu',
  somethingWrong: 'Įvyko klaida. Pinigai nenuskaičiuoti. Bandykite dar kartą.',
  errors: {
    incomplete_email: 'Įveskite savo el. pašto adresą, pvz., ada@example.com.',
    incomplete_number: 'Įveskite visą kortelės numerį.',
    incomplete_expiry: 'Įveskite mėnesį ir metus.',
    incomplete_cvc: 'Įveskite 3 arba 4 skaitmenis.',
    incomplete_zip: 'Įveskite kortelės atsiskaitymo adreso pašto kodą.',
    invalid_zip: 'Šis pašto kodas neatitinka šalies. Patikrinkite abu laukus.',
    invalid_number: 'Kortelės numeryje yra klaida. Patikrinkite skaitmenis.',
    incorrect_number: 'Kortelės numeryje yra klaida. Patikrinkite skaitmenis.',
    invalid_expiry_month: 'Tokio mėnesio nėra. Patikrinkite galiojimo datą.',
    invalid_expiry_year: 'Patikrinkite galiojimo datos metus.',
    invalid_expiry_month_past: 'Kortelės galiojimas pasibaigė. Naudokite kitą kortelę.',
    invalid_expiry_year_past: 'Kortelės galiojimas pasibaigė. Naudokite kitą kortelę.',
    expired_card: 'Kortelės galiojimas pasibaigė. Naudokite kitą kortelę.',
    invalid_cvc:
      'Patikrinkite saugos kodą: 3 skaitmenys galinėje kortelės pusėje arba 4 priekinėje.',
    incorrect_cvc: 'Saugos kodas neteisingas. Patikrinkite jį ir bandykite dar kartą.',
    incorrect_zip: 'Pašto kodas neatitinka kortelės. Patikrinkite jį ir bandykite dar kartą.',
    card_declined: 'Jūsų kortelė atmesta. Naudokite kitą kortelę.',
    processing_error:
      'Jūsų bankui nepavyko apdoroti šios kortelės. Bandykite dar kartą po minutės.',
    rate_limit:
      'Per daug bandymų iš eilės. Pinigai nenuskaičiuoti. Bandykite dar kartą po minutės.',
    unreachable:
      'Nėra ryšio. Pinigai nenuskaičiuoti. Patikrinkite interneto ryšį ir bandykite dar kartą.',
    provider_refused:
      'Šios parduotuvės mokėjimai netinkamai sukonfigūruoti. Pinigai nenuskaičiuoti.',
    not_sent:
      'Puslapis neišsiuntė šio mokėjimo. Pinigai nenuskaičiuoti. Uždarykite šį langą ir patikrinkite puslapio formą.',
    insufficient_funds: 'Kortelėje nepakanka lėšų. Naudokite kitą kortelę.',
    payment_intent_authentication_failure:
      'Jūsų bankas nepatvirtino mokėjimo. Pinigai nenuskaičiuoti. Bandykite dar kartą arba naudokite kitą kortelę.',
    unknown_outcome:
      'Dar neaišku, ar pinigai nuskaičiuoti. Nemokėkite dar kartą. Kreipkitės į parduotuvę.',
    shop_failed:
      'Parduotuvei nepavyko priimti šio mokėjimo. Prieš bandydami dar kartą, kreipkitės į parduotuvę.',
  },
  incompleteAddress: {
    name: 'Įveskite vardą ir pavardę.',
    line1: 'Įveskite gatvę ir namo numerį.',
    city: 'Įveskite miestą.',
    state: 'Įveskite apskritį arba valstiją.',
    zip: 'Įveskite pašto kodą.',
  },
};
