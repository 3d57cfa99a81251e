import type {FullWords} from './en.js';

/** Romanian */
export const words: FullWords = {
  language: 'ro',
  payWithCard: 'Plătiți cu cardul',
  notSetUp: 'Plata nu este configurată',
  notNow: 'Plata nu funcționează acum',
  payment: 'Plată',
  dialogName: (name, amount) => (amount ? `${name}, ${amount}` : name),
  pay: amount => (amount ? `Plătiți ${amount}` : 'Plătiți'),
  paying: 'Se efectuează plata…',
  stillWorking: 'Încă se procesează…',
  slow: {
    tokenizing:
      'Durează mult. Nu s-a încasat nicio sumă. Mai așteptați puțin sau închideți fereastra și încercați din nou.',
    done: 'Magazinul nu a răspuns încă. Mai așteptați puțin. Înainte de a plăti din nou, contactați magazinul.',
  },
  checkAgain: 'Verificați din nou',
  done: 'Finalizat',
  close: 'Închideți',
  tryAgain: 'Încercați din nou',
  opening: 'Se încarcă câmpurile cardului…',
  testMode: 'Mod de testare',
  testModeMeans: 'Niciun card real nu este debitat.',
  straightTo: provider => `Datele cardului ajung direct la ${provider}.`,
  fields: {
    email: 'E-mail',
    number: 'Număr card',
    expiry: 'Data expirării',
    cvc: 'Cod de securitate',
    postalCode: 'Cod poștal',
  },
  addresses: {
    billing: 'Adresă de facturare',
    shipping: 'Adresă de livrare',
  },
  addressFields: {
    name: 'Nume și prenume',
    country: 'Țară sau regiune',
    line1: 'Adresă',
    line2: 'Apartament, etaj',
    city: 'Localitate',
    state: 'Județ sau stat',
    zip: 'Cod poștal',
  },
  optional: label => `${label} (opțional)`,
  sameAsBilling: 'Livrare la adresa de facturare',
  somethingWrong: 'A apărut o problemă. Nu s-a încasat nicio sumă. Încercați din nou.',
  errors: {
    incomplete_email: 'Introduceți adresa de e-mail, de exemplu ada@example.com.',
    incomplete_number: 'Introduceți numărul complet al cardului.',
    incomplete_expiry: 'Introduceți luna și anul.',
    incomplete_cvc: 'Introduceți cele 3 sau 4 cifre.',
    incomplete_zip: 'Introduceți codul poștal al adresei de facturare a cardului.',
    invalid_zip: 'Codul poștal nu corespunde țării. Verificați ambele câmpuri.',
    invalid_number: 'Numărul cardului conține o greșeală. Verificați cifrele.',
    incorrect_number: 'Numărul cardului conține o greșeală. Verificați cifrele.',
    invalid_expiry_month: 'Luna nu este validă. Verificați data expirării.',
    invalid_expiry_year: 'Verificați anul din data expirării.',
    invalid_expiry_month_past: 'Acest card a expirat. Încercați cu alt card.',
    invalid_expiry_year_past: 'Acest card a expirat. Încercați cu alt card.',
    expired_card: 'Acest card a expirat. Încercați cu alt card.',
    invalid_cvc: 'Verificați codul de securitate: 3 cifre pe spate sau 4 pe față.',
    incorrect_cvc: 'Codul de securitate este greșit. Verificați-l și încercați din nou.',
    incorrect_zip: 'Codul poștal nu corespunde cardului. Verificați-l și încercați din nou.',
    card_declined: 'Cardul dvs. a fost refuzat. Încercați cu alt card.',
    processing_error: 'Banca dvs. nu a putut procesa acest card. Încercați din nou peste un minut.',
    rate_limit:
      'Prea multe încercări. Nu s-a încasat nicio sumă. Încercați din nou peste un minut.',
    unreachable:
      'Nu există conexiune. Nu s-a încasat nicio sumă. Verificați rețeaua și încercați din nou.',
    provider_refused:
      'Plata în acest magazin nu este configurată corect. Nu s-a încasat nicio sumă.',
    not_sent:
      'Pagina nu a trimis această plată. Nu s-a încasat nicio sumă. Închideți fereastra și verificați formularul din pagină.',
    insufficient_funds: 'Fonduri insuficiente pe acest card. Încercați cu alt card.',
    payment_intent_authentication_failure:
      'Banca dvs. nu a confirmat plata. Nu s-a încasat nicio sumă. Încercați din nou sau folosiți alt card.',
    unknown_outcome:
      'Încă nu se știe dacă suma a fost încasată. Nu plătiți din nou. Contactați magazinul.',
    shop_failed:
      'Magazinul nu a putut accepta această plată. Contactați magazinul înainte de a încerca din nou.',
  },
  incompleteAddress: {
    name: 'Introduceți numele și prenumele.',
    line1: 'Introduceți strada și numărul.',
    city: 'Introduceți localitatea.',
    state: 'Introduceți județul sau statul.',
    zip: 'Introduceți codul poștal.',
  },
};
