import type {FullWords} from './en.js';
import {words as es} from './es.js';

/** Spanish (Latin America) */
export const words: FullWords = {
  ...es,
  language: 'es-419',
  slow: {
    tokenizing:
      'Está tardando más de lo normal. No se cobró nada. Espera un poco o cierra esta ventana e inténtalo de nuevo.',
    done: 'La tienda aún no responde. Espera un poco. Antes de volver a pagar, consulta con la tienda.',
  },
  done: 'Listo',
  checkAgain: 'Verificar de nuevo',
  fields: {...es.fields, expiry: 'Fecha de vencimiento'},
  addressFields: {
    ...es.addressFields,
    name: 'Nombre completo',
    line2: 'Departamento, piso',
    city: 'Ciudad',
    state: 'Estado o provincia',
  },
  somethingWrong: 'Ocurrió un error. No se cobró nada. Inténtalo de nuevo.',
  errors: {
    ...es.errors,
    incomplete_email: 'Ingresa tu correo electrónico, por ejemplo, ada@example.com.',
    incomplete_number: 'Ingresa el número de tarjeta completo.',
    incomplete_expiry: 'Ingresa el mes y el año.',
    incomplete_cvc: 'Ingresa los 3 o 4 dígitos.',
    incomplete_zip: 'Ingresa el código postal de la dirección de facturación de tu tarjeta.',
    invalid_expiry_month: 'Este mes no existe. Revisa la fecha de vencimiento.',
    invalid_expiry_year: 'Revisa el año de la fecha de vencimiento.',
    invalid_expiry_month_past: 'Esta tarjeta está vencida. Prueba con otra tarjeta.',
    invalid_expiry_year_past: 'Esta tarjeta está vencida. Prueba con otra tarjeta.',
    expired_card: 'Esta tarjeta está vencida. Prueba con otra tarjeta.',
    invalid_cvc: 'Revisa el código de seguridad: 3 dígitos en el reverso o 4 en el frente.',
    card_declined: 'Tu tarjeta fue rechazada. Prueba con otra tarjeta.',
    processing_error: 'Tu banco no pudo procesar esta tarjeta. Inténtalo de nuevo en un minuto.',
    rate_limit: 'Demasiados intentos seguidos. No se cobró nada. Inténtalo de nuevo en un minuto.',
    unreachable: 'No hay conexión. No se cobró nada. Revisa tu red e inténtalo de nuevo.',
    provider_refused: 'El pago no está bien configurado en esta tienda. No se cobró nada.',
    not_sent:
      'La página no envió este pago. No se cobró nada. Cierra esta ventana y revisa el formulario de la página.',
    insufficient_funds: 'Esta tarjeta no tiene fondos suficientes. Prueba con otra tarjeta.',
    payment_intent_authentication_failure:
      'Tu banco no confirmó el pago. No se cobró nada. Inténtalo de nuevo o usa otra tarjeta.',
    unknown_outcome:
      'Aún no está claro si se te cobró. No vuelvas a pagar. Consulta con la tienda.',
    shop_failed:
      'La tienda no pudo aceptar este pago. Consulta con la tienda antes de volver a intentarlo.',
  },
  incompleteAddress: {
    ...es.incompleteAddress,
    name: 'Ingresa el nombre completo.',
    line1: 'Ingresa la calle y el número.',
    city: 'Ingresa la ciudad.',
    state: 'Ingresa el estado o la provincia.',
    zip: 'Ingresa el código postal.',
  },
};
