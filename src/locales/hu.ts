import type {FullWords} from './en.js';

/** Hungarian */
export const words: FullWords = {
  language: 'hu',
  payWithCard: 'Fizetés kártyával',
  notSetUp: 'A fizetés nincs beállítva',
  notNow: 'A fizetés most nem működik',
  payment: 'Fizetés',
  dialogName: (name, amount) => (amount ? `${name}, ${amount}` : name),
  pay: amount => (amount ? `${amount} fizetése` : 'Fizetés'),
  paying: 'Fizetés folyamatban…',
  stillWorking: 'Még folyamatban…',
  slow: {
    tokenizing:
      'Ez sokáig tart. Nem terheltük meg a kártyáját. Várjon egy kicsit, vagy zárja be az ablakot, és próbálja újra.',
    done: 'Az üzlet még nem válaszolt. Várjon egy kicsit. Mielőtt újra fizet, érdeklődjön az üzletnél.',
  },
  checkAgain: 'Ellenőrzés újra',
  done: 'Kész',
  close: 'Bezárás',
  tryAgain: 'Próbálja újra',
  opening: 'A kártyamezők betöltése…',
  testMode: 'Tesztmód',
  testModeMeans: 'Valódi kártyát nem terhelünk meg.',
  straightTo: provider => `A kártyaadatok közvetlenül ide kerülnek: ${provider}.`,
  fields: {
    email: 'E-mail-cím',
    number: 'Kártyaszám',
    expiry: 'Lejárat',
    cvc: 'Biztonsági kód',
    postalCode: 'Irányítószám',
  },
  addresses: {
    billing: 'Számlázási cím',
    shipping: 'Szállítási cím',
  },
  addressFields: {
    name: 'Név',
    country: 'Ország vagy régió',
    line1: 'Utca, házszám',
    line2: 'Emelet, ajtó',
    city: 'Település',
    state: 'Megye vagy állam',
    zip: 'Irányítószám',
  },
  optional: label => `${label} (nem kötelező)`,
  sameAsBilling: 'Szállítás a számlázási címre',
  somethingWrong: 'Hiba történt. Nem terheltük meg a kártyáját. Próbálja újra.',
  errors: {
    incomplete_email: 'Adja meg az e-mail-címét, például: ada@example.com.',
    incomplete_number: 'Adja meg a teljes kártyaszámot.',
    incomplete_expiry: 'Adja meg a hónapot és az évet.',
    incomplete_cvc: 'Adja meg a 3 vagy 4 számjegyet.',
    incomplete_zip: 'Adja meg a kártya számlázási címének irányítószámát.',
    invalid_zip: 'Az irányítószám nem felel meg az országnak. Ellenőrizze mindkettőt.',
    invalid_number: 'Elírás van a kártyaszámban. Ellenőrizze a számjegyeket.',
    incorrect_number: 'Elírás van a kártyaszámban. Ellenőrizze a számjegyeket.',
    invalid_expiry_month: 'Nincs ilyen hónap. Ellenőrizze a lejárat dátumát.',
    invalid_expiry_year: 'Ellenőrizze a lejárat évét.',
    invalid_expiry_month_past: 'Ez a kártya lejárt. Próbálkozzon másik kártyával.',
    invalid_expiry_year_past: 'Ez a kártya lejárt. Próbálkozzon másik kártyával.',
    expired_card: 'Ez a kártya lejárt. Próbálkozzon másik kártyával.',
    invalid_cvc: 'Ellenőrizze a biztonsági kódot: 3 számjegy a hátoldalon vagy 4 az előlapon.',
    incorrect_cvc: 'A biztonsági kód hibás. Ellenőrizze, és próbálja újra.',
    incorrect_zip: 'Az irányítószám nem egyezik a kártya adataival. Ellenőrizze, és próbálja újra.',
    card_declined: 'A kártyáját elutasították. Próbálkozzon másik kártyával.',
    processing_error: 'A bankja nem tudta feldolgozni ezt a kártyát. Próbálja újra egy perc múlva.',
    rate_limit: 'Túl sok próbálkozás. Nem terheltük meg a kártyáját. Próbálja újra egy perc múlva.',
    unreachable:
      'Nincs kapcsolat. Nem terheltük meg a kártyáját. Ellenőrizze a hálózatot, és próbálja újra.',
    provider_refused:
      'Ebben az üzletben a fizetés nincs jól beállítva. Nem terheltük meg a kártyáját.',
    not_sent:
      'Az oldal nem küldte el ezt a fizetést. Nem terheltük meg a kártyáját. Zárja be ezt az ablakot, és ellenőrizze az oldal űrlapját.',
    insufficient_funds: 'Nincs elég fedezet ezen a kártyán. Próbálkozzon másik kártyával.',
    payment_intent_authentication_failure:
      'A bankja nem hagyta jóvá a fizetést. Nem terheltük meg a kártyáját. Próbálja újra, vagy használjon másik kártyát.',
    unknown_outcome:
      'Még nem tudni, hogy megterhelték-e a kártyáját. Ne fizessen újra. Érdeklődjön az üzletnél.',
    shop_failed:
      'Az üzlet nem tudta fogadni ezt a fizetést. Mielőtt újra próbálkozik, érdeklődjön az üzletnél.',
  },
  incompleteAddress: {
    name: 'Adja meg a teljes nevet.',
    line1: 'Adja meg az utcát és a házszámot.',
    city: 'Adja meg a települést.',
    state: 'Adja meg a megyét vagy az államot.',
    zip: 'Adja meg az irányítószámot.',
  },
};
