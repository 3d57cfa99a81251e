import type {FullWords} from './en.js';

/** Italian */
export const words: FullWords = {
  language: 'it',
  payWithCard: 'Paga con carta',
  notSetUp: 'Il pagamento non è configurato',
  notNow: 'Il pagamento al momento non funziona',
  payment: 'Pagamento',
  dialogName: (name, amount) => (amount ? `${name}, ${amount}` : name),
  pay: amount => (amount ? `Paga ${amount}` : 'Paga'),
  paying: 'Pagamento in corso…',
  stillWorking: 'Pagamento ancora in corso…',
  slow: {
    tokenizing:
      'Ci vuole più tempo del solito. Non è stato addebitato nulla. Attendi un po’ o chiudi questa finestra e riprova.',
    done: 'Il negozio non ha ancora risposto. Attendi un po’. Prima di pagare di nuovo, contatta il negozio.',
  },
  checkAgain: 'Controlla di nuovo',
  done: 'Fatto',
  close: 'Chiudi',
  tryAgain: 'Riprova',
  opening: 'Caricamento dei campi della carta…',
  testMode: 'Modalità di prova',
  testModeMeans: 'Nessun addebito su carte reali.',
  straightTo: provider => `I dati della tua carta vanno direttamente a ${provider}.`,
  fields: {
    email: 'Email',
    number: 'Numero della carta',
    expiry: 'Data di scadenza',
    cvc: 'Codice di sicurezza',
    postalCode: 'CAP',
  },
  addresses: {
    billing: 'Indirizzo di fatturazione',
    shipping: 'Indirizzo di spedizione',
  },
  addressFields: {
    name: 'Nome e cognome',
    country: 'Paese o regione',
    line1: 'Indirizzo',
    line2: 'Scala, piano, interno',
    city: 'Città',
    state: 'Provincia o stato',
    zip: 'CAP',
  },
  optional: label => `${label} (facoltativo)`,
  sameAsBilling: 'Spedisci all’indirizzo di fatturazione',
  somethingWrong: 'Qualcosa è andato storto. Non è stato addebitato nulla. Riprova.',
  errors: {
    incomplete_email: 'Inserisci il tuo indirizzo email, ad esempio ada@example.com.',
    incomplete_number: 'Inserisci il numero completo della carta.',
    incomplete_expiry: 'Inserisci mese e anno.',
    incomplete_cvc: 'Inserisci le 3 o 4 cifre.',
    incomplete_zip: 'Inserisci il CAP dell’indirizzo di fatturazione della carta.',
    invalid_zip: 'Questo CAP non corrisponde al Paese. Controllali entrambi.',
    invalid_number: 'Il numero della carta contiene un errore. Controlla le cifre.',
    incorrect_number: 'Il numero della carta contiene un errore. Controlla le cifre.',
    invalid_expiry_month: 'Questo mese non esiste. Controlla la data di scadenza.',
    invalid_expiry_year: 'Controlla l’anno della data di scadenza.',
    invalid_expiry_month_past: 'Questa carta è scaduta. Prova con un’altra carta.',
    invalid_expiry_year_past: 'Questa carta è scaduta. Prova con un’altra carta.',
    expired_card: 'Questa carta è scaduta. Prova con un’altra carta.',
    invalid_cvc: 'Controlla il codice di sicurezza: 3 cifre sul retro o 4 sul fronte.',
    incorrect_cvc: 'Il codice di sicurezza è errato. Controllalo e riprova.',
    incorrect_zip: 'Il CAP non corrisponde alla carta. Controllalo e riprova.',
    card_declined: 'La tua carta è stata rifiutata. Prova con un’altra carta.',
    processing_error:
      'La tua banca non è riuscita a elaborare questa carta. Riprova tra un minuto.',
    rate_limit:
      'Troppi tentativi ravvicinati. Non è stato addebitato nulla. Riprova tra un minuto.',
    unreachable: 'Connessione assente. Non è stato addebitato nulla. Controlla la rete e riprova.',
    provider_refused:
      'Questo negozio non ha configurato bene i pagamenti. Non è stato addebitato nulla.',
    not_sent:
      'La pagina non ha inviato questo pagamento. Non è stato addebitato nulla. Chiudi questa finestra e controlla il modulo della pagina.',
    insufficient_funds: 'Questa carta non ha fondi sufficienti. Prova con un’altra carta.',
    payment_intent_authentication_failure:
      'La tua banca non ha confermato il pagamento. Non è stato addebitato nulla. Riprova o usa un’altra carta.',
    unknown_outcome:
      'Non è ancora chiaro se l’addebito sia avvenuto. Non pagare di nuovo. Contatta il negozio.',
    shop_failed:
      'Il negozio non ha potuto accettare questo pagamento. Contatta il negozio prima di riprovare.',
  },
  incompleteAddress: {
    name: 'Inserisci nome e cognome.',
    line1: 'Inserisci via e numero civico.',
    city: 'Inserisci la città.',
    state: 'Inserisci la provincia o lo stato.',
    zip: 'Inserisci il CAP.',
  },
};
