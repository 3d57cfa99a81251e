import type {
  CreateTokenCardData,
  Stripe,
  StripeCardCvcElement,
  StripeCardExpiryElement,
  StripeCardNumberElement,
  StripeElementLocale,
  StripeError,
  StripePaymentElement,
} from '@stripe/stripe-js';
import type {CardDetails, CardField, CardLook, CardRequest, ProductKind} from './gateway.js';
import {filled} from './stripe-owner.js';

/** What Stripe made of a card, as far as all of its products have it. */
export interface Made {
  readonly id: string;
  readonly type?: string;
  readonly card?: {
    readonly brand?: string | null;
    readonly last4?: string | null;
    readonly exp_month?: number | null;
    readonly exp_year?: number | null;
  } | null;
}

/** What Stripe.js answers: what was `made`, with `raw` as it came, or an `error`. */
export interface Answer {
  readonly made?: Made;
  readonly raw?: object;
  readonly error?: StripeError;
}

export type CardElement =
  StripeCardNumberElement | StripeCardExpiryElement | StripeCardCvcElement | StripePaymentElement;

/** The elements of one card form, and what becomes of the card in them. */
export interface CardParts {
  readonly elements: Readonly<Partial<Record<CardField, CardElement>>>;
  restyle(look: CardLook): void;
  make(details: CardDetails): Promise<Answer>;
}

export type PartsMaker = (stripe: Stripe, request: CardRequest, look: CardLook) => CardParts;

/** Makes a product of the card in a number field and its siblings. */
export type SplitMaker = (
  stripe: Stripe,
  number: StripeCardNumberElement,
  details: CardDetails,
  request: CardRequest,
) => Promise<Answer>;

/** The makers of all products but the token, which every page can make. */
export interface ProductsPart {
  /** Those that are made of a card in three fields. */
  readonly makers: Readonly<Partial<Record<ProductKind, SplitMaker>>>;
  readonly paymentElement: PartsMaker;
}

/** The card in three fields, which all products but the confirmation token are made of. */
export function splitCard(make: SplitMaker): PartsMaker {
  return (stripe, request, look) => {
    const group = stripe.elements({locale: request.locale as StripeElementLocale});
    const style = styleFrom(look);
    const elements = {
      // Link puts an overlay on the body, which a modal dialog makes inert.
      number: group.create('cardNumber', {style, showIcon: true, disableLink: true}),
      expiry: group.create('cardExpiry', {style}),
      cvc: group.create('cardCvc', {style}),
    };
    return {
      elements,
      restyle(look) {
        const style = styleFrom(look);
        for (const element of Object.values(elements)) element.update({style});
      },
      make: details => make(stripe, elements.number, details, request),
    };
  };
}

export const createToken: SplitMaker = async (stripe, number, details) => {
  const {token, error} = await stripe.createToken(number, tokenData(details));
  return {made: token, raw: token, error};
};

/** Who pays, by the names that tokens have: older than those of `stripe-owner.ts`. */
function tokenData({billing, postalCode}: CardDetails): CreateTokenCardData {
  if (!billing) return postalCode ? {address_zip: postalCode} : {};
  return filled({
    name: billing.name,
    address_line1: billing.line1,
    address_line2: billing.line2,
    address_city: billing.city,
    address_state: billing.state,
    address_zip: billing.zip,
    address_country: billing.country,
  });
}

function styleFrom(look: CardLook) {
  return {
    base: {
      color: look.color,
      fontFamily: look.fontFamily,
      fontSize: look.fontSize,
      '::placeholder': {color: look.placeholderColor},
    },
    invalid: {color: look.errorColor, iconColor: look.errorColor},
  };
}
