import {expect} from '@open-wc/testing';
import {attributeName} from '../../src/checkout/given-options.js';
import type {CheckoutOptions} from '../../src/checkout/options.js';
import {legacyOptions} from '../../src/compat/legacy-options.js';
import {namedOptions} from '../../src/compat/option-names.js';
import {readAttributes} from '../../src/compat/script-attributes.js';
import {localeFor} from '../../src/locales/locale.js';
import {listenToConsole, scriptTag} from '../helpers/legacy-page.js';
import {StubGateway} from '../helpers/stub-gateway.js';

let warnings: ReturnType<typeof listenToConsole>;

function read(attributes: Record<string, string>): CheckoutOptions {
  return legacyOptions(readAttributes(scriptTag(attributes)), new StubGateway(), attributeName);
}

function configured(options: Record<string, unknown>): CheckoutOptions {
  const name = (option: string) => option;
  return legacyOptions(namedOptions(Object.entries(options), name), new StubGateway(), name);
}

describe('legacyOptions()', () => {
  beforeEach(() => (warnings = listenToConsole('warn')));
  afterEach(() => void warnings.restore());

  it('asks for the e-mail address and posts checkout.js’s names', () => {
    expect(read({})).to.include({askEmail: true, field: 'stripeToken'});
    expect(warnings.said).to.deep.equal([]);
  });

  it('takes a theme, and any other word for that of the customer’s system', () => {
    const themes = ['light', 'dark', 'auto', 'b', ''].map(
      theme => read({'data-theme': theme}).theme,
    );
    expect(themes).to.deep.equal(['light', 'dark', 'auto', 'auto', 'auto']);
    expect(read({}).theme).to.equal('auto');
    expect(configured({theme: 'dark'}).theme).to.equal('dark');
    expect(warnings.said).to.deep.equal([]);
  });

  const amounts: [string, number | undefined][] = [
    ['999', 999],
    [' 999\n', 999],
    ['50000,', 50000],
    ['12,300', 12],
    ['1 500', 1],
    ['19.99', 19],
    ['58882.00000000001', 58882],
    ['12300.00', 12300],
    ['0', undefined],
    ['', undefined],
    ['-5', undefined],
    ['free', undefined],
    ['{{amount}}', undefined],
    ['9'.repeat(20), undefined],
  ];
  for (const [written, amount] of amounts) {
    it(`5. reads data-amount="${written.trim()}" as ${amount ?? 'nothing'}`, () => {
      expect(read({'data-amount': written}).amount).to.equal(amount);
    });
  }

  it('rounds a number that a page has reckoned', () => {
    expect(configured({amount: 5999.000000000001}).amount).to.equal(5999);
    expect(configured({amount: 19.99 * 100}).amount).to.equal(1999);
    expect(configured({amount: NaN}).amount).to.equal(undefined);
    expect(configured({amount: '1999'}).amount).to.equal(1999);
  });

  it('5. says how it reads an amount that is none', () => {
    read({'data-amount': '29.99'});
    expect(warnings.said.join()).to.include('data-amount').and.to.include('29 is shown');
  });

  const booleans: [unknown, boolean][] = [
    [undefined, false],
    [null, false],
    [false, false],
    ['false', false],
    ['', true],
    ['0', true],
    ['true', true],
    [true, true],
  ];
  for (const [value, wanted] of booleans) {
    it(`takes ${JSON.stringify(value)} for ${wanted}`, () => {
      expect(configured({zipCode: value, billingAddress: 'false'}).zipCode).to.equal(wanted);
      expect(configured({shippingAddress: value}).shippingAddress).to.equal(wanted);
    });
  }

  it('speaks English, unless it is told another language', () => {
    expect(configured({}).locale).to.equal('en');
    expect(configured({locale: true}).locale).to.equal('en');
    expect(configured({locale: 'pt-br'}).locale).to.equal('pt-BR');
  });

  it('takes auto for the customer’s language, whatever the page’s', () => {
    const {lang} = document.documentElement;
    document.documentElement.lang = 'ja';
    expect(configured({locale: 'auto'}).locale).to.equal(localeFor(navigator.language));
    document.documentElement.lang = lang;
  });

  it('shows no amount in a currency that is none', () => {
    expect(configured({amount: 500, currency: 'JpY'})).to.include({amount: 500, currency: 'jpy'});
    expect(configured({amount: 500, currency: '$'})).to.include({amount: undefined});
    expect(warnings.said.join()).to.include('"$"');
  });

  it('takes what is null, empty or no text for nothing', () => {
    const options = {name: null, image: '', email: undefined, description: {}, panelLabel: ' '};
    const nothing = {name: undefined, image: undefined, email: undefined, panelLabel: undefined};
    expect(configured(options)).to.include({...nothing, description: undefined});
    expect(configured({description: 42, name: 'Shop ', panelLabel: 'Pay '})).to.include({
      description: '42',
      name: 'Shop',
      panelLabel: 'Pay',
    });
  });

  it('8. loads only safe images', () => {
    expect(configured({image: 'https://cdn.example/a.svg'}).image).to.include('a.svg');
    expect(configured({image: 'http://cdn.example/a.png'}).image).to.equal(
      `${location.protocol}//cdn.example/a.png`,
    );
    expect(configured({image: 'javascript:alert(1)'}).image).to.equal(undefined);
    expect(configured({image: 'data:image/svg+xml,<svg/>'}).image).to.equal(undefined);
    expect(configured({image: '//cdn.example/a.png'}).image).to.equal(
      `${location.protocol}//cdn.example/a.png`,
    );
    expect(warnings.said.join()).to.include('image is not safe to load');
  });

  const spellings: Record<string, [name: string, value: string]> = {
    'data-panellabel': ['panelLabel', 'Give'],
    'data-amout': ['amount', '700'],
    'data-curency': ['currency', 'eur'],
    'data-descritpion': ['description', 'Widget'],
    'data-billingaddress': ['billingAddress', 'true'],
  };
  for (const [attribute, [name, value]] of Object.entries(spellings)) {
    it(`understands ${attribute}, with a hint`, () => {
      const options = read({[attribute]: value}) as unknown as Record<string, unknown>;
      expect(String(options[name])).to.equal(value);
      expect(warnings.said.join()).to.include(`no ${attribute}. Did you mean data-`);
    });
  }

  it('prefers the right spelling, whichever comes first', () => {
    expect(read({'data-panellabel': 'A', 'data-panel-label': 'B'}).panelLabel).to.equal('B');
  });

  it('leaves a page’s own data alone', () => {
    read({'data-plan': 'gold', 'data-id': '4', 'data-package_id': '12', 'data-game': 'chess'});
    expect(warnings.said).to.deep.equal([]);
  });

  it('hints at data- where it is missing', () => {
    expect(read({description: 'Widget'}).description).to.equal(undefined);
    expect(warnings.said.join()).to.include('Did you mean data-description?');
  });

  it('says once what is retired', () => {
    for (let i = 0; i < 2; i++) {
      read({'data-bitcoin': 'true', 'data-alipay': 'auto', 'data-allow-remember-me': 'false'});
    }
    expect(warnings.said).to.have.length(2);
    expect(warnings.said[0]).to.include('data-alipay is retired');
    expect(warnings.said[1]).to.include('data-bitcoin is retired');
  });

  it('knows the older name of the billing address', () => {
    expect(configured({address: true}).billingAddress).to.be.true;
    expect(configured({address: true, billingAddress: false}).billingAddress).to.be.false;
  });

  it('15. ignores what a page has put on every object', () => {
    const prototype = Object.prototype as {amount?: number};
    prototype.amount = 1;
    expect(configured({key: 'pk_test_1'}).amount).to.equal(undefined);
    delete prototype.amount;
  });
});
