import {expect} from '@open-wc/testing';
import {ada, grace} from '../helpers/addresses.js';
import type {AskedAddresses} from '../../src/address.js';
import type {CheckoutOptions} from '../../src/checkout/options.js';
import type {Payment} from '../../src/checkout/payment.js';
import {postedAddresses} from '../../src/addresses/posted-addresses.js';
import {legacyFields} from '../../src/compat/legacy-fields.js';
import {postedFields} from '../../src/checkout/posted-fields.js';
import {product} from '../helpers/stub-gateway.js';

const payment: Payment = {
  product,
  email: 'ada@example.com',
  billing: undefined,
  shipping: undefined,
  addressFields: [],
};
function withAddresses(addresses: AskedAddresses): Payment {
  return {...payment, ...addresses, addressFields: postedAddresses(addresses)};
}

const modern = {field: 'stripe_token'} as CheckoutOptions;
const legacy = {field: 'stripeToken'} as CheckoutOptions;

describe('postedFields()', () => {
  it('posts the token, its type and, where asked for, the e-mail address', () => {
    expect(postedFields(payment, modern)).to.deep.equal([
      ['stripe_token', 'tok_stub'],
      ['stripe_token_type', 'card'],
      ['stripe_email', 'ada@example.com'],
    ]);
    expect(postedFields({...payment, email: undefined}, modern)).to.have.length(2);
  });

  it('posts addresses under the names and in the order of checkout.js', () => {
    const paid = withAddresses({billing: ada, shipping: grace});
    const fields = legacyFields(paid, postedFields(paid, legacy));
    expect(fields.filter(([, value]) => value !== undefined)).to.deep.equal([
      ['stripeToken', 'tok_stub'],
      ['stripeTokenType', 'card'],
      ['stripeEmail', 'ada@example.com'],
      ['stripeBillingName', 'Ada Lovelace'],
      ['stripeBillingAddressCountry', 'United States'],
      ['stripeBillingAddressCountryCode', 'US'],
      ['stripeBillingAddressZip', '94107'],
      ['stripeBillingAddressLine1', '12 Market St'],
      ['stripeBillingAddressApt', 'Apt 3'],
      ['stripeBillingAddressCity', 'San Francisco'],
      ['stripeBillingAddressState', 'CA'],
      ['stripeShippingName', 'Grace Hopper'],
      ['stripeShippingAddressCountry', 'United Kingdom'],
      ['stripeShippingAddressCountryCode', 'GB'],
      ['stripeShippingAddressZip', 'NW1 6XE'],
      ['stripeShippingAddressLine1', '5 Baker Street'],
      ['stripeShippingAddressCity', 'London'],
    ]);
  });

  it('spells the same names with underscores for <pay-button>', () => {
    const names = postedFields(withAddresses({billing: grace, shipping: undefined}), modern).map(
      ([name]) => name,
    );
    expect(names.slice(3)).to.deep.equal([
      'stripe_billing_name',
      'stripe_billing_address_country',
      'stripe_billing_address_country_code',
      'stripe_billing_address_zip',
      'stripe_billing_address_line1',
      'stripe_billing_address_city',
    ]);
  });
});

describe('postedAddresses()', () => {
  it('has nothing where no address was asked for', () => {
    expect(postedAddresses(payment)).to.deep.equal([]);
  });

  it('keeps an empty postal code, which servers index, but no empty state', () => {
    const doha = {...grace, country: 'QA', zip: ''};
    const fields = Object.fromEntries(postedAddresses({billing: undefined, shipping: doha}));
    expect(fields).to.include({shipping_address_zip: '', shipping_address_country: 'Qatar'});
    expect(fields).not.to.have.property('shipping_address_state');
  });
});
