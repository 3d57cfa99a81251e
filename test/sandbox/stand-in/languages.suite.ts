import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import type {StripeElementLocale} from '@stripe/stripe-js';
import {host} from './stage.js';

describe('the language of a field', () => {
  beforeEach(() => host.loadBare());

  const addIn = (locale: StripeElementLocale) => host.add('card', {}, {locale} as never);

  for (const [locale, lang, placeholder, fault] of [
    ['de', 'de', 'MM / JJ', 'Die Kartennummer ist unvollständig.'],
    ['fr-CA', 'fr', 'MM / AA', 'Le numéro de carte est incomplet.'],
    ['ja', 'ja', '月 / 年', 'カード番号に不備があります。'],
    ['ar', 'ar', 'شهر / سنة', 'رقم البطاقة غير مكتمل.'],
    ['fi', 'en', 'MM / YY', 'Your card number is incomplete.'],
  ] as const) {
    it(`is ${lang} for ${locale}`, async () => {
      await addIn(locale);
      const expiry = host.part('card', 'exp-date');
      assert.equal(await expiry.getAttribute('placeholder'), placeholder);
      const root = host.frame('card').locator('html');
      assert.equal(await root.getAttribute('lang'), lang);
      assert.equal(await root.getAttribute('dir'), 'ltr');
      await host.part('card', 'cardnumber').fill('4');
      await host.part('card', 'cardnumber').blur();
      await host.until(() => window.seen.some(({error}) => error !== undefined));
      const error = (await host.lastChange('card'))?.['error'];
      assert.equal((error as {message: string}).message, fault);
    });
  }

  it('is the browser’s where the page does not say', async () => {
    await host.page.evaluate(() => {
      Object.defineProperty(navigator, 'languages', {value: ['xx', 'de-AT', 'fr']});
    });
    await host.add('card');
    assert.equal(await host.frame('card').locator('html').getAttribute('lang'), 'de');
  });

  it('follows Stripe’s option, unless the group has its own', async () => {
    const languages = await host.page.evaluate(() => {
      const stripe = window.Stripe?.('pk_test_standin', {locale: 'fr'});
      return [stripe?.elements(), stripe?.elements({locale: 'ja'})].map(group => {
        const container = document.body.appendChild(document.createElement('div'));
        group?.create('cardCvc').mount(container);
        const source = container.querySelector('iframe')?.src ?? '';
        return new URL(source).searchParams.get('lang');
      });
    });
    assert.deepEqual(languages, ['fr', 'ja']);
  });
});
