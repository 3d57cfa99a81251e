import {expect, fixture, html} from '@open-wc/testing';
import type {DeliveryAnswer} from '../../src/checkout/delivery.js';
import type {PayConfirmedEvent} from '../../src/checkout/events.js';
import {core} from '../../src/core.js';
import {PaymentForm} from '../../src/delivery/payment-form.js';
import {createPart} from '../../src/delivery/post-by-fetch.js';
import {PayError} from '../../src/errors.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {fakeShop} from '../helpers/fake-shop.js';
import {rejection} from '../helpers/page-stripe.js';
import {StubGateway} from '../helpers/stub-gateway.js';

const fields = [
  ['stripe_token', 'tok_stub'],
  ['stripe_email', 'ada@example.com'],
] as const;

const paid: DeliveryAnswer = {name: 'paid', isLeaving: false};

async function setUp(
  authenticate: (secret: string) => Promise<string> = () => Promise.resolve('pi_1'),
) {
  const element = await fixture<HTMLFormElement>(html`
    <form method="post" action="/charge?x=1"><input name="csrf" value="c1" /></form>
  `);
  const form = PaymentForm.of(element);
  const button = Object.assign(new EventTarget(), {gateway: new StubGateway()});
  const post = createPart(core).createPost(form, undefined, fields, button);
  const names = (): string[] => [...new FormData(element)].map(([name]) => name);
  const {signal} = new AbortController();
  return {element, form, button, names, send: () => post({authenticate, signal})};
}

function errorIn(answer: DeliveryAnswer): PayError | undefined {
  return 'error' in answer ? answer.error : undefined;
}

describe('the post by fetch', () => {
  let shop: ReturnType<typeof fakeShop> | undefined;
  afterEach(() => shop?.restore());

  it('posts the whole form to its action, and takes JSON', async () => {
    shop = fakeShop({status: 'done'});
    const {send, names} = await setUp();
    expect(await send()).to.deep.equal(paid);
    expect(shop.posts).to.deep.equal([
      {
        url: new URL('/charge?x=1', location.href).href,
        body: [['csrf', 'c1'], ...fields],
        accept: 'application/json',
      },
    ]);
    // The credential is spent.
    expect(names()).to.deep.equal(['csrf']);
  });

  it('dispatches the server’s answer, and stays where the page prevents that', async () => {
    const answer = {status: 'done', location: '/thanks', order: 7};
    shop = fakeShop(answer);
    const {button, send} = await setUp();
    const told: object[] = [];
    button.addEventListener('pay-confirmed', event => {
      told.push((event as PayConfirmedEvent).answer);
      event.preventDefault();
    });
    expect(await send()).to.deep.equal(paid);
    expect(told).to.deep.equal([answer]);
  });

  for (const status of ['done', 'unknown']) {
    for (const location of ['javascript:alert(1)', 'data:text/html,x', 'https://', '', 7, {}]) {
      it(`does not go to ${JSON.stringify(location)} after "${status}"`, async () => {
        shop = fakeShop({status, location});
        const {send} = await setUp();
        const answer = await send();
        expect(answer.name).to.equal(status === 'done' ? 'paid' : 'unknown');
        expect(answer).not.to.have.property('isLeaving', true);
      });
    }
  }

  it('posts again, with the payment in the place of the token, after the bank’s confirmation', async () => {
    shop = fakeShop({status: 'action_required', client_secret: 's_1'}, {status: 'done'});
    const secrets: string[] = [];
    const {send} = await setUp(secret => {
      secrets.push(secret);
      return Promise.resolve('pi_1');
    });
    expect(await send()).to.deep.equal(paid);
    expect(secrets).to.deep.equal(['s_1']);
    expect(shop.posts[1]?.body).to.deep.equal([
      ['csrf', 'c1'],
      ['stripe_payment_intent', 'pi_1'],
      ['stripe_email', 'ada@example.com'],
    ]);
  });

  it('posts nothing more where the bank said no', async () => {
    shop = fakeShop({status: 'action_required', client_secret: 's_1'}, {status: 'done'});
    const refusal = new PayError('payment_intent_authentication_failure', 'customer', 'No.');
    const {send} = await setUp(() => Promise.reject(refusal));
    expect(await rejection(send())).to.equal(refusal);
    expect(shop.posts).to.have.length(1);
  });

  const afterBank: readonly [what: string, answer: object | Error, name: DeliveryAnswer['name']][] =
    [
      ['says that it is done', {status: 'done'}, 'paid'],
      ['refuses the card', {status: 'refused', code: 'card_declined'}, 'refused'],
      ['does not know', {status: 'unknown'}, 'unknown'],
      ['fails', {status: 'error', message: 'Out of order.'}, 'unknown'],
      ['asks for the bank once more', {status: 'action_required', client_secret: 's_1'}, 'unknown'],
      ['does not answer', new TypeError('offline'), 'unknown'],
    ];
  for (const [what, answer, name] of afterBank) {
    it(`is ${name} where the server ${what} after the bank’s question`, async () => {
      shop = fakeShop({status: 'action_required', client_secret: 's_1'}, answer);
      const {send} = await setUp();
      const errors = listenToConsole('error');
      expect((await send()).name).to.equal(name);
      errors.restore();
      expect(errors.said.length > 0).to.equal(/fails|does not answer/.test(what));
    });
  }

  const refusals: readonly [answer: object, code: string, message: string][] = [
    [{status: 'refused', code: 'insufficient_funds', message: 'No.'}, 'insufficient_funds', 'No.'],
    [{status: 'refused'}, 'card_declined', ''],
    [{status: 'refused', code: null, message: null}, 'card_declined', ''],
    [{status: 'refused', code: {}, message: []}, 'card_declined', ''],
    [{status: 'refused', code: ' ', message: '  '}, 'card_declined', ''],
  ];
  for (const [answer, code, message] of refusals) {
    it(`is a refusal of the card for ${JSON.stringify(answer)}`, async () => {
      shop = fakeShop(answer);
      const {send} = await setUp();
      const {name, ...rest} = await send();
      expect(name).to.equal('refused');
      expect(rest).to.have.property('error');
      expect(errorIn({name, ...rest} as DeliveryAnswer)).to.include({
        code,
        message,
        audience: 'customer',
        field: 'number',
      });
    });
  }

  it('is the merchant’s to mend for an error of the server', async () => {
    shop = fakeShop({status: 'error', message: 'CSRF token missing.'});
    const {send} = await setUp();
    const answer = await send();
    expect(answer.name).to.equal('refused');
    expect(errorIn(answer)).to.include({code: 'shop_failed', audience: 'merchant'});
    expect(String(errorIn(answer))).to.include('CSRF token missing.');
  });

  const unclear: readonly [what: string, answer: object | Error, isFault?: boolean][] = [
    ['an answer that says so', {status: 'unknown'}, false],
    ['a page', new Response('<h1>Thanks</h1>', {headers: {'content-type': 'text/html'}})],
    ['half an answer', new Response('{"status":"do')],
    ['another word', {status: 'ok'}],
    ['a number', Response.json(1)],
    ['null', Response.json(null)],
    ['a secret that is none', {status: 'action_required', client_secret: 7}],
    ['a server error', new Response('Oops', {status: 500})],
    ['no answer', new TypeError('Failed to fetch'), false],
  ];
  for (const [what, response, isFault = true] of unclear) {
    it(`does not know what became of the payment after ${what}`, async () => {
      shop = fakeShop(response);
      const {send} = await setUp();
      const errors = listenToConsole('error');
      const answer = await send();
      errors.restore();
      expect(errors.said.join().includes('but not with the JSON')).to.equal(isFault);
      expect(answer.name).to.equal('unknown');
      expect(errorIn(answer)).to.include({
        code: 'unknown_outcome',
        audience: 'network',
        field: 'form',
      });
    });
  }

  it('posts the same once more when it is asked again, whatever was taken out of the form', async () => {
    shop = fakeShop(new TypeError('Failed to fetch'), {status: 'done'});
    const {form, send} = await setUp();
    const errors = listenToConsole('error');
    await send();
    errors.restore();
    expect(errors.said.join()).to.include('no answer came from');
    form.clear();
    await send();
    expect(shop.posts[0]).to.deep.equal(shop.posts[1]);
  });

  it('asks for the outcome of the payment that the bank has confirmed, not of the token', async () => {
    shop = fakeShop(
      {status: 'action_required', client_secret: 's_1'},
      new TypeError('Failed to fetch'),
      {status: 'done'},
    );
    const {send} = await setUp();
    const errors = listenToConsole('error');
    expect((await send()).name).to.equal('unknown');
    errors.restore();
    expect(await send()).to.deep.equal(paid);
    expect(shop.posts[2]).to.deep.equal(shop.posts[1]);
  });

  it('was not sent where the page has broken what a form is read with, unless it was sent before', async () => {
    const {FormData} = window;
    const broken = class {
      constructor() {
        throw new TypeError('replaced');
      }
    } as unknown as typeof FormData;
    const errors = listenToConsole('error');
    const first = await setUp();
    window.FormData = broken;
    expect(await rejection(first.send())).to.include({code: 'delivery_failed'});
    window.FormData = FormData;
    shop = fakeShop({status: 'unknown'});
    const second = await setUp();
    await second.send();
    window.FormData = broken;
    expect((await second.send()).name).to.equal('unknown');
    window.FormData = FormData;
    errors.restore();
  });
});
