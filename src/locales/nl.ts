import type {FullWords} from './en.js';

/** Dutch */
export const words: FullWords = {
  language: 'nl',
  payWithCard: 'Betalen met kaart',
  notSetUp: 'Betaling is niet ingesteld',
  notNow: 'Betalen werkt nu niet',
  payment: 'Betaling',
  dialogName: (name, amount) => (amount ? `${name}, ${amount}` : name),
  pay: amount => (amount ? `${amount} betalen` : 'Betalen'),
  paying: 'Bezig met betalen…',
  stillWorking: 'Nog steeds bezig…',
  slow: {
    tokenizing:
      'Dit duurt lang. Er is niets afgeschreven. Wacht even, of sluit dit venster en probeer het opnieuw.',
    done: 'De winkel heeft nog niet gereageerd. Wacht even. Neem contact op met de winkel voordat je opnieuw betaalt.',
  },
  checkAgain: 'Opnieuw controleren',
  done: 'Klaar',
  close: 'Sluiten',
  tryAgain: 'Opnieuw proberen',
  opening: 'Kaartvelden worden geladen…',
  testMode: 'Testmodus',
  testModeMeans: 'Er wordt niets van een echte kaart afgeschreven.',
  straightTo: provider => `Je kaartgegevens gaan rechtstreeks naar ${provider}.`,
  fields: {
    email: 'E-mailadres',
    number: 'Kaartnummer',
    expiry: 'Vervaldatum',
    cvc: 'Beveiligingscode',
    postalCode: 'Postcode',
  },
  addresses: {
    billing: 'Factuuradres',
    shipping: 'Bezorgadres',
  },
  addressFields: {
    name: 'Naam',
    country: 'Land of regio',
    line1: 'Straat en huisnummer',
    line2: 'Appartement, verdieping',
    city: 'Plaats',
    state: 'Staat of provincie',
    zip: 'Postcode',
  },
  optional: label => `${label} (optioneel)`,
  sameAsBilling: 'Bezorgen op het factuuradres',
  somethingWrong: 'Er is iets misgegaan. Er is niets afgeschreven. Probeer het opnieuw.',
  errors: {
    incomplete_email: 'Vul je e-mailadres in, bijvoorbeeld ada@example.com.',
    incomplete_number: 'Vul het volledige kaartnummer in.',
    incomplete_expiry: 'Vul maand en jaar in.',
    incomplete_cvc: 'Vul de 3 of 4 cijfers in.',
    incomplete_zip: 'Vul de postcode in van het factuuradres van je kaart.',
    invalid_zip: 'Deze postcode past niet bij het land. Controleer beide.',
    invalid_number: 'Dit kaartnummer bevat een typefout. Controleer de cijfers.',
    incorrect_number: 'Dit kaartnummer bevat een typefout. Controleer de cijfers.',
    invalid_expiry_month: 'Deze maand bestaat niet. Controleer de vervaldatum.',
    invalid_expiry_year: 'Controleer het jaar van de vervaldatum.',
    invalid_expiry_month_past: 'Deze kaart is verlopen. Probeer een andere kaart.',
    invalid_expiry_year_past: 'Deze kaart is verlopen. Probeer een andere kaart.',
    expired_card: 'Deze kaart is verlopen. Probeer een andere kaart.',
    invalid_cvc: 'Controleer de beveiligingscode: 3 cijfers op de achterkant of 4 op de voorkant.',
    incorrect_cvc: 'De beveiligingscode klopt niet. Controleer de code en probeer het opnieuw.',
    incorrect_zip:
      'De postcode hoort niet bij de kaart. Controleer de postcode en probeer het opnieuw.',
    card_declined: 'Je kaart is geweigerd. Probeer een andere kaart.',
    processing_error: 'Je bank kon deze kaart niet verwerken. Probeer het over een minuut opnieuw.',
    rate_limit: 'Te veel pogingen. Er is niets afgeschreven. Probeer het over een minuut opnieuw.',
    unreachable:
      'Geen verbinding. Er is niets afgeschreven. Controleer je internet en probeer het opnieuw.',
    provider_refused:
      'De betaling in deze winkel is niet goed ingesteld. Er is niets afgeschreven.',
    not_sent:
      'De pagina heeft deze betaling niet verzonden. Er is niets afgeschreven. Sluit dit venster en controleer het formulier op de pagina.',
    insufficient_funds: 'Deze kaart heeft onvoldoende saldo. Probeer een andere kaart.',
    payment_intent_authentication_failure:
      'Je bank heeft de betaling niet bevestigd. Er is niets afgeschreven. Probeer het opnieuw of gebruik een andere kaart.',
    unknown_outcome:
      'Het is nog niet duidelijk of er geld is afgeschreven. Betaal niet opnieuw. Neem contact op met de winkel.',
    shop_failed:
      'De winkel kon deze betaling niet aannemen. Neem contact op met de winkel voordat je het opnieuw probeert.',
  },
  incompleteAddress: {
    name: 'Vul de volledige naam in.',
    line1: 'Vul straat en huisnummer in.',
    city: 'Vul de plaats in.',
    state: 'Vul de staat of provincie in.',
    zip: 'Vul de postcode in.',
  },
};
