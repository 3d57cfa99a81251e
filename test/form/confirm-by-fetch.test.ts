import {expect, fixture, html} from '@open-wc/testing';
import type {PayConfirmedEvent} from '../../src/checkout/events.js';
import type {Payment} from '../../src/checkout/payment.js';
import {PayError} from '../../src/errors.js';
import {confirmByFetch} from '../../src/form/confirm-by-fetch.js';
import {PaymentForm} from '../../src/form/payment-form.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {fakeShop} from '../helpers/fake-shop.js';
import {rejection} from '../helpers/page-stripe.js';
import {product, StubGateway} from '../helpers/stub-gateway.js';

const fields = [
  ['stripe_token', 'tok_stub'],
  ['stripe_email', 'ada@example.com'],
] as const;

async function setUp(authenticate = () => Promise.resolve('pi_1')) {
  const element = await fixture<HTMLFormElement>(html`
    <form method="post" action="/charge?x=1"><input name="csrf" value="c1" /></form>
  `);
  const payment: Payment = {
    product,
    email: 'ada@example.com',
    billing: undefined,
    shipping: undefined,
    addressFields: [],
  };
  const form = PaymentForm.of(element);
  const button = Object.assign(new EventTarget(), {gateway: new StubGateway()});
  const handover = {
    payment,
    fields,
    form,
    button,
    authenticate,
    PayError,
  };
  const names = (): string[] => [...new FormData(element)].map(([name]) => name);
  return {element, button, handover, names, confirm: () => confirmByFetch(handover)};
}

describe('confirmByFetch()', () => {
  let shop: ReturnType<typeof fakeShop> | undefined;
  afterEach(() => shop?.restore());

  it('posts the whole form to its action, and takes JSON', async () => {
    shop = fakeShop({status: 'done'});
    const {confirm, names} = await setUp();
    expect(await confirm()).to.be.false;
    expect(shop.posts).to.deep.equal([
      {
        url: new URL('/charge?x=1', location.href).href,
        body: [['csrf', 'c1'], ...fields],
        accept: 'application/json',
      },
    ]);
    // What was paid with is spent.
    expect(names()).to.deep.equal(['csrf']);
  });

  it('tells the page what the server answered, which may keep the customer', async () => {
    const answer = {status: 'done', location: '/thanks', order: 7};
    shop = fakeShop(answer);
    const {button, confirm} = await setUp();
    const told: object[] = [];
    button.addEventListener('pay-confirmed', event => {
      told.push((event as PayConfirmedEvent).answer);
      event.preventDefault();
    });
    expect(await confirm()).to.be.false;
    expect(told).to.deep.equal([answer]);
  });

  for (const location of ['javascript:alert(1)', 'data:text/html,x', 'https://', '', 7, {}]) {
    it(`does not go to ${JSON.stringify(location)}`, async () => {
      shop = fakeShop({status: 'done', location});
      const {confirm} = await setUp();
      expect(await confirm()).to.be.false;
    });
  }

  it('posts again, with the payment in the place of the token, after the bank’s confirmation', async () => {
    shop = fakeShop({status: 'action_required', client_secret: 's_1'}, {status: 'done'});
    const secrets: unknown[] = [];
    const {handover} = await setUp();
    const authenticate = (secret: string) => {
      secrets.push(secret);
      return Promise.resolve('pi_1');
    };
    await confirmByFetch({...handover, authenticate});
    expect(secrets).to.deep.equal(['s_1']);
    expect(shop.posts[1]?.body).to.deep.equal([
      ['csrf', 'c1'],
      ['stripe_payment_intent', 'pi_1'],
      ['stripe_email', 'ada@example.com'],
    ]);
  });

  it('posts nothing more where the bank was not satisfied', async () => {
    shop = fakeShop({status: 'action_required', client_secret: 's_1'}, {status: 'done'});
    const refusal = new PayError('payment_intent_authentication_failure', 'customer', 'No.');
    const {confirm} = await setUp(() => Promise.reject(refusal));
    expect(await rejection(confirm())).to.equal(refusal);
    expect(shop.posts).to.have.length(1);
  });

  const refusals: readonly [answer: object, code: string, message: string][] = [
    [{status: 'refused', code: 'insufficient_funds', message: 'No.'}, 'insufficient_funds', 'No.'],
    [{status: 'refused'}, 'card_declined', ''],
    [{status: 'refused', code: null, message: null}, 'card_declined', ''],
    [{status: 'refused', code: {}, message: []}, 'card_declined', ''],
  ];
  for (const [answer, code, message] of refusals) {
    it(`is a refusal of the card for ${JSON.stringify(answer)}`, async () => {
      shop = fakeShop(answer);
      const {confirm} = await setUp();
      const error = await rejection(confirm());
      expect(error).to.include({code, message, audience: 'customer', field: 'number'});
    });
  }

  it('is the merchant’s to mend for an error of the server', async () => {
    shop = fakeShop({status: 'error', message: 'CSRF token missing.'});
    const {confirm} = await setUp();
    const error = await rejection(confirm());
    expect(error).to.include({code: 'shop_failed', audience: 'merchant'});
    expect(String(error)).to.include('CSRF token missing.');
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
  for (const [what, answer, isFault = true] of unclear) {
    it(`does not know what became of the payment after ${what}`, async () => {
      shop = fakeShop(answer);
      const {confirm} = await setUp();
      const errors = listenToConsole('error');
      const error = await rejection(confirm());
      errors.restore();
      expect(errors.said.join().includes('but not with the JSON')).to.equal(isFault);
      expect(error).to.include({code: 'unknown_outcome', audience: 'network', field: 'form'});
    });
  }

  it('posts the same form once more, wherever the button is by then and whatever was taken out', async () => {
    shop = fakeShop(new Error('No line.'), {status: 'done'});
    const {handover, confirm} = await setUp();
    expect(await rejection(confirm())).to.include({code: 'unknown_outcome'});
    handover.form.clear();
    const other = await setUp();
    await confirmByFetch({...handover, form: other.handover.form});
    const [first, second] = shop.posts;
    expect(second).to.deep.equal(first);
  });

  it('posts the same once more when it is asked again, without asking the page again', async () => {
    shop = fakeShop(new TypeError('Failed to fetch'), {status: 'done'});
    const {button, confirm, element} = await setUp();
    const seen: string[] = [];
    button.addEventListener('pay-token', () => seen.push('pay-token'));
    element.addEventListener('submit', () => seen.push('submit'));
    await rejection(confirm());
    await confirm();
    expect(seen).to.deep.equal(['pay-token', 'submit']);
    expect(shop.posts[0]).to.deep.equal(shop.posts[1]);
  });

  it('asks for the outcome of the payment that the bank has confirmed, not of the token', async () => {
    shop = fakeShop(
      {status: 'action_required', client_secret: 's_1'},
      new TypeError('Failed to fetch'),
      {status: 'done'},
    );
    const {confirm} = await setUp();
    await rejection(confirm());
    await confirm();
    expect(shop.posts[2]).to.deep.equal(shop.posts[1]);
  });

  it('leaves the rest to a page that takes the token, or the submit, into its own hands', async () => {
    shop = fakeShop();
    const first = await setUp();
    first.button.addEventListener('pay-token', event => event.preventDefault());
    expect(await first.confirm()).to.be.false;
    const second = await setUp();
    second.element.addEventListener('submit', event => event.preventDefault());
    expect(await second.confirm()).to.be.false;
    expect(shop.posts).to.deep.equal([]);
    expect(second.names()).to.include('stripe_token');
  });

  it('hears a page that objects by returning false, or keeps the event to itself', async () => {
    shop = fakeShop({status: 'done'});
    const first = await setUp();
    first.element.onsubmit = () => false;
    expect(await first.confirm()).to.be.false;
    expect(shop.posts).to.deep.equal([]);
    const second = await setUp();
    second.element.addEventListener('submit', event => event.stopImmediatePropagation());
    await second.confirm();
    expect(shop.posts).to.have.length(1);
  });

  it('posts in the encoding that the form asks for', async () => {
    const bodies: unknown[] = [];
    const fetch = window.fetch.bind(window);
    window.fetch = (_input, init) => {
      bodies.push(init?.body);
      return Promise.resolve(Response.json({status: 'done'}));
    };
    const {confirm, element} = await setUp();
    element.enctype = 'multipart/form-data';
    await confirm();
    window.fetch = fetch;
    expect(bodies[0]).to.be.instanceOf(FormData);
  });
});
