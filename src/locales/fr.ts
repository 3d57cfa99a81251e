import type {FullWords} from './en.js';

/** French */
export const words: FullWords = {
  language: 'fr',
  payWithCard: 'Payer par carte',
  notSetUp: 'Le paiement n’est pas configuré',
  notNow: 'Le paiement ne fonctionne pas pour le moment',
  payment: 'Paiement',
  dialogName: (name, amount) => (amount ? `${name}, ${amount}` : name),
  pay: amount => (amount ? `Payer ${amount}` : 'Payer'),
  paying: 'Paiement en cours…',
  stillWorking: 'Toujours en cours…',
  slow: {
    tokenizing:
      'Le traitement est long. Aucun montant n’a été débité. Patientez un peu, ou fermez cette fenêtre et réessayez.',
    done: 'La boutique n’a pas encore répondu. Patientez un peu. Avant de payer à nouveau, contactez la boutique.',
  },
  checkAgain: 'Vérifier à nouveau',
  done: 'Terminé',
  close: 'Fermer',
  tryAgain: 'Réessayer',
  opening: 'Chargement des champs de la carte…',
  testMode: 'Mode test',
  testModeMeans: 'Aucune vraie carte n’est débitée.',
  straightTo: provider => `Les données de votre carte sont transmises directement à ${provider}.`,
  fields: {
    email: 'Adresse e-mail',
    number: 'Numéro de carte',
    expiry: 'Date d’expiration',
    cvc: 'Code de sécurité',
    postalCode: 'Code postal',
  },
  addresses: {
    billing: 'Adresse de facturation',
    shipping: 'Adresse de livraison',
  },
  addressFields: {
    name: 'Nom et prénom',
    country: 'Pays ou région',
    line1: 'Adresse',
    line2: 'Complément d’adresse',
    city: 'Ville',
    state: 'État ou province',
    zip: 'Code postal',
  },
  optional: label => `${label} (facultatif)`,
  sameAsBilling: 'Livrer à l’adresse de facturation',
  somethingWrong: 'Une erreur s’est produite. Aucun montant n’a été débité. Réessayez.',
  errors: {
    incomplete_email: 'Saisissez votre adresse e-mail, par exemple ada@example.com.',
    incomplete_number: 'Saisissez le numéro de carte complet.',
    incomplete_expiry: 'Saisissez le mois et l’année.',
    incomplete_cvc: 'Saisissez les 3 ou 4 chiffres.',
    incomplete_zip: 'Saisissez le code postal de l’adresse de facturation de votre carte.',
    invalid_zip: 'Ce code postal ne correspond pas au pays. Vérifiez les deux.',
    invalid_number: 'Ce numéro de carte contient une erreur. Vérifiez les chiffres.',
    incorrect_number: 'Ce numéro de carte contient une erreur. Vérifiez les chiffres.',
    invalid_expiry_month: 'Ce mois n’existe pas. Vérifiez la date d’expiration.',
    invalid_expiry_year: 'Vérifiez l’année d’expiration.',
    invalid_expiry_month_past: 'Cette carte a expiré. Essayez avec une autre carte.',
    invalid_expiry_year_past: 'Cette carte a expiré. Essayez avec une autre carte.',
    expired_card: 'Cette carte a expiré. Essayez avec une autre carte.',
    invalid_cvc:
      'Vérifiez le code de sécurité, à 3 chiffres au dos de la carte ou à 4 chiffres au recto.',
    incorrect_cvc: 'Le code de sécurité est incorrect. Vérifiez-le et réessayez.',
    incorrect_zip: 'Le code postal ne correspond pas à la carte. Vérifiez-le et réessayez.',
    card_declined: 'Votre carte a été refusée. Essayez avec une autre carte.',
    processing_error: 'Votre banque n’a pas pu traiter cette carte. Réessayez dans une minute.',
    rate_limit:
      'Trop de tentatives rapprochées. Aucun montant n’a été débité. Réessayez dans une minute.',
    unreachable:
      'Pas de connexion. Aucun montant n’a été débité. Vérifiez votre réseau et réessayez.',
    provider_refused:
      'Le paiement de cette boutique est mal configuré. Aucun montant n’a été débité.',
    not_sent:
      'La page n’a pas envoyé ce paiement. Aucun montant n’a été débité. Fermez cette fenêtre et vérifiez le formulaire de la page.',
    insufficient_funds: 'Fonds insuffisants sur cette carte. Essayez avec une autre carte.',
    payment_intent_authentication_failure:
      'Votre banque n’a pas confirmé le paiement. Aucun montant n’a été débité. Réessayez ou utilisez une autre carte.',
    unknown_outcome:
      'Nous ne savons pas encore si un montant a été débité. Ne payez pas à nouveau. Contactez la boutique.',
    shop_failed:
      'La boutique n’a pas pu accepter ce paiement. Contactez la boutique avant de réessayer.',
  },
  incompleteAddress: {
    name: 'Saisissez le nom et le prénom.',
    line1: 'Saisissez le numéro et la rue.',
    city: 'Saisissez la ville.',
    state: 'Saisissez l’État ou la province.',
    zip: 'Saisissez le code postal.',
  },
};
