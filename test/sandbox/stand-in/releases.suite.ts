import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {host} from './stage.js';

/** Methods that Stripe's types no longer have. */
interface OldStripe {
  createSource(element: unknown, data?: object): Promise<{source?: Record<string, string>}>;
  retrieveSource(source: object): Promise<{source?: Record<string, string>}>;
}

/** Runs it in the page, and returns what it throws at once, as text. */
const refusal = (act: string) =>
  host.page.evaluate(
    `(() => { try { ${act}; return 'nothing'; } catch (e) { return String(e); } })()`,
  );

describe('releases of Stripe.js', () => {
  for (const release of ['v3', 'clover']) {
    it(`${release} makes and retrieves sources`, async () => {
      await host.load(release);
      await host.fillCard();
      const sources = await host.page.evaluate(async () => {
        const stripe = window.stripe as unknown as OldStripe;
        const number = window.elements.getElement('cardNumber');
        const {source} = await stripe.createSource(number, {owner: {email: 'ada@example.com'}});
        const {id, client_secret} = source ?? {};
        return [source, (await stripe.retrieveSource({id, client_secret})).source];
      });
      assert.match(sources[0]?.['id'] ?? '', /^src_\w+$/);
      assert.equal(sources[0]?.['status'], 'chargeable');
      assert.equal(sources[1]?.['id'], sources[0]?.['id']);
    });

    it(`${release} says of older methods that the sandbox has not got them`, async () => {
      await host.load(release);
      const message = String(await refusal('window.stripe.handleCardPayment()'));
      assert.match(message, /^IntegrationError: Not here yet: handleCardPayment/);
    });
  }

  for (const release of ['dahlia', 'endive']) {
    it(`${release} throws on the methods that were removed`, async () => {
      await host.load(release);
      for (const method of [
        'createSource',
        'retrieveSource',
        'handleCardPayment',
        'confirmPaymentIntent',
        'handleFpxPayment',
        'handleCardSetup',
        'confirmSetupIntent',
      ]) {
        const message = String(await refusal(`window.stripe.${method}()`));
        assert.match(
          message,
          new RegExp(`^IntegrationError: stripe\\.${method}\\(\\) was removed`),
        );
      }
    });
  }

  it('endive throws on the payment request button and on paymentMethodTypes', async () => {
    const button = "window.elements.create('paymentRequestButton')";
    const types = "window.stripe.elements({paymentMethodTypes: ['card']})";
    await host.load('endive');
    assert.match(String(await refusal(button)), /^IntegrationError: .* no longer takes paymentReq/);
    assert.match(String(await refusal(types)), /^IntegrationError: .* no longer takes paymentMeth/);
    await host.load('dahlia');
    assert.match(String(await refusal(button)), /^IntegrationError: Not here yet/);
    assert.equal(await refusal(types), 'nothing');
    await host.load('clover');
    assert.equal(await refusal(types), 'nothing');
  });
});
