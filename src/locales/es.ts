import type {FullWords} from './en.js';

/** Spanish */
export const words: FullWords = {
  language: 'es',
  payWithCard: 'Pagar con tarjeta',
  notSetUp: 'El pago no está configurado',
  notNow: 'El pago no funciona en este momento',
  payment: 'Pago',
  dialogName: (name, amount) => (amount ? `${name}, ${amount}` : name),
  pay: amount => (amount ? `Pagar ${amount}` : 'Pagar'),
  paying: 'Procesando el pago…',
  stillWorking: 'Seguimos procesando…',
  slow: {
    tokenizing:
      'Está tardando más de lo normal. No se ha cobrado nada. Espera un poco o cierra esta ventana e inténtalo de nuevo.',
    done: 'La tienda aún no ha respondido. Espera un poco. Antes de volver a pagar, consulta con la tienda.',
  },
  checkAgain: 'Comprobar de nuevo',
  done: 'Hecho',
  close: 'Cerrar',
  tryAgain: 'Reintentar',
  opening: 'Cargando los campos de la tarjeta…',
  testMode: 'Modo de prueba',
  testModeMeans: 'No se hace ningún cargo en una tarjeta real.',
  straightTo: provider => `Los datos de tu tarjeta van directamente a ${provider}.`,
  fields: {
    email: 'Correo electrónico',
    number: 'Número de tarjeta',
    expiry: 'Fecha de caducidad',
    cvc: 'Código de seguridad',
    postalCode: 'Código postal',
  },
  addresses: {
    billing: 'Dirección de facturación',
    shipping: 'Dirección de envío',
  },
  addressFields: {
    name: 'Nombre y apellidos',
    country: 'País o región',
    line1: 'Dirección',
    line2: 'Piso, puerta',
    city: 'Localidad',
    state: 'Provincia o estado',
    zip: 'Código postal',
  },
  optional: label => `${label} (opcional)`,
  sameAsBilling: 'Enviar a la dirección de facturación',
  somethingWrong: 'Ha ocurrido un error. No se ha cobrado nada. Inténtalo de nuevo.',
  errors: {
    incomplete_email: 'Introduce tu correo electrónico, por ejemplo, ada@example.com.',
    incomplete_number: 'Introduce el número de tarjeta completo.',
    incomplete_expiry: 'Introduce el mes y el año.',
    incomplete_cvc: 'Introduce los 3 o 4 dígitos.',
    incomplete_zip: 'Introduce el código postal de la dirección de facturación de tu tarjeta.',
    invalid_zip: 'Este código postal no corresponde al país. Revisa los dos.',
    invalid_number: 'Este número de tarjeta tiene un error. Revisa los dígitos.',
    incorrect_number: 'Este número de tarjeta tiene un error. Revisa los dígitos.',
    invalid_expiry_month: 'Este mes no existe. Revisa la fecha de caducidad.',
    invalid_expiry_year: 'Revisa el año de la fecha de caducidad.',
    invalid_expiry_month_past: 'Esta tarjeta ha caducado. Prueba con otra tarjeta.',
    invalid_expiry_year_past: 'Esta tarjeta ha caducado. Prueba con otra tarjeta.',
    expired_card: 'Esta tarjeta ha caducado. Prueba con otra tarjeta.',
    invalid_cvc: 'Revisa el código de seguridad: 3 dígitos en el reverso o 4 en el anverso.',
    incorrect_cvc: 'El código de seguridad es incorrecto. Revísalo e inténtalo de nuevo.',
    incorrect_zip:
      'El código postal no coincide con el de la tarjeta. Revísalo e inténtalo de nuevo.',
    card_declined: 'Tu tarjeta ha sido rechazada. Prueba con otra tarjeta.',
    processing_error:
      'Tu banco no ha podido procesar esta tarjeta. Inténtalo de nuevo en un minuto.',
    rate_limit:
      'Demasiados intentos seguidos. No se ha cobrado nada. Inténtalo de nuevo en un minuto.',
    unreachable: 'No hay conexión. No se ha cobrado nada. Comprueba tu red e inténtalo de nuevo.',
    provider_refused: 'El pago no está bien configurado en esta tienda. No se ha cobrado nada.',
    not_sent:
      'La página no ha enviado este pago. No se ha cobrado nada. Cierra esta ventana y revisa el formulario de la página.',
    insufficient_funds: 'Esta tarjeta no tiene saldo suficiente. Prueba con otra tarjeta.',
    payment_intent_authentication_failure:
      'Tu banco no ha confirmado el pago. No se ha cobrado nada. Inténtalo de nuevo o usa otra tarjeta.',
    unknown_outcome:
      'Aún no está claro si se te ha cobrado. No vuelvas a pagar. Consulta con la tienda.',
    shop_failed:
      'La tienda no ha podido aceptar este pago. Consulta con la tienda antes de volver a intentarlo.',
  },
  incompleteAddress: {
    name: 'Introduce el nombre y los apellidos.',
    line1: 'Introduce la calle y el número.',
    city: 'Introduce la localidad.',
    state: 'Introduce la provincia o el estado.',
    zip: 'Introduce el código postal.',
  },
};
