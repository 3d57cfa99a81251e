import {expect, fixture, html} from '@open-wc/testing';
import fc from 'fast-check';
import {PayError} from '../../src/errors.js';
import {core} from '../../src/core.js';
import {createPart} from '../../src/delivery/post-by-fetch.js';
import {PaymentForm} from '../../src/delivery/payment-form.js';
import {deliveryAnswer, readAnswer} from '../../src/delivery/server-answer.js';
import {stripeGateway} from '../../src/gateways/stripe.js';
import {fakeShop} from '../helpers/fake-shop.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {anyText, nearlyOneOf} from './values.js';

const json = fc.jsonValue({maxDepth: 2});

const words = nearlyOneOf('done', 'refused', 'action_required', 'unknown', 'error');

/** Addresses to which no customer must be sent. */
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

const schemes =
  'javascript: JavaScript: \tjavascript: vbscript: data: blob: about: file: ftp: ws: wss: mailto: tel:'.split(
    ' ',
  );

/** Addresses that no page has, and what is none. Real addresses would end the test. */
const noPages = fc.oneof(
  nowhere,
  json.filter(value => typeof value !== 'string'),
  fc.tuple(fc.constantFrom(...schemes), anyText).map(parts => parts.join('')),
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

/** The button that is paid by. */
function button() {
  return Object.assign(new EventTarget(), {gateway: stripeGateway});
}

/** The meaning of each answer. After the bank's question, a failure of the server leaves the outcome open. */
const meanings = {done: 'paid', refused: 'refused', error: 'refused', unknown: 'unknown'} as const;

describe('answers of a shop of any kind', () => {
  let console: ReturnType<typeof listenToConsole>;
  beforeEach(() => (console = listenToConsole('error')));
  afterEach(() => console.restore());

  it('mean that the card is charged, that it is not, or that nobody knows', async () => {
    const element = await fixture<HTMLFormElement>(
      html`<form method="post" action="/charge"><input name="csrf" value="c1" /></form>`,
    );
    const form = PaymentForm.of(element);
    await fc.assert(
      fc.asyncProperty(responses, responses, fc.boolean(), async (first, second, agrees) => {
        const {status} = await readAnswer(responseOf(first));
        const last = await readAnswer(responseOf(second));
        const shop = fakeShop(responseOf(first), responseOf(second));
        const post = createPart(core).createPost(
          form,
          undefined,
          [['stripe_token', 'tok_stub']],
          button(),
        );
        const {signal} = new AbortController();
        const asks = status === 'action_required';
        try {
          const delivery = post({authenticate: () => authenticate(agrees), signal});
          const outcome = await delivery.catch((error: unknown) => error);
          if (asks && !agrees) {
            expect(outcome).to.be.instanceOf(PayError);
          } else if (asks) {
            const isOpen = last.status === 'error' || last.status === 'action_required';
            expect(outcome).to.include({name: isOpen ? 'unknown' : meanings[last.status]});
          } else {
            expect(outcome).to.include({name: meanings[status]});
          }
          if ('error' in (outcome as object)) {
            expect(outcome).to.have.property('error').that.is.instanceOf(PayError);
          }
          expect(shop.posts).to.have.length(asks && agrees ? 2 : 1);
          for (const [index, {body}] of shop.posts.entries()) {
            const credential = index
              ? ['stripe_payment_intent', 'pi_1']
              : ['stripe_token', 'tok_stub'];
            expect(body).to.deep.equal([['csrf', 'c1'], credential]);
          }
        } finally {
          shop.restore();
          form.clear();
        }
      }),
      {numRuns: 200},
    );
  });

  for (const status of ['done', 'unknown'] as const) {
    it(`send the customer nowhere but to a page, where they say ${status}`, () => {
      const {href} = window.location;
      fc.assert(
        fc.property(noPages, location => {
          const answer = deliveryAnswer({status, location} as never, button(), core);
          expect(answer).to.include({name: meanings[status]});
          if (answer.name === 'paid') expect(answer.isLeaving).to.be.false;
          expect(window.location.href).to.equal(href);
        }),
        {numRuns: 500},
      );
      // The one kind of address that leaves the test running.
      deliveryAnswer({status, location: '#thanks'}, button(), core);
      expect(window.location.hash).to.equal('#thanks');
      history.replaceState(history.state, '', href);
    });
  }
});
