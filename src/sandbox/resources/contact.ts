import type Stripe from 'stripe';
import {email, required, shape, text} from '../api/params.js';

/** A postal address. */
export const address = shape({
  city: text,
  country: text,
  line1: text,
  line2: text,
  postal_code: text,
  state: text,
});
type AddressGiven = ReturnType<typeof address>;

/** Who pays. */
export const billingParams = shape({address, email, name: text, phone: text});

/** Where to send what was bought. */
export const shippingParams = shape({
  address: required(address),
  carrier: text,
  name: required(text),
  phone: text,
  tracking_number: text,
});

/** Where a customer gets what they buy. */
export const customerShipping = shape({
  address: required(address),
  name: required(text),
  phone: text,
});

/** The same as customers keep it; null where none was given. */
export function customerShippingOf(
  given: ReturnType<typeof customerShipping> | null,
): Stripe.Customer.Shipping | null {
  if (!given) return null;
  return {address: fullAddress(given.address), name: given.name, phone: given.phone ?? ''};
}

/** An address with null for what was not given, or with what `known` says of it. */
export function fullAddress(given: AddressGiven, known?: Stripe.Address): Stripe.Address {
  return {
    city: given?.city ?? known?.city ?? null,
    country: given?.country ?? known?.country ?? null,
    line1: given?.line1 ?? known?.line1 ?? null,
    line2: given?.line2 ?? known?.line2 ?? null,
    postal_code: given?.postal_code ?? known?.postal_code ?? null,
    state: given?.state ?? known?.state ?? null,
  };
}

/** Shipping as PaymentIntents keep it; null where none was given. */
export function shippingOf(
  given: ReturnType<typeof shippingParams> | null,
): Stripe.PaymentIntent.Shipping | null {
  if (!given) return null;
  const {address: sent, carrier, name, phone, tracking_number} = given;
  return {
    address: fullAddress(sent),
    name,
    ...(carrier && {carrier}),
    ...(phone && {phone}),
    ...(tracking_number && {tracking_number}),
  };
}
