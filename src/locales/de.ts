import type {FullWords} from './en.js';

/** German */
export const words: FullWords = {
  language: 'de',
  payWithCard: 'Mit Karte zahlen',
  notSetUp: 'Zahlung nicht eingerichtet',
  notNow: 'Zahlung ist gerade nicht möglich',
  payment: 'Zahlung',
  dialogName: (name, amount) => (amount ? `${name}, ${amount}` : name),
  pay: amount => (amount ? `${amount} bezahlen` : 'Bezahlen'),
  paying: 'Zahlung läuft\u00a0…',
  stillWorking: 'Zahlung läuft noch\u00a0…',
  slow: {
    tokenizing:
      'Das dauert lange. Es wurde nichts abgebucht. Warten Sie kurz oder schließen Sie das Fenster und versuchen Sie es erneut.',
    done: 'Der Shop hat noch nicht geantwortet. Warten Sie kurz. Fragen Sie beim Shop nach, bevor Sie noch einmal bezahlen.',
  },
  checkAgain: 'Erneut prüfen',
  done: 'Fertig',
  close: 'Schließen',
  tryAgain: 'Erneut versuchen',
  opening: 'Kartenfelder werden geladen\u00a0…',
  testMode: 'Testmodus',
  testModeMeans: 'Es wird keine echte Karte belastet.',
  straightTo: provider => `Ihre Kartendaten gehen direkt an ${provider}.`,
  fields: {
    email: 'E-Mail-Adresse',
    number: 'Kartennummer',
    expiry: 'Ablaufdatum',
    cvc: 'Sicherheitscode',
    postalCode: 'Postleitzahl',
  },
  addresses: {
    billing: 'Rechnungsadresse',
    shipping: 'Lieferadresse',
  },
  addressFields: {
    name: 'Vor- und Nachname',
    country: 'Land oder Region',
    line1: 'Straße und Hausnummer',
    line2: 'Adresszusatz',
    city: 'Ort',
    state: 'Bundesstaat oder Provinz',
    zip: 'Postleitzahl',
  },
  optional: label => `${label} (optional)`,
  sameAsBilling: 'An die Rechnungsadresse liefern',
  somethingWrong: 'Etwas ist schiefgelaufen. Es wurde nichts abgebucht. Versuchen Sie es erneut.',
  errors: {
    incomplete_email: 'Geben Sie Ihre E-Mail-Adresse ein, zum Beispiel ada@example.com.',
    incomplete_number: 'Geben Sie die vollständige Kartennummer ein.',
    incomplete_expiry: 'Geben Sie Monat und Jahr ein.',
    incomplete_cvc: 'Geben Sie die 3 oder 4 Ziffern ein.',
    incomplete_zip: 'Geben Sie die Postleitzahl der Rechnungsadresse Ihrer Karte ein.',
    invalid_zip: 'Diese Postleitzahl passt nicht zum Land. Prüfen Sie beides.',
    invalid_number: 'Diese Kartennummer enthält einen Tippfehler. Prüfen Sie die Ziffern.',
    incorrect_number: 'Diese Kartennummer enthält einen Tippfehler. Prüfen Sie die Ziffern.',
    invalid_expiry_month: 'Diesen Monat gibt es nicht. Prüfen Sie das Ablaufdatum.',
    invalid_expiry_year: 'Prüfen Sie das Jahr im Ablaufdatum.',
    invalid_expiry_month_past:
      'Diese Karte ist abgelaufen. Versuchen Sie es mit einer anderen Karte.',
    invalid_expiry_year_past:
      'Diese Karte ist abgelaufen. Versuchen Sie es mit einer anderen Karte.',
    expired_card: 'Diese Karte ist abgelaufen. Versuchen Sie es mit einer anderen Karte.',
    invalid_cvc:
      'Prüfen Sie den Sicherheitscode: 3 Ziffern auf der Rückseite oder 4 auf der Vorderseite.',
    incorrect_cvc: 'Der Sicherheitscode ist falsch. Prüfen Sie ihn und versuchen Sie es erneut.',
    incorrect_zip:
      'Die Postleitzahl passt nicht zur Karte. Prüfen Sie sie und versuchen Sie es erneut.',
    card_declined: 'Ihre Karte wurde abgelehnt. Versuchen Sie es mit einer anderen Karte.',
    processing_error:
      'Ihre Bank konnte diese Karte nicht verarbeiten. Versuchen Sie es in einer Minute erneut.',
    rate_limit:
      'Zu viele Versuche. Es wurde nichts abgebucht. Versuchen Sie es in einer Minute erneut.',
    unreachable:
      'Keine Verbindung. Es wurde nichts abgebucht. Prüfen Sie Ihr Netzwerk und versuchen Sie es erneut.',
    provider_refused:
      'Die Zahlung ist in diesem Shop nicht richtig eingerichtet. Es wurde nichts abgebucht.',
    not_sent:
      'Die Seite hat diese Zahlung nicht gesendet. Es wurde nichts abgebucht. Schließen Sie dieses Fenster und prüfen Sie das Formular der Seite.',
    insufficient_funds:
      'Diese Karte ist nicht ausreichend gedeckt. Versuchen Sie es mit einer anderen Karte.',
    payment_intent_authentication_failure:
      'Ihre Bank hat die Zahlung nicht bestätigt. Es wurde nichts abgebucht. Versuchen Sie es erneut oder verwenden Sie eine andere Karte.',
    unknown_outcome:
      'Es ist noch unklar, ob etwas abgebucht wurde. Bezahlen Sie nicht noch einmal. Fragen Sie beim Shop nach.',
    shop_failed:
      'Der Shop konnte diese Zahlung nicht annehmen. Fragen Sie beim Shop nach, bevor Sie es erneut versuchen.',
  },
  incompleteAddress: {
    name: 'Geben Sie den Vor- und Nachnamen ein.',
    line1: 'Geben Sie Straße und Hausnummer ein.',
    city: 'Geben Sie den Ort ein.',
    state: 'Geben Sie den Bundesstaat oder die Provinz ein.',
    zip: 'Geben Sie die Postleitzahl ein.',
  },
};
