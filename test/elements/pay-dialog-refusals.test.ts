import {expect, nextFrame} from '@open-wc/testing';
import {payErrorFrom} from '../../src/gateways/stripe-errors.js';
import {catchSubmits, next, part, textOf} from '../helpers/mount-button.js';
import {opened} from '../helpers/open-dialog.js';

/** A dialog whose payment Stripe has answered with an error. */
async function answered(...[error]: Parameters<typeof payErrorFrom>) {
  const all = await opened();
  const submits = catchSubmits(all.form);
  all.gateway.completeCard();
  part(all.dialog, '.pay').click();
  const told = next(all.button, 'pay-error');
  all.gateway.refuse(payErrorFrom(error));
  await told;
  await nextFrame();
  return {...all, submits};
}

describe('<pay-dialog>, when Stripe makes no token', () => {
  afterEach(() => document.querySelectorAll('pay-button').forEach(button => button.close()));

  const cards = [
    ['card_declined', 'number', 'Your card was declined. Try another card.'],
    ['incorrect_cvc', 'cvc', 'The security code is wrong. Check it and try again.'],
    ['expired_card', 'expiry', 'This card has expired. Try another card.'],
  ] as const;
  for (const [code, field, words] of cards) {
    it(`41. says ${code} at the ${field}, aloud, and takes another card`, async () => {
      const {dialog, gateway, submits, button} = await answered({type: 'card_error', code});
      expect(textOf(dialog, `#${field}-message`)).to.equal(words);
      expect(textOf(dialog, '[role=alert]')).to.equal(words);
      const input = gateway.inputs.get(field)!;
      expect(document.activeElement).to.equal(input);
      expect(input.disabled || input.readOnly).to.be.false;
      expect(submits).to.deep.equal([]);

      gateway.say({type: 'change', field, complete: true, error: undefined});
      await dialog.updateComplete;
      expect(dialog.shadowRoot!.querySelector('.message')).to.equal(null);
      part(dialog, '.pay').click();
      const closed = next(button, 'pay-close');
      gateway.succeed();
      await closed;
      expect(submits).to.have.lengthOf(1);
    });
  }

  const failures = [
    ['rate_limit_error', 'Too many tries just now. Nothing was charged. Try again in a minute.'],
    ['api_error', 'Something went wrong. Nothing was charged. Try again.'],
    [
      'api_connection_error',
      'No connection. Nothing was charged. Check your network and try again.',
    ],
  ] as const;
  for (const [type, words] of failures) {
    it(`42. says after ${type} that nothing was charged, and tries again only when told to`, async () => {
      const {dialog, gateway, submits, button} = await answered({type});
      expect(textOf(dialog, '#form-message')).to.equal(words);
      expect(textOf(dialog, '[role=alert]')).to.equal(words);
      expect(gateway.calls.tokenize).to.equal(1);
      expect(submits).to.deep.equal([]);
      part(dialog, '.pay').click();
      const closed = next(button, 'pay-close');
      gateway.succeed();
      await closed;
      expect(gateway.calls.tokenize).to.equal(2);
      expect(submits).to.have.lengthOf(1);
    });
  }
});
