import {expect} from '@open-wc/testing';
import {addressKinds, type AddressKind} from '../../src/address.js';
import {
  ada,
  asked,
  chooseCountry,
  fill,
  grace,
  openAddresses,
  stage,
  tick,
  type,
} from '../helpers/addresses.js';
import {next, openDialog, part, textOf} from '../helpers/mount-button.js';

const us = ['name', 'country', 'line1', 'line2', 'city', 'state', 'zip'];

function ids(kind: AddressKind, fields: readonly string[]): string[] {
  return fields.map(field => `${kind}-${field}`);
}

/** Runs as in a browser of this language. */
async function speaking(language: string, run: () => Promise<void>): Promise<void> {
  Object.defineProperty(navigator, 'language', {value: language, configurable: true});
  try {
    await run();
  } finally {
    Reflect.deleteProperty(navigator, 'language');
  }
}

describe('<pay-dialog> with addresses', () => {
  afterEach(() => document.querySelectorAll('pay-button').forEach(button => button.close()));

  const cases: readonly (readonly AddressKind[])[] = [[], ['billing'], ['shipping']];
  for (const kinds of cases) {
    it(`asks for ${kinds[0] ?? 'no'} address where told to`, async () => {
      const {dialog} = await openAddresses(kinds);
      await Promise.all(kinds.map(kind => chooseCountry(dialog, kind, 'US')));
      expect(asked(dialog)).to.deep.equal(kinds.flatMap(kind => ids(kind, us)));
      expect(dialog.shadowRoot!.querySelectorAll('.check')).to.have.lengthOf(0);
    });
  }

  it('asks for the postal code once, in the billing address', async () => {
    const {button} = await openAddresses(['billing']);
    button.close();
    button.setAttribute('data-zip-code', 'true');
    void button.open();
    await next(button, 'pay-opened');
    const dialog = await openDialog();
    await stage(dialog, 'ready');
    expect(asked(dialog)).to.include('billing-zip').and.not.to.include('postalCode');
  });

  it('names groups and fields visibly, and what may be left out', async () => {
    const {dialog} = await openAddresses(['billing']);
    await chooseCountry(dialog, 'billing', 'IE');
    expect(textOf(dialog, 'legend')).to.equal('Billing address');
    const labels = dialog.shadowRoot!.querySelectorAll('fieldset label');
    expect([...labels].map(label => label.textContent)).to.deep.equal([
      'Name',
      'Country or region',
      'Address',
      'Apartment, floor (optional)',
      'City',
      'State or province (optional)',
      'Postal code (optional)',
    ]);
  });

  for (const kind of addressKinds) {
    it(`tells autofill what each field of the ${kind} address is`, async () => {
      const {dialog} = await openAddresses([kind]);
      await chooseCountry(dialog, kind, 'US');
      const fields = dialog.shadowRoot!.querySelectorAll('fieldset [autocomplete]');
      expect([...fields].map(field => field.getAttribute('autocomplete'))).to.deep.equal([
        `${kind} name`,
        `${kind} country`,
        `${kind} address-line1`,
        `${kind} address-line2`,
        `${kind} address-level2`,
        `${kind} address-level1`,
        `${kind} postal-code`,
      ]);
    });
  }

  describe('the country', () => {
    it('is one of all, sorted by name', async () => {
      const {dialog} = await openAddresses(['billing']);
      const options = [...part<HTMLSelectElement>(dialog, '#billing-country').options];
      const names = options.map(option => option.text);
      expect(options.find(({value}) => value === 'DE')?.text).to.equal('Germany');
      expect(names).to.include('Åland Islands');
      expect(names).to.have.length.above(240);
      expect(names).to.deep.equal(names.toSorted((a, b) => a.localeCompare(b, 'en')));
    });

    const homes: readonly [language: string, country: string][] = [
      ['de', 'DE'],
      ['en-GB', 'GB'],
      ['zh-Hant', 'TW'],
      // Esperanto is spoken in the world, which has no addresses.
      ['eo', 'US'],
      ['en-US@posix', 'US'],
    ];
    for (const [language, country] of homes) {
      it(`is ${country} at first for ${language}`, () =>
        speaking(language, async () => {
          const {dialog} = await openAddresses(['billing']);
          expect(part<HTMLSelectElement>(dialog, '#billing-country').value).to.equal(country);
        }));
    }

    it('decides which fields are asked for, and in which order', async () => {
      const {dialog} = await openAddresses(['billing']);
      await chooseCountry(dialog, 'billing', 'JP');
      expect(asked(dialog)).to.deep.equal(
        ids('billing', ['name', 'country', 'zip', 'state', 'line1', 'line2']),
      );
      await chooseCountry(dialog, 'billing', 'AE');
      expect(asked(dialog)).to.deep.equal(
        ids('billing', ['name', 'country', 'line1', 'line2', 'state']),
      );
    });

    it('takes nothing away that was typed', async () => {
      const {dialog} = await openAddresses(['billing']);
      await fill(dialog, 'billing', ada);
      const zip = part(dialog, '#billing-zip');
      await chooseCountry(dialog, 'billing', 'JP');
      expect(part<HTMLInputElement>(dialog, '#billing-line1').value).to.equal(ada.line1);
      // The very same, or autofill would lose it while filling in.
      expect(part(dialog, '#billing-zip')).to.equal(zip);
      await chooseCountry(dialog, 'billing', 'US');
      expect(part<HTMLInputElement>(dialog, '#billing-city').value).to.equal(ada.city);
    });
  });

  describe('billing and shipping', () => {
    it('are the same at first', async () => {
      const {dialog} = await openAddresses(['billing', 'shipping']);
      await chooseCountry(dialog, 'billing', 'US');
      expect(textOf(dialog, '.check')).to.equal('Ship to the billing address');
      expect(part<HTMLInputElement>(dialog, '.check input').checked).to.be.true;
      expect(asked(dialog)).to.deep.equal(ids('billing', us));
    });

    it('can differ, and be the same again', async () => {
      const {dialog} = await openAddresses(['billing', 'shipping']);
      await chooseCountry(dialog, 'billing', 'US');
      await tick(dialog, false);
      await chooseCountry(dialog, 'shipping', 'DE');
      await type(dialog, 'shipping', 'city', 'Berlin');
      expect(asked(dialog)).to.deep.equal([
        ...ids('billing', us),
        ...ids('shipping', ['name', 'country', 'line1', 'line2', 'zip', 'city']),
      ]);
      await tick(dialog, true);
      expect(asked(dialog)).to.deep.equal(ids('billing', us));
      await tick(dialog, false);
      expect(part<HTMLSelectElement>(dialog, '#shipping-country').value).to.equal('DE');
      expect(part<HTMLInputElement>(dialog, '#shipping-city').value).to.equal('Berlin');
    });
  });

  describe('paying', () => {
    it('gives the billing address to provider and page, without the spaces around', async () => {
      const {dialog, gateway, result} = await openAddresses(['billing']);
      await fill(dialog, 'billing', {...ada, name: '  Ada Lovelace '});
      gateway.completeCard();
      part(dialog, '.pay').click();
      gateway.succeed();
      expect(await result).to.have.nested.property('handled.shipping', undefined);
      expect(await result).to.have.deep.nested.property('handled.billing', ada);
      expect(gateway.details[0].billing).to.deep.equal(ada);
    });

    it('ships to the billing address', async () => {
      const {dialog, gateway, result} = await openAddresses(['billing', 'shipping']);
      await fill(dialog, 'billing', grace);
      gateway.completeCard();
      part(dialog, '.pay').click();
      gateway.succeed();
      expect(await result).to.have.deep.nested.property('handled.shipping', grace);
    });

    it('ships elsewhere', async () => {
      const {dialog, gateway, result} = await openAddresses(['billing', 'shipping']);
      await fill(dialog, 'billing', ada);
      await tick(dialog, false);
      await fill(dialog, 'shipping', grace);
      gateway.completeCard();
      part(dialog, '.pay').click();
      gateway.succeed();
      expect(await result).to.have.deep.nested.property('handled.billing', ada);
      expect(await result).to.have.deep.nested.property('handled.shipping', grace);
    });

    it('leaves empty what the country does not have, whatever was typed for another', async () => {
      const {dialog, gateway, result} = await openAddresses(['shipping']);
      await fill(dialog, 'shipping', {...ada, country: 'US'});
      await fill(dialog, 'shipping', grace);
      gateway.completeCard();
      part(dialog, '.pay').click();
      gateway.succeed();
      expect(await result).to.have.deep.nested.property('handled.shipping', grace);
      expect(gateway.details[0].billing).to.equal(undefined);
    });

    it('keeps the addresses as they are meanwhile', async () => {
      const {dialog, gateway} = await openAddresses(['billing', 'shipping']);
      await fill(dialog, 'billing', ada);
      gateway.completeCard();
      part(dialog, '.pay').click();
      await dialog.updateComplete;
      const inputs = [...dialog.shadowRoot!.querySelectorAll<HTMLInputElement>('input[id]')];
      expect(inputs.every(input => input.readOnly)).to.be.true;
      expect(part<HTMLSelectElement>(dialog, 'select').disabled).to.be.true;
      expect(part<HTMLInputElement>(dialog, '.check input').disabled).to.be.true;
    });
  });
});
