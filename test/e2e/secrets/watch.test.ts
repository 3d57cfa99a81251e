import assert from 'node:assert/strict';
import {after, describe, test, type TestContext} from 'node:test';
import {closeBrowser, launch} from '../stage.js';
import {Leaks, watchContext} from './watch.js';

after(closeBrowser);

const token = 'tok_1SandboxToken';
/** Says when it is over: messages come in their order. */
const documentWith = (script: string) => `<!doctype html><title>Leaks</title>
  <script>
    addEventListener('message', ({data}) => data === 'over' && console.log(data));
    addEventListener('load', () => postMessage('over'));
  </script>
  <script>${script}</script>`;

/** By where they are: scripts that let a secret out. */
const plants: Readonly<Record<string, string>> = {
  'The console': `console.info('Paid', {id: '${token}'})`,
  'An error': `throw new Error('whsec_0123456789')`,
  'An address': `fetch('/paid?secret=pi_1Sandbox_secret_1Sandbox')`,
  'The storage': `sessionStorage.key = 'sk_test_0123456789'`,
  'A cookie': `document.cookie = 'card=4242 4242 4242 4242'`,
  'The event paid': `dispatchEvent(new CustomEvent('paid', {detail: {means: ['${token}']}}))`,
  'The event pay-error': `
    const event = new Event('pay-error', {bubbles: true});
    event.error = Object.assign(new Error('Refused'), {cause: {source: 'src_1SandboxSource'}});
    document.documentElement.dispatchEvent(event)`,
  'A message has': `postMessage({number: '4000 0000 0000 0002'})`,
};

/** What may be there. */
const others = `
  console.info('Paid', {id: 'ch_1SandboxCharge', at: 1234567890123456});
  postMessage({channelId: '60604146-3066-4008-ac30-744fdeb35bc4'});
  const event = new Event('pay-token', {bubbles: true});
  event.payment = {product: {id: '${token}'}};
  document.documentElement.dispatchEvent(event);
  postMessage({token: '${token}'})`;

describe('a secret is found in', () => {
  for (const [place, script] of Object.entries(plants)) {
    test(place, async t => {
      await assert.rejects(watched(t, script), {
        name: 'AssertionError',
        message: new RegExp(place),
      });
    });
  }

  test('a log', () => {
    const leaks = new Leaks();
    leaks.look('The log', 'POST /charge 200');
    leaks.assertNone();
    leaks.look('The log', `POST /charge?token=${token}`);
    assert.throws(() => leaks.assertNone(), /The log/);
  });

  test('nothing else', t => watched(t, others));
});

/** @throws AssertionError where the script lets a secret out */
async function watched(t: TestContext, script: string): Promise<void> {
  const context = await (await launch()).newContext();
  t.after(() => context.close());
  const secrets = await watchContext(context);
  const tab = await context.newPage();
  const told = tab.waitForEvent('console', message => message.text() === 'over');
  await context.route('**/*', route =>
    route.fulfill({contentType: 'text/html', body: documentWith(script)}),
  );
  // The driver may hear of the line before it hears of the request.
  const asked = script.includes('fetch(') ? tab.waitForRequest(/secret/) : undefined;
  await tab.goto('http://shop.localhost/');
  await told;
  await asked;
  await secrets.check();
}
