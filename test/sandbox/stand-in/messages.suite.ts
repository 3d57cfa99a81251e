import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {host, stage, twinOf} from './stage.js';

/** Errors that nobody caught, in the page or its frames. */
const errors: Error[] = [];
host.page.on('pageerror', error => errors.push(error));

/** A message that would be believed if it came from the right place. */
interface Forgery {
  readonly channel: string;
  readonly message: unknown;
}

const escape = {type: 'escape'};

describe('forged messages', () => {
  let channel: string;
  beforeEach(async () => {
    errors.length = 0;
    await host.load();
    const source = await host.page.locator('iframe').first().getAttribute('src');
    channel = new URLSearchParams(new URL(source ?? '').hash.slice(1)).get('channel') ?? '';
    assert.match(channel, /^[0-9a-f]{32}$/);
  });

  /** Sends from the number's frame to the page, as the stand-in itself does. */
  const fromFrame = (forgeries: unknown[]) =>
    host.input('cardNumber').evaluate((_input, sent) => {
      for (const forgery of sent) parent.postMessage(forgery, '*');
    }, forgeries);

  /** Messages arrive in order: once this true one is through, the others have been judged. */
  async function settle(): Promise<void> {
    await fromFrame([{channel, message: {type: 'blur'}}]);
    await host.until(() => window.seen.some(({name}) => name === 'blur'));
  }

  it('27. to the page are ignored when the channel or the shape is wrong', async () => {
    await fromFrame([
      {channel: '0'.repeat(32), message: escape},
      {message: escape},
      {channel},
      {channel, message: null},
      {channel, message: 'escape'},
      {channel, message: {type: 'toString'}},
      {channel, message: {type: '__proto__'}},
      {channel, message: {type: 'change', state: null}},
      {channel, message: {type: 'answer', id: 1, answer: {}}},
      {channel, message: {type: 'resize', height: '900px; color: red'}},
      '{"channel"',
      null,
    ]);
    await settle();
    const seen = await host.page.evaluate(() => window.seen.slice(3).map(({name}) => name));
    assert.deepEqual(seen, ['blur']);
    assert.deepEqual(errors, []);
  });

  it('27. to the page are ignored from the page itself and from another frame', async () => {
    await host.page.evaluate(
      forgery => {
        window.postMessage(forgery, '*');
      },
      {channel, message: escape} satisfies Forgery,
    );
    await host.input('cardExpiry').evaluate(
      (_input, forgery) => {
        parent.postMessage(forgery, '*');
      },
      {channel, message: escape} satisfies Forgery,
    );
    // The page's own message is delivered before its next task of the same kind.
    await host.input('cardExpiry').press('Escape');
    await host.until(() => window.seen.some(({name}) => name === 'escape'));
    await settle();
    assert.deepEqual(await host.seen('cardNumber', 'escape'), []);
  });

  it('27. to the page are ignored from the right frame after it went to another origin', async () => {
    await host.page.evaluate(
      ([here, there]) => {
        const frame = document.querySelector('iframe');
        if (frame) frame.src = frame.src.replace(here ?? '', there ?? '');
        window.addEventListener('message', ({origin, source}) => {
          if (origin !== there || source !== frame?.contentWindow) return;
          window.seen.push({name: 'heard', elementType: 'cardNumber'});
        });
      },
      [stage.sandbox.origin, twinOf(stage.sandbox.origin)],
    );
    await host.until(() => window.seen.some(({name}) => name === 'heard'));
    await host.input('cardNumber').press('Escape');
    // Its greeting, the focus, the key.
    await host.until(() => window.seen.filter(({name}) => name === 'heard').length >= 3);
    assert.deepEqual(await host.seen('cardNumber', 'escape'), []);
    assert.deepEqual(await host.seen('cardNumber', 'focus'), []);
  });

  it('27. cannot settle a token', async () => {
    await host.fillCard();
    const answer = {object: {id: 'tok_forged'}};
    await host.page.route('**/v1/tokens', async route => {
      await fromFrame([{channel, message: {type: 'answer', id: 'guess', answer}}]);
      await route.continue();
    });
    const {token} = await host.createToken();
    assert.match(token?.id ?? '', /^tok_\w{24}$/);
  });

  it('27. cannot settle a token by an answer that was true once', async () => {
    await host.fillCard();
    await host.page.evaluate(() => {
      window.addEventListener('message', ({data}: MessageEvent<{message?: {type?: string}}>) => {
        if (data.message?.type === 'answer') Object.assign(window, {answered: data});
      });
    });
    const first = await host.createToken();
    const answer: unknown = await host.page.evaluate(
      () => (window as unknown as {answered: unknown}).answered,
    );
    assert.ok(answer);
    await host.page.route('**/v1/tokens', async route => {
      await fromFrame([answer]);
      await route.continue();
    });
    const second = await host.createToken();
    assert.match(second.token?.id ?? '', /^tok_\w{24}$/);
    assert.notEqual(second.token?.id, first.token?.id);
  });

  it('27. to a field are ignored when the channel or the shape is wrong', async () => {
    await host.type('cardNumber', '4242');
    await host.page.evaluate(
      ([known]) => {
        const frame = document.querySelector('iframe')?.contentWindow;
        for (const forgery of [
          {channel: '0'.repeat(32), message: {type: 'clear'}},
          {channel: known, message: null},
          {channel: known, message: {type: 'wipe'}},
          {channel: known, message: {type: 'request', id: 'x', siblings: 'all', request: {}}},
          {
            channel: known,
            message: {
              type: 'request',
              id: 'x',
              siblings: [],
              request: {name: 'toString', params: {}},
            },
          },
          {channel: known, message: {type: 'options', options: 'none'}},
        ]) {
          frame?.postMessage(forgery, '*');
        }
        window.elements.getElement('cardNumber')?.update({placeholder: 'settled'});
      },
      [channel],
    );
    await host.frame('cardNumber').getByPlaceholder('settled').waitFor();
    assert.equal(await host.input('cardNumber').inputValue(), '4242');
    assert.deepEqual(errors, []);
  });

  it('to a field send its card nowhere but where cards go', async () => {
    await host.fillCard();
    const asked: string[] = [];
    host.page.on('request', request => asked.push(new URL(request.url()).pathname));
    await host.page.evaluate(known => {
      const frame = document.querySelector('iframe')?.contentWindow;
      for (const request of [
        {name: 'retrievePaymentIntent', id: 'pi_1', params: {}},
        {name: 'retrieveSource', id: 'src_1', params: {}},
        {name: 'confirmPaymentIntent', id: '..', params: {}},
        {name: 'confirmPaymentIntent', id: 'pi_1/../../charges?', params: {}},
        {name: 'createToken', id: 'tok_1', params: {}},
      ]) {
        const message = {type: 'request', id: 'x', siblings: [], request};
        frame?.postMessage({channel: known, message}, '*');
      }
    }, channel);
    // Messages arrive in order, and so do the requests that come of them.
    await host.createToken();
    assert.deepEqual(
      asked.filter(path => path.startsWith('/v1/')),
      ['/v1/tokens'],
    );
  });

  it('27. to a field are ignored from another window than its page', async () => {
    await host.type('cardNumber', '4242');
    const [name] = await host.page.evaluate(() => [document.querySelector('iframe')?.name ?? '']);
    await host.input('cardExpiry').evaluate(
      (_input, {frame, forgery}) => {
        const other = (parent as unknown as Record<string, Window>)[frame];
        other?.postMessage(forgery, '*');
      },
      {frame: name ?? '', forgery: {channel, message: {type: 'clear'}}},
    );
    await host.page.evaluate(() =>
      window.elements.getElement('cardNumber')?.update({placeholder: 'settled'}),
    );
    await host.frame('cardNumber').getByPlaceholder('settled').waitFor();
    assert.equal(await host.input('cardNumber').inputValue(), '4242');
  });

  it('27. to a field are ignored from a page of another origin than it was given', async () => {
    await host.page.evaluate(
      ([origin, known]) => {
        const frame = document.createElement('iframe');
        const line = new URLSearchParams({channel: known ?? '', origin: 'https://shop.example'});
        frame.id = 'misled';
        frame.src = `${origin}/frames/field.html?type=cardNumber#${line}`;
        document.body.append(frame);
        return new Promise(resolve => frame.addEventListener('load', resolve));
      },
      [stage.sandbox.origin, channel],
    );
    const input = host.page.frameLocator('#misled').locator('input');
    await input.evaluate(node => {
      window.addEventListener('message', () => {
        node.setAttribute('title', 'heard');
      });
    });
    await host.page.evaluate(known => {
      const options = {placeholder: 'believed'};
      const frame = document.querySelector<HTMLIFrameElement>('#misled');
      frame?.contentWindow?.postMessage({channel: known, message: {type: 'options', options}}, '*');
    }, channel);
    await host.page.frameLocator('#misled').getByTitle('heard').waitFor();
    assert.equal(await input.getAttribute('placeholder'), '1234 1234 1234 1234');
  });
});
