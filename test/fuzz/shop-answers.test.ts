import {expect, fixture, html} from '@open-wc/testing';
import fc from 'fast-check';
import {PayError} from '../../src/errors.js';
import {confirmByFetch} from '../../src/form/confirm-by-fetch.js';
import {PaymentForm} from '../../src/form/payment-form.js';
import {destination, readAnswer} from '../../src/form/shop-answer.js';
import {stripeGateway} from '../../src/gateways/stripe.js';
import {fakeShop} from '../helpers/fake-shop.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {rejection} from '../helpers/page-stripe.js';
import {product} from '../helpers/stub-gateway.js';
import {anyText, nearlyOneOf} from './values.js';

const json = fc.jsonValue({maxDepth: 2});

const words = nearlyOneOf('done', 'refused', 'action_required', 'unknown', 'error');

const nowhere = fc.constantFrom<unknown>(
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  ' java\nscript:alert(1)',
  'data:text/html,x',
  'blob:https://shop.example/1',
  'about:blank',
  'file:///etc/passwd',
  'https://',
  'http://[',
  '',
  null,
);

const locations = fc.oneof(
  nowhere,
  json,
  anyText,
  fc.webUrl(),
  fc.constantFrom('/thanks', '//evil.example', '?x', '#x', 'https:thanks'),
);

/** An answer whose members are of any kind, but for where the customer is sent: the test stays here. */
const answers = fc.oneof(
  json,
  fc.record(
    {
      status: fc.oneof({weight: 4, arbitrary: words}, {weight: 1, arbitrary: json}),
      code: fc.oneof(json, nearlyOneOf('card_declined', 'incorrect_zip', 'constructor')),
      message: fc.oneof(json, anyText),
      client_secret: fc.oneof(json, nearlyOneOf('pi_1_secret_2')),
      location: nowhere,
    },
    {requiredKeys: []},
  ),
);

/** The body of an answer: JSON, less than that, or something else. */
const bodies = fc.oneof(
  {weight: 4, arbitrary: answers.map(answer => JSON.stringify(answer))},
  {weight: 1, arbitrary: answers.map(answer => JSON.stringify(answer).slice(0, -1))},
  {weight: 1, arbitrary: anyText},
);

const responses = fc.record({
  body: bodies,
  status: fc.constantFrom(200, 201, 400, 402, 409, 422, 500, 503),
  type: fc.constantFrom('application/json', 'text/html', 'text/plain;charset=utf-16'),
});

type Sent = typeof responses extends fc.Arbitrary<infer T> ? T : never;

function responseOf({body, status, type}: Sent): Response {
  return new Response(body, {status, headers: {'content-type': type}});
}

function authenticate(agrees: boolean): Promise<string> {
  if (agrees) return Promise.resolve('pi_1');
  return Promise.reject(new PayError('card_declined', 'customer', 'No.'));
}

describe('answers of a shop of any kind', () => {
  let console: ReturnType<typeof listenToConsole>;
  beforeEach(() => (console = listenToConsole('error')));
  afterEach(() => console.restore());

  it('are a payment, or a PayError that says what is to be done', async () => {
    const element = await fixture<HTMLFormElement>(
      html`<form method="post" action="/charge"><input name="csrf" value="c1" /></form>`,
    );
    const form = PaymentForm.of(element);
    await fc.assert(
      fc.asyncProperty(responses, responses, fc.boolean(), async (first, second, agrees) => {
        const payment = {
          product,
          email: undefined,
          billing: undefined,
          shipping: undefined,
          addressFields: [],
        };
        const answer = await readAnswer(responseOf(first));
        const shop = fakeShop(responseOf(first), responseOf(second));
        const handover = {
          payment,
          fields: [['stripe_token', 'tok_stub'] as const],
          form,
          button: Object.assign(new EventTarget(), {gateway: stripeGateway}),
          authenticate: () => authenticate(agrees),
          PayError,
        };
        try {
          const error = await rejection(confirmByFetch(handover));
          expect(error === undefined || error instanceof PayError).to.be.true;
          if (answer.status === 'done') expect(error).to.equal(undefined);
          if (answer.status === 'refused') expect(error).to.include({audience: 'customer'});
          if (answer.status !== 'action_required') expect(shop.posts).to.have.length(1);
          for (const {body} of shop.posts) {
            const names = body.map(([name]) => name);
            expect(new Set(names).size).to.equal(names.length);
            expect(names).to.have.length(2);
          }
        } finally {
          shop.restore();
          form.clear();
        }
      }),
      {numRuns: 200},
    );
  });

  it('send the customer to a page, or nowhere', () => {
    fc.assert(
      fc.property(locations, location => {
        const url = destination(location, 'https://shop.example/cart');
        expect(url === undefined || /^https?:$/.test(url.protocol)).to.be.true;
        if (typeof location !== 'string') expect(url).to.equal(undefined);
      }),
      {numRuns: 500},
    );
    fc.assert(
      fc.property(nowhere, location => {
        expect(destination(location, 'https://shop.example/cart')).to.equal(undefined);
      }),
    );
    expect(destination('/thanks', 'https://shop.example/cart')?.href).to.equal(
      'https://shop.example/thanks',
    );
  });
});
