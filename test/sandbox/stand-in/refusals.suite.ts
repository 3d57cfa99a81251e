import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import type {StripeElements} from '@stripe/stripe-js';
import {host} from './stage.js';

const shadowRoot =
  'IntegrationError: Elements cannot be mounted in a ShadowRoot. Please mount in the Light DOM.';
const destroyed =
  'IntegrationError: This Element has already been destroyed. Please create a new one.';

describe('what Stripe.js refuses', () => {
  before(() => host.load());

  /** Runs it in the page, with a group of its own, and returns the error it throws. */
  async function refusal(attempt: (elements: StripeElements) => unknown): Promise<string> {
    const elements = await host.page.evaluateHandle(() => window.stripe.elements());
    return elements
      .evaluate(
        // A type that Playwright can call with a handle of the same object.
        attempt as (elements: unknown) => unknown,
      )
      .then(
        () => 'nothing',
        (error: Error) => error.message.split('\n')[0]?.replace('jsHandle.evaluate: ', '') ?? '',
      );
  }

  it('a secret or restricted key, without showing it', async () => {
    for (const key of ['sk_test_1', 'sk_live_1', 'rk_test_1']) {
      const message = await host.page.evaluate(secret => {
        try {
          window.Stripe?.(secret);
          return 'nothing';
        } catch (error) {
          return String(error);
        }
      }, key);
      assert.equal(
        message,
        'IntegrationError: You are using a secret key with Stripe.js, instead of the publishable one',
      );
    }
  });

  it('a live key on a page without HTTPS', async () => {
    assert.equal(
      await refusal(() => window.Stripe?.('pk_live_1')),
      'IntegrationError: Live Stripe.js integrations must use HTTPS',
    );
  });

  it('a container in a shadow root', async () => {
    const message = await refusal(elements => {
      const root = document.createElement('div').attachShadow({mode: 'open'});
      document.querySelector('#spare')?.append(root.host);
      const container = document.createElement('div');
      root.append(container);
      elements.create('cardNumber').mount(container);
    });
    assert.equal(message, shadowRoot);
  });

  it('a container in no document', async () => {
    const message = await refusal(elements =>
      elements.create('cardNumber').mount(document.createElement('div')),
    );
    assert.equal(message, shadowRoot);
  });

  it('no container', async () => {
    const message = await refusal(elements => {
      const element = elements.create('cardNumber') as unknown as {mount(): void};
      element.mount();
    });
    assert.equal(
      message,
      'IntegrationError: Missing argument. Make sure to call mount() with a valid DOM element or selector.',
    );
  });

  it('a selector that nothing fits', async () => {
    assert.equal(
      await refusal(elements => elements.create('cardNumber').mount('#nowhere')),
      'IntegrationError: The selector you specified (#nowhere) applies to no DOM elements that are currently on the page.',
    );
  });

  it('two elements of a type in a group', async () => {
    const message = await refusal(elements => {
      elements.create('cardCvc');
      elements.create('cardCvc');
    });
    assert.equal(message, 'IntegrationError: Can only create one Element of type cardCvc');
  });

  it('a second container for a mounted element', async () => {
    const message = await refusal(elements => {
      const element = elements.create('cardCvc');
      element.mount('#spare');
      element.mount('#spare');
      element.mount(document.body);
    });
    assert.match(message, /^IntegrationError: This Element is already mounted\./);
  });

  it('a destroyed element', async () => {
    const attempts: ((elements: StripeElements) => void)[] = [
      elements => {
        const element = elements.create('cardCvc');
        element.destroy();
        element.mount('#spare');
      },
      elements => {
        const element = elements.create('cardCvc');
        element.destroy();
        element.unmount();
      },
      elements => {
        const element = elements.create('cardCvc');
        element.destroy();
        element.destroy();
      },
    ];
    for (const attempt of attempts) assert.equal(await refusal(attempt), destroyed);
  });

  it('nothing of a new element after a destroyed one', async () => {
    const message = await refusal(elements => {
      elements.create('cardCvc').destroy();
      elements.create('cardCvc');
    });
    assert.equal(message, 'nothing');
  });

  it('what the sandbox has not, saying so', async () => {
    const iban = await refusal(elements => elements.create('iban'));
    assert.match(iban, /^IntegrationError: Not here yet: iban Elements\./);
    const pii = await refusal(() => window.stripe.createToken('pii', {personal_id_number: '1'}));
    assert.match(pii, /^IntegrationError: Not here yet: pii tokens\./);
  });

  it('a token from an element that is not mounted, as a rejection', async () => {
    const message = await refusal(async elements => {
      await window.stripe.createToken(elements.create('cardNumber'));
    });
    assert.equal(
      message,
      'IntegrationError: We could not retrieve data from the specified Element. Please make sure the Element you are attempting to use is mounted and the ready event has been emitted.',
    );
  });

  it('unknown options only with a warning', async () => {
    const warning = host.page.waitForEvent('console', message => message.type() === 'warning');
    const message = await refusal(elements =>
      elements.create('cardCvc', {shape: 'round'} as Parameters<typeof elements.create>[1]),
    );
    assert.equal(message, 'nothing');
    assert.match((await warning).text(), /Unrecognized create\(\) parameter: shape is not/);
  });
});
