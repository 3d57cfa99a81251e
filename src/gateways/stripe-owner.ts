import type {CardDetails} from './gateway.js';

/** Who pays, by Stripe's names since sources. */
export function ownerOf({email, billing, postalCode}: CardDetails) {
  const {name, line1, line2, city, state, zip = postalCode, country} = billing ?? {};
  const address = filled({line1, line2, city, state, postal_code: zip, country});
  return filled({name, email, address: Object.keys(address).length ? address : undefined});
}

/** Without what is empty: Stripe refuses empty strings. */
export function filled<T extends object>(data: T): Partial<T> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value)) as Partial<T>;
}
