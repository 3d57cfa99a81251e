import {expect} from '@open-wc/testing';
import {type CheckoutOptions, readOptions} from '../../src/checkout/options.js';
import {PayError} from '../../src/errors.js';
import {StubGateway} from '../helpers/stub-gateway.js';

function read(attributes: Record<string, string>): CheckoutOptions {
  const element = document.createElement('div');
  for (const [name, value] of Object.entries({'data-key': 'pk_test_1', ...attributes})) {
    element.setAttribute(name, value);
  }
  return readOptions(element, new StubGateway());
}

function readWithoutKey(): CheckoutOptions {
  return readOptions(document.createElement('div'), new StubGateway());
}

function refusal(attributes: Record<string, string>): PayError {
  try {
    read(attributes);
  } catch (error) {
    if (error instanceof PayError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

describe('readOptions', () => {
  it('has the documented defaults', () => {
    expect(read({})).to.deep.equal({
      key: 'pk_test_1',
      testMode: true,
      amount: undefined,
      currency: 'usd',
      locale: 'en',
      name: undefined,
      description: undefined,
      image: undefined,
      label: undefined,
      panelLabel: undefined,
      account: undefined,
      create: 'token',
      usage: undefined,
      confirm: 'navigate',
      zipCode: false,
      billingAddress: false,
      shippingAddress: false,
      askEmail: false,
      email: undefined,
      field: 'stripe_token',
      theme: 'auto',
      autoSubmit: true,
    });
  });

  const postalCodes: readonly [zipCode: boolean, billingAddress: boolean, alone: boolean][] = [
    [false, false, false],
    [false, true, false],
    [true, false, true],
    [true, true, false],
  ];
  for (const [zipCode, billingAddress, alone] of postalCodes) {
    it(`asks for the postal code alone: ${alone}, with zip code ${zipCode}, address ${billingAddress}`, () => {
      const given = {'data-zip-code': `${zipCode}`, 'data-billing-address': `${billingAddress}`};
      expect(read(given)).to.include({zipCode: alone, billingAddress});
    });
  }

  it('reads every attribute', () => {
    const options = read({
      'data-key': ' pk_live_2\n',
      'data-amount': '999',
      'data-currency': 'JPY',
      'data-locale': 'ja-JP',
      'data-theme': ' dark ',
      'data-name': 'eee',
      'data-description': 'Widget',
      'data-image': 'https://cdn.example/a.png',
      'data-label': 'Buy',
      'data-panel-label': 'Give {{amount}}',
      'data-zip-code': 'true',
      'data-shipping-address': '',
      'data-email': 'ada@example.com',
      'data-field': 'token',
      'data-auto-submit': 'false',
    });
    expect(options).to.deep.equal({
      key: 'pk_live_2',
      testMode: false,
      amount: 999,
      currency: 'jpy',
      locale: 'ja',
      name: 'eee',
      description: 'Widget',
      image: 'https://cdn.example/a.png',
      label: 'Buy',
      panelLabel: 'Give {{amount}}',
      account: undefined,
      create: 'token',
      usage: undefined,
      confirm: 'navigate',
      zipCode: true,
      billingAddress: false,
      shippingAddress: true,
      askEmail: true,
      email: 'ada@example.com',
      field: 'token',
      theme: 'dark',
      autoSubmit: false,
    });
  });

  it('gives a frozen object', () => {
    expect(Object.isFrozen(read({}))).to.be.true;
  });

  it('takes a boolean as checkout.js did: present and not "false"', () => {
    expect(['', 'true', '0', 'zip'].every(value => read({'data-zip-code': value}).zipCode)).to.be
      .true;
    expect(read({'data-zip-code': 'false'}).zipCode).to.be.false;
  });

  it('4. takes the spaces and line ends around a key away', () => {
    for (const key of [' pk_test_1', 'pk_test_1 ', '\n\tpk_test_1\r\n']) {
      expect(read({'data-key': key}).key).to.equal('pk_test_1');
    }
  });

  it('10. asks for the e-mail address where the attribute is present, and drops a malformed value', () => {
    expect(read({'data-email': ''})).to.include({askEmail: true, email: undefined});
    for (const malformed of ['ada@', '@example.com', 'ada', 'ada@example', 'a b@example.com']) {
      expect(read({'data-email': malformed})).to.include({askEmail: true, email: undefined});
    }
    expect(read({'data-email': 'false'})).to.include({askEmail: false});
  });

  it('8. drops an image that must not be loaded', () => {
    expect(read({'data-image': 'javascript:alert(1)'}).image).to.equal(undefined);
  });

  const amounts = [
    '',
    '0',
    '-1',
    '1.5',
    '1e3',
    '12abc',
    'NaN',
    '９９',
    '1,000',
    '0x10',
    '1'.repeat(13),
    String(10 ** 16),
  ];
  for (const value of amounts) {
    it(`5. refuses the amount ${JSON.stringify(value)}`, () => {
      const error = refusal({'data-amount': value});
      expect(error).to.include({code: 'invalid_amount', audience: 'merchant'});
      expect(error.message).to.contain('data-amount').and.contain(JSON.stringify(value));
    });
  }

  for (const value of ['xxx', 'us', '', 'usd<script>', '__proto__']) {
    it(`6. refuses the currency ${JSON.stringify(value)}`, () => {
      const error = refusal({'data-currency': value});
      expect(error).to.include({code: 'invalid_currency', audience: 'merchant'});
      expect(error.message).to.contain('data-currency').and.contain(JSON.stringify(value));
    });
  }

  it('6. takes capitals and spaces around a currency for what they mean', () => {
    expect(read({'data-currency': 'USD '}).currency).to.equal('usd');
  });

  it('1. refuses a missing key', () => {
    expect(refusal({'data-key': ' '})).to.include({code: 'missing_key', audience: 'merchant'});
  });

  it('2. leaves judging a key to the gateway', () => {
    expect(refusal({'data-key': 'sk_test_1'})).to.include({code: 'secret_key'});
  });

  it('15. ignores what a page has put on every object', () => {
    const prototype = Object.prototype as Record<string, unknown>;
    const polluted = {key: 'pk_evil', amount: '1', token: 'tok_evil', currency: 'eur'};
    Object.assign(prototype, polluted);
    try {
      expect(read({})).to.include({key: 'pk_test_1', amount: undefined, currency: 'usd'});
      expect(readWithoutKey).to.throw(PayError, 'data-key');
    } finally {
      for (const name of Object.keys(polluted)) delete prototype[name];
    }
  });

  for (const name of ['amount', 'currency', 'create', 'usage', 'confirm']) {
    it(`does not repeat a secret key that was put into data-${name}`, () => {
      const secret = ['sk', 'live', '51AbCdEfGhIjKlMnOpQrStUv'].join('_');
      expect(refusal({[`data-${name}`]: secret}).message).not.to.contain(secret);
    });
  }

  it('refuses an empty field name', () => {
    expect(refusal({'data-field': ''})).to.include({code: 'invalid_field'});
  });
});
