import type {FullWords} from './en.js';

/** Portuguese (European) */
export const words: FullWords = {
  language: 'pt-PT',
  payWithCard: 'Pagar com cartão',
  notSetUp: 'O pagamento não está configurado',
  notNow: 'O pagamento não está a funcionar neste momento',
  payment: 'Pagamento',
  dialogName: (name, amount) => (amount ? `${name}, ${amount}` : name),
  pay: amount => (amount ? `Pagar ${amount}` : 'Pagar'),
  paying: 'A processar o pagamento…',
  stillWorking: 'Ainda a processar…',
  slow: {
    tokenizing:
      'Isto está a demorar. Não foi cobrado nenhum valor. Aguarde um pouco ou feche esta janela e tente novamente.',
    done: 'A loja ainda não respondeu. Aguarde um pouco. Antes de pagar outra vez, contacte a loja.',
  },
  checkAgain: 'Verificar novamente',
  done: 'Concluído',
  close: 'Fechar',
  tryAgain: 'Tentar novamente',
  opening: 'A carregar os campos do cartão…',
  testMode: 'Modo de teste',
  testModeMeans: 'Não é debitado nenhum cartão real.',
  straightTo: provider => `Os dados do seu cartão seguem diretamente para a ${provider}.`,
  fields: {
    email: 'E-mail',
    number: 'Número do cartão',
    expiry: 'Data de validade',
    cvc: 'Código de segurança',
    postalCode: 'Código postal',
  },
  addresses: {
    billing: 'Morada de faturação',
    shipping: 'Morada de entrega',
  },
  addressFields: {
    name: 'Nome completo',
    country: 'País ou região',
    line1: 'Morada',
    line2: 'Andar, apartamento',
    city: 'Localidade',
    state: 'Estado ou província',
    zip: 'Código postal',
  },
  optional: label => `${label} (opcional)`,
  sameAsBilling: 'Enviar para a morada de faturação',
  somethingWrong: 'Ocorreu um erro. Não foi cobrado nenhum valor. Tente novamente.',
  errors: {
    incomplete_email: 'Introduza o seu e-mail, por exemplo, ada@example.com.',
    incomplete_number: 'Introduza o número completo do cartão.',
    incomplete_expiry: 'Introduza o mês e o ano.',
    incomplete_cvc: 'Introduza os 3 ou 4 dígitos.',
    incomplete_zip: 'Introduza o código postal da morada de faturação do seu cartão.',
    invalid_zip: 'Este código postal não corresponde ao país. Verifique ambos.',
    invalid_number: 'Este número de cartão tem um erro. Verifique os dígitos.',
    incorrect_number: 'Este número de cartão tem um erro. Verifique os dígitos.',
    invalid_expiry_month: 'Este mês não existe. Verifique a data de validade.',
    invalid_expiry_year: 'Verifique o ano da data de validade.',
    invalid_expiry_month_past: 'Este cartão expirou. Tente com outro cartão.',
    invalid_expiry_year_past: 'Este cartão expirou. Tente com outro cartão.',
    expired_card: 'Este cartão expirou. Tente com outro cartão.',
    invalid_cvc: 'Verifique o código de segurança: 3 dígitos no verso ou 4 na frente.',
    incorrect_cvc: 'O código de segurança está errado. Verifique-o e tente novamente.',
    incorrect_zip: 'O código postal não corresponde ao cartão. Verifique-o e tente novamente.',
    card_declined: 'O seu cartão foi recusado. Tente com outro cartão.',
    processing_error:
      'O seu banco não conseguiu processar este cartão. Tente novamente dentro de um minuto.',
    rate_limit:
      'Demasiadas tentativas. Não foi cobrado nenhum valor. Tente novamente dentro de um minuto.',
    unreachable:
      'Sem ligação. Não foi cobrado nenhum valor. Verifique a sua rede e tente novamente.',
    provider_refused:
      'O pagamento nesta loja não está bem configurado. Não foi cobrado nenhum valor.',
    not_sent:
      'A página não enviou este pagamento. Não foi cobrado nenhum valor. Feche esta janela e verifique o formulário da página.',
    insufficient_funds: 'Este cartão não tem saldo suficiente. Tente com outro cartão.',
    payment_intent_authentication_failure:
      'O seu banco não confirmou o pagamento. Não foi cobrado nenhum valor. Tente novamente ou utilize outro cartão.',
    unknown_outcome:
      'Ainda não se sabe se o valor foi cobrado. Não pague outra vez. Contacte a loja.',
    shop_failed:
      'A loja não conseguiu aceitar este pagamento. Contacte a loja antes de tentar novamente.',
  },
  incompleteAddress: {
    name: 'Introduza o nome completo.',
    line1: 'Introduza a rua e o número.',
    city: 'Introduza a localidade.',
    state: 'Introduza o estado ou a província.',
    zip: 'Introduza o código postal.',
  },
};
