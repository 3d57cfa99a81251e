import assert from 'node:assert/strict';
import {afterEach, describe, it} from 'node:test';
import {host, stage} from './stage.js';

const {control} = stage.sandbox;
const script = '/endive/stripe.js';
const frames = '/frames/field.html';

declare global {
  interface Window {
    loading: Promise<string>;
    making: Promise<string>;
  }
}

/** Until a request is held by a fault; each question to the API lets another one arrive. */
async function held(): Promise<void> {
  while (control.faults.held === 0) await stage.sdk.customers.list();
}

/** Has a page without Stripe.js load it. */
async function loadScript(): Promise<void> {
  await host.page.goto(`${stage.hostOrigin}/empty`);
  await host.page.evaluate(src => {
    const tag = Object.assign(document.createElement('script'), {src});
    window.loading = new Promise(resolve => {
      tag.addEventListener('load', () => resolve('loaded'));
      tag.addEventListener('error', () => resolve('failed'));
    });
    document.head.append(tag);
  }, stage.sandbox.origin + script);
}

/** What has become of it so far. */
const state = (promise: 'loading' | 'making') =>
  host.page.evaluate(name => Promise.race([window[name], Promise.resolve('pending')]), promise);

/** Starts to mount a card, which is then `window.group`'s. */
const mountCard = () =>
  host.page.evaluate(() => {
    window.group = window.stripe.elements();
    const card = window.group.create('card');
    window.watch(card);
    card.mount('#added');
  });

const tokenOrError = () =>
  host.page.evaluate(() => {
    const card = window.group.getElement('card');
    if (!card) throw new Error('There is no card.');
    window.making = window.stripe
      .createToken(card)
      .then(({token, error}) => token?.object ?? error?.type ?? 'neither', String);
  });

describe('a fault on demand', () => {
  afterEach(() => control.reset());

  it('has the script never load', async () => {
    control.fault({path: script, kind: 'never'});
    await loadScript();
    await held();
    assert.equal(await state('loading'), 'pending');
    assert.equal(await host.page.evaluate(() => 'Stripe' in window), false);
  });

  it('has the script fail, and load the next time', async () => {
    // Not once alone: on a connection that was used before, browsers ask once more themselves.
    for (const fault of [{kind: 'cut-before'}, {kind: 'status', status: 503}] as const) {
      control.fault({path: script, ...fault});
      await loadScript();
      assert.equal(await host.page.evaluate(() => window.loading), 'failed');
      control.clear();
    }
    await loadScript();
    assert.equal(await host.page.evaluate(() => window.loading), 'loaded');
  });

  it('has a frame never get ready', async () => {
    await host.loadBare();
    control.fault({path: frames, kind: 'never'});
    await mountCard();
    await held();
    await tokenOrError();
    assert.match(
      await host.page.evaluate(() => window.making),
      /^IntegrationError: We could not retrieve data from the specified Element/,
    );
    assert.deepEqual(await host.page.evaluate(() => window.seen), []);
  });

  it('has a frame get ready late', async () => {
    await host.loadBare();
    control.fault({path: frames, kind: 'latency', times: 1});
    await mountCard();
    await held();
    assert.deepEqual(await host.page.evaluate(() => window.seen), []);
    control.release();
    await host.until(() => window.seen.some(({name}) => name === 'ready'));
  });

  for (const [fault, expected, isMade] of [
    [{kind: 'status', status: 500}, 'api_error', false],
    [{kind: 'status', status: 429}, 'invalid_request_error', false],
    [{kind: 'status', status: 503, body: {}}, 'api_connection_error', false],
    [{kind: 'cut-before'}, 'api_connection_error', false],
    [{kind: 'cut-after'}, 'api_connection_error', true],
    [{kind: 'truncated'}, 'api_connection_error', true],
    [{kind: 'not-json'}, 'api_connection_error', true],
  ] as const) {
    const {kind} = fault;
    const name = `${kind} ${'status' in fault ? fault.status : ''}${'body' in fault ? ' {}' : ''}`;
    it(`spoils a token (${name.trim()}), and not the next`, async () => {
      await host.loadBare();
      await host.add('card');
      await host.fillAdded('card');
      control.fault({method: 'POST', path: '/v1/tokens', ...fault});
      await tokenOrError();
      assert.equal(await host.page.evaluate(() => window.making), expected);
      // More than one where the browser has asked again.
      assert.equal(
        control.journal.objects.some(each => each.kind === 'token'),
        isMade,
      );
      control.clear();
      await tokenOrError();
      assert.equal(await host.page.evaluate(() => window.making), 'token');
    });
  }

  it('has a token wait until it is let go', async () => {
    await host.loadBare();
    await host.add('card');
    await host.fillAdded('card');
    control.fault({method: 'POST', path: '/v1/tokens', kind: 'latency', times: 1});
    await tokenOrError();
    await held();
    assert.equal(await state('making'), 'pending');
    control.release();
    assert.equal(await host.page.evaluate(() => window.making), 'token');
  });
});
