import {expect} from '@open-wc/testing';
import type {PayDialog} from '../../src/elements/pay-dialog.js';
import {loadWords} from '../../src/locales/words.js';
import {deferred} from '../helpers/deferred.js';
import {mountButton, next, openDialog, part, textOf, trigger} from '../helpers/mount-button.js';
import {replacePart} from '../helpers/replace-part.js';

async function openIn(locale: string) {
  const {button} = await mountButton({
    'data-locale': locale,
    'data-amount': '999',
    'data-currency': 'jpy',
  });
  void button.open();
  await next(button, 'pay-opened');
  return {button, dialog: await openDialog()};
}

/** The words have come, and the dialog has drawn them. */
async function speaks(dialog: PayDialog, locale: string): Promise<void> {
  const words = await loadWords(locale);
  expect(dialog.words).to.equal(words);
  await dialog.updateComplete;
}

describe('<pay-dialog> in other languages', () => {
  afterEach(() => document.querySelectorAll('pay-button').forEach(button => button.close()));

  it('speaks the language that it is told to, money included', async () => {
    const {dialog} = await openIn('ja-JP');
    await speaks(dialog, 'ja');
    expect(part(dialog, 'dialog').lang).to.equal('ja');
    expect(textOf(dialog, '.pay')).to.equal('￥999を支払う');
    expect(part(dialog, 'dialog').getAttribute('aria-label')).to.equal('お支払い、￥999');
  });

  it('is written from right to left in Arabic', async () => {
    const {dialog} = await openIn('ar');
    await speaks(dialog, 'ar');
    const close = part(dialog, '.close').getBoundingClientRect();
    const heading = part(dialog, 'h2').getBoundingClientRect();
    expect(part(dialog, 'dialog').dir).to.equal('rtl');
    expect(close.left).to.be.below(heading.left);
  });

  it('says nothing in a wrong language while the right one is on its way, or English where it does not come', async () => {
    const answer = deferred<never>();
    const putBack = replacePart('words', () => answer.promise);
    try {
      const {dialog} = await openIn('hu');
      expect(getComputedStyle(part(dialog, '.pay')).color).to.equal('rgba(0, 0, 0, 0)');
      answer.reject(new Error('offline'));
      await speaks(dialog, 'hu');
      expect(getComputedStyle(part(dialog, '.pay')).color).not.to.equal('rgba(0, 0, 0, 0)');
      expect(textOf(dialog, '.pay')).to.equal('Pay ¥999');
    } finally {
      putBack();
    }
  });

  it('leaves the page’s button alone where the merchant has given its label', async () => {
    const {button} = await mountButton({'data-locale': 'de', 'data-label': 'Buy'});
    expect(trigger(button).textContent.trim()).to.equal('Buy');
    button.removeAttribute('data-label');
    const words = await loadWords('de');
    await button.updateComplete;
    expect(trigger(button).textContent.trim()).to.equal(words.payWithCard);
  });
});
