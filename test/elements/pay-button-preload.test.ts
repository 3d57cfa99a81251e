import {expect} from '@open-wc/testing';
import {PayError} from '../../src/errors.js';
import {mountButton, next, openDialog, trigger, untilReady} from '../helpers/mount-button.js';
import type {StubGateway} from '../helpers/stub-gateway.js';

describe('<pay-button>, before the click', () => {
  afterEach(() => document.querySelectorAll('pay-button').forEach(button => button.close()));

  /** What a hand does before it clicks. */
  const comings: Readonly<Record<string, (button: HTMLButtonElement) => unknown>> = {
    'the pointer comes': button =>
      button.dispatchEvent(new PointerEvent('pointerover', {bubbles: true, composed: true})),
    'the focus comes': button =>
      button.dispatchEvent(new FocusEvent('focusin', {bubbles: true, composed: true})),
  };

  for (const [when, come] of Object.entries(comings)) {
    it(`asks for the provider when ${when}, not before, and mounts nothing`, async () => {
      const {button, gateway} = await mountButton();
      expect(gateway.calls.load).to.equal(0);
      come(trigger(button));
      expect(keysOf(gateway)).to.deep.equal(['pk_test_1']);
      expect(gateway.mounted).to.deep.equal([]);
      expect(button.state).to.equal('closed');
    });
  }

  it('asks once, however often the pointer comes', async () => {
    const {button, gateway} = await mountButton();
    for (let time = 0; time < 3; time++) comings['the pointer comes']?.(trigger(button));
    expect(gateway.calls.load).to.equal(1);
  });

  it('asks with the page where it is told to, and again for another key', async () => {
    const {button, gateway} = await mountButton({'data-preload': 'page'});
    expect(keysOf(gateway)).to.deep.equal(['pk_test_1']);
    button.setAttribute('data-key', 'pk_test_2');
    await button.updateComplete;
    expect(keysOf(gateway)).to.deep.equal(['pk_test_1', 'pk_test_2']);
  });

  it('asks nobody while something is wrong, which is told once', async () => {
    const {button, gateway} = await mountButton();
    const {error} = console;
    const told: unknown[] = [];
    console.error = (message: unknown) => told.push(message);
    try {
      button.setAttribute('data-amount', '9.99');
      comings['the pointer comes']?.(trigger(button));
      await button.updateComplete;
    } finally {
      console.error = error;
    }
    expect(gateway.calls.load).to.equal(0);
    expect(told).to.have.lengthOf(1);
  });

  it('says nothing where that fails: the click tries again', async () => {
    const {button, gateway} = await mountButton();
    const errors: Event[] = [];
    button.addEventListener('pay-error', event => errors.push(event));
    const working = gateway.load.bind(gateway);
    gateway.load = () => Promise.reject(new PayError('unreachable', 'network', 'Gone.'));
    comings['the pointer comes']?.(trigger(button));
    gateway.load = working;
    trigger(button).click();
    await next(button, 'pay-opened');
    await untilReady(await openDialog());
    expect(errors).to.deep.equal([]);
  });

  it('has written an amount before the click, since a browser’s first takes long', async () => {
    const {button} = await mountButton();
    const {NumberFormat} = Intl;
    const languages: unknown[] = [];
    Intl.NumberFormat = new Proxy(NumberFormat, {
      construct(target, given) {
        languages.push(given[0]);
        return Reflect.construct(target, given) as Intl.NumberFormat;
      },
    });
    try {
      trigger(button).dispatchEvent(new PointerEvent('pointerover', {bubbles: true}));
    } finally {
      Intl.NumberFormat = NumberFormat;
    }
    expect(languages).to.deep.equal(['en']);
  });
});

function keysOf(gateway: StubGateway): string[] {
  return gateway.requests.map(({key}) => key);
}
