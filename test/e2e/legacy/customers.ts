/** A customer's address: what is typed, by its autocomplete token. */
export interface Customer {
  readonly typed: Readonly<Record<string, string>>;
  /** What is posted of it, as recorded from checkout.js: names after the prefix, in this order. */
  readonly posted: Readonly<Record<string, string>>;
}

/** In a country without states. */
export const tirana: Customer = {
  typed: {
    country: 'AL',
    name: 'Ada Kola',
    'address-line1': 'Rruga e Durrësit 8',
    'address-level2': 'Tirana',
    'postal-code': '1001',
  },
  posted: {
    Name: 'Ada Kola',
    AddressCountry: 'Albania',
    AddressCountryCode: 'AL',
    AddressZip: '1001',
    AddressLine1: 'Rruga e Durrësit 8',
    AddressCity: 'Tirana',
  },
};

/** In a country with states, and with a second line. */
export const portland: Customer = {
  typed: {
    country: 'US',
    name: 'Ada Lovelace',
    'address-line1': '1 Pine St',
    'address-line2': 'Apt 4',
    'address-level2': 'Portland',
    'address-level1': 'OR',
    'postal-code': '97201',
  },
  posted: {
    Name: 'Ada Lovelace',
    AddressCountry: 'United States',
    AddressCountryCode: 'US',
    AddressZip: '97201',
    AddressLine1: '1 Pine St',
    AddressApt: 'Apt 4',
    AddressCity: 'Portland',
    AddressState: 'OR',
  },
};

/** What a customer types into the dialog. */
export interface Details {
  readonly email: string;
  readonly postalCode?: string;
  readonly billing?: Customer;
  readonly shipping?: Customer;
}

/** What a page asks for, and the e-mail address that it knows. */
export interface Asked {
  readonly email?: string;
  readonly zipCode?: boolean;
  readonly billingAddress?: boolean;
  readonly shippingAddress?: boolean;
}

export function detailsFor({email, zipCode, billingAddress, shippingAddress}: Asked): Details {
  return {
    email: email || 'ada@example.com',
    ...(zipCode && !billingAddress && {postalCode: '94107'}),
    ...(billingAddress && {billing: tirana}),
    ...(shippingAddress && {shipping: portland}),
  };
}

/** The hidden fields of a payment, in checkout.js's order. */
export function stripeFields(token: string, details: Details): Entry[] {
  return [
    ['stripeToken', token],
    ['stripeTokenType', 'card'],
    ['stripeEmail', details.email],
    ...addressesOf(details).map(([kind, name, value]): Entry => [`stripe${kind}${name}`, value]),
  ];
}

/** The same addresses as `StripeCheckout` hands them to `token`: `billing_address_line1`. */
export function addressArgs(details: Details): Entry[] {
  return addressesOf(details).map(([kind, name, value]) => [
    (kind + name).replace(/(?<=.)[A-Z]/g, letter => `_${letter}`).toLowerCase(),
    value,
  ]);
}

type Entry = [name: string, value: string];

function addressesOf({billing, shipping}: Details): [kind: string, name: string, value: string][] {
  return Object.entries({Billing: billing, Shipping: shipping}).flatMap(([kind, customer]) =>
    Object.entries(customer?.posted ?? {}).map(([name, value]): [string, string, string] => [
      kind,
      name,
      value,
    ]),
  );
}
