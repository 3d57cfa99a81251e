import type {FullWords} from './en.js';

/** Polish */
export const words: FullWords = {
  language: 'pl',
  payWithCard: 'Zapłać kartą',
  notSetUp: 'Płatność nie jest skonfigurowana',
  notNow: 'Płatność teraz nie działa',
  payment: 'Płatność',
  dialogName: (name, amount) => (amount ? `${name}, ${amount}` : name),
  pay: amount => (amount ? `Zapłać ${amount}` : 'Zapłać'),
  paying: 'Trwa płatność…',
  stillWorking: 'Płatność nadal trwa…',
  slow: {
    tokenizing:
      'Trwa to długo. Środki nie zostały pobrane. Poczekaj chwilę albo zamknij to okno i spróbuj ponownie.',
    done: 'Sklep jeszcze nie odpowiedział. Poczekaj chwilę. Zanim zapłacisz ponownie, skontaktuj się ze sklepem.',
  },
  checkAgain: 'Sprawdź ponownie',
  done: 'Gotowe',
  close: 'Zamknij',
  tryAgain: 'Spróbuj ponownie',
  opening: 'Wczytywanie pól karty…',
  testMode: 'Tryb testowy',
  testModeMeans: 'Żadna prawdziwa karta nie zostanie obciążona.',
  straightTo: provider => `Dane Twojej karty trafiają bezpośrednio do ${provider}.`,
  fields: {
    email: 'Adres e-mail',
    number: 'Numer karty',
    expiry: 'Data ważności',
    cvc: 'Kod bezpieczeństwa',
    postalCode: 'Kod pocztowy',
  },
  addresses: {
    billing: 'Adres rozliczeniowy',
    shipping: 'Adres dostawy',
  },
  addressFields: {
    name: 'Imię i nazwisko',
    country: 'Kraj lub region',
    line1: 'Ulica i numer',
    line2: 'Mieszkanie, piętro',
    city: 'Miejscowość',
    state: 'Stan lub prowincja',
    zip: 'Kod pocztowy',
  },
  optional: label => `${label} (opcjonalnie)`,
  sameAsBilling: 'Wyślij na adres rozliczeniowy',
  somethingWrong: 'Coś poszło nie tak. Środki nie zostały pobrane. Spróbuj ponownie.',
  errors: {
    incomplete_email: 'Wpisz swój adres e-mail, na przykład ada@example.com.',
    incomplete_number: 'Wpisz pełny numer karty.',
    incomplete_expiry: 'Wpisz miesiąc i rok.',
    incomplete_cvc: 'Wpisz 3 lub 4 cyfry.',
    incomplete_zip: 'Wpisz kod pocztowy adresu rozliczeniowego karty.',
    invalid_zip: 'Ten kod pocztowy nie pasuje do kraju. Sprawdź oba pola.',
    invalid_number: 'W numerze karty jest błąd. Sprawdź cyfry.',
    incorrect_number: 'W numerze karty jest błąd. Sprawdź cyfry.',
    invalid_expiry_month: 'Nie ma takiego miesiąca. Sprawdź datę ważności.',
    invalid_expiry_year: 'Sprawdź rok w dacie ważności.',
    invalid_expiry_month_past: 'Ta karta straciła ważność. Użyj innej karty.',
    invalid_expiry_year_past: 'Ta karta straciła ważność. Użyj innej karty.',
    expired_card: 'Ta karta straciła ważność. Użyj innej karty.',
    invalid_cvc: 'Sprawdź kod bezpieczeństwa: 3 cyfry z tyłu karty lub 4 z przodu.',
    incorrect_cvc: 'Kod bezpieczeństwa jest nieprawidłowy. Sprawdź go i spróbuj ponownie.',
    incorrect_zip: 'Kod pocztowy nie zgadza się z kartą. Sprawdź go i spróbuj ponownie.',
    card_declined: 'Twoja karta została odrzucona. Użyj innej karty.',
    processing_error: 'Twój bank nie mógł obsłużyć tej karty. Spróbuj ponownie za minutę.',
    rate_limit:
      'Zbyt wiele prób w krótkim czasie. Środki nie zostały pobrane. Spróbuj ponownie za minutę.',
    unreachable:
      'Brak połączenia. Środki nie zostały pobrane. Sprawdź internet i spróbuj ponownie.',
    provider_refused:
      'Płatności w tym sklepie są nieprawidłowo skonfigurowane. Środki nie zostały pobrane.',
    not_sent:
      'Strona nie wysłała tej płatności. Środki nie zostały pobrane. Zamknij to okno i sprawdź formularz na stronie.',
    insufficient_funds: 'Na tej karcie brakuje środków. Użyj innej karty.',
    payment_intent_authentication_failure:
      'Twój bank nie potwierdził płatności. Środki nie zostały pobrane. Spróbuj ponownie lub użyj innej karty.',
    unknown_outcome:
      'Nie wiadomo jeszcze, czy środki zostały pobrane. Nie płać ponownie. Skontaktuj się ze sklepem.',
    shop_failed:
      'Sklep nie mógł przyjąć tej płatności. Skontaktuj się ze sklepem, zanim spróbujesz ponownie.',
  },
  incompleteAddress: {
    name: 'Wpisz imię i nazwisko.',
    line1: 'Wpisz ulicę i numer.',
    city: 'Wpisz miejscowość.',
    state: 'Wpisz stan lub prowincję.',
    zip: 'Wpisz kod pocztowy.',
  },
};
