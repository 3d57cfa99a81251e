import type {Appearance, StripeElementLocale} from '@stripe/stripe-js';
import type {CardLook} from './gateway.js';
import {ownerOf} from './stripe-owner.js';
import type {PartsMaker} from './stripe-parts.js';

/**
 * Stripe's Payment Element: one frame for the whole card, and what a confirmation token is made of.
 * https://docs.stripe.com/payments/finalize-payments-on-the-server
 */
export const paymentElement: PartsMaker = (stripe, request, look) => {
  const {locale, amount = 0, currency, billingAddress, zipCode} = request;
  const elements = stripe.elements({
    mode: 'payment',
    amount,
    currency,
    locale: locale as StripeElementLocale,
    allowedPaymentMethodTypes: ['card'],
    appearance: appearanceFrom(look),
  });
  // What the dialog asks for itself comes with the token.
  const address = billingAddress ? 'never' : ({postalCode: zipCode ? 'never' : 'auto'} as const);
  const card = elements.create('payment', {
    fields: {billingDetails: {address, ...(billingAddress && {name: 'never'})}},
    // Their overlays lie on the body, which a modal dialog makes inert.
    wallets: {applePay: 'never', googlePay: 'never', link: 'never'},
  });
  return {
    elements: {card},
    restyle: look => void elements.update({appearance: appearanceFrom(look)}),
    async make(details) {
      const submitted = await elements.submit();
      if (submitted.error) return {error: submitted.error};
      const {confirmationToken: raw, error} = await stripe.createConfirmationToken({
        elements,
        params: {payment_method_data: {billing_details: ownerOf(details)}},
      });
      if (!raw) return {error};
      const {type, card} = raw.payment_method_preview;
      return {made: {id: raw.id, type, card}, raw};
    },
  };
};

function appearanceFrom(look: CardLook): Appearance {
  return {
    variables: {
      colorText: look.color,
      colorTextPlaceholder: look.placeholderColor,
      colorDanger: look.errorColor,
      fontFamily: look.fontFamily,
      fontSizeBase: look.fontSize,
    },
  };
}
