import {expect, fixture, html} from '@open-wc/testing';
import fc from 'fast-check';
import type {PayButton} from '../../src/elements/pay-button.js';
import {PayError} from '../../src/errors.js';
import {getParts} from '../../src/loading/parts.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {catchSubmits, next, openDialog, part} from '../helpers/mount-button.js';
import {PageStripe} from '../helpers/page-stripe.js';
import {turn} from '../helpers/turn.js';
import {anyText, nearlyOneOf} from './values.js';

const json = fc.jsonValue({maxDepth: 2});

/** What Stripe makes, with members of any kind. */
const made = fc.oneof(
  {weight: 1, arbitrary: json},
  {
    weight: 4,
    arbitrary: fc.record(
      {
        id: fc.oneof({weight: 3, arbitrary: nearlyOneOf('tok_1')}, {weight: 1, arbitrary: json}),
        type: fc.oneof({weight: 3, arbitrary: nearlyOneOf('card')}, {weight: 1, arbitrary: json}),
        card: json,
        payment_method_preview: fc.oneof(json, fc.constant({type: 'card'})),
      },
      {requiredKeys: []},
    ),
  },
);

const error = fc.oneof(
  json,
  fc.record(
    {
      type: nearlyOneOf('card_error', 'validation_error', 'invalid_request_error', 'api_error'),
      code: fc.oneof(json, nearlyOneOf('card_declined', 'incorrect_cvc', 'incorrect_zip')),
      message: fc.oneof(json, anyText),
    },
    {requiredKeys: []},
  ),
);

const results = ['token', 'paymentMethod', 'confirmationToken', 'source'] as const;

const answer = fc.oneof(
  {weight: 1, arbitrary: json.map(value => ({resolves: value}))},
  {weight: 1, arbitrary: fc.anything().map(cause => ({rejects: cause}))},
  {weight: 1, arbitrary: fc.constant({})},
  {weight: 1, arbitrary: error.map(error => ({resolves: {error}}))},
  {
    weight: 4,
    arbitrary: made.map(made => ({
      resolves: Object.fromEntries(results.map(name => [name, made])),
    })),
  },
);

/** What fields say: always an object, of any kind. */
const events = fc.array(
  fc.tuple(
    fc.constantFrom('ready', 'focus', 'blur', 'change', 'networkstatuschange'),
    fc.record({complete: json, empty: json, error: fc.option(error, {nil: undefined})}),
  ),
  {maxLength: 5},
);

const creates = fc.constantFrom('token', 'payment-method', 'confirmation-token', 'source');

/** A Stripe.js that answers as the test says. */
function stripeThat(answer: {resolves?: unknown; rejects?: unknown}): PageStripe {
  const page = new PageStripe();
  page.answer = () => {
    if ('rejects' in answer) {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- of any kind
      return Promise.reject(answer.rejects);
    }
    return 'resolves' in answer ? Promise.resolve(answer.resolves) : new Promise(() => {});
  };
  page.createSource = () => page.answer();
  const Stripe = () => page;
  Object.assign(window, {Stripe: Object.assign(Stripe, {version: 'endive'})});
  return page;
}

/** As a form posts it: halves of surrogate pairs are replaced. */
function posted(value: unknown): unknown {
  const bytes = typeof value === 'string' && new TextEncoder().encode(value);
  return bytes ? new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes) : value;
}

describe('answers of Stripe.js of any kind', () => {
  let console: ReturnType<typeof listenToConsole>;
  before(() => getParts().products());
  beforeEach(() => (console = listenToConsole('error')));
  afterEach(() => {
    console.restore();
    document.querySelectorAll('pay-button').forEach(button => button.close());
    Reflect.deleteProperty(window, 'Stripe');
  });

  it('are a product that is posted, or a PayError', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form method="post" action="/charge">
        <pay-button data-key="pk_test_1" data-amount="999"></pay-button>
      </form>
    `);
    const button = form.querySelector<PayButton>('pay-button')!;
    const submits = catchSubmits(form);
    let errors: unknown[] = [];
    button.addEventListener('pay-error', ({error}) => errors.push(error));
    await fc.assert(
      fc.asyncProperty(answer, events, creates, async (answer, events, create) => {
        errors = [];
        submits.length = 0;
        const page = stripeThat(answer);
        button.setAttribute('data-create', create);
        const result = button.open();
        await next(button, 'pay-opened');
        const dialog = await openDialog();
        while (!page.handlers['payment'] && !page.handlers['cardCvc']) await turn();
        await turn();
        for (const handlers of Object.values(page.handlers)) {
          for (const [name, payload] of events) handlers[name]?.(payload);
          handlers['ready']?.({});
        }
        part(dialog, '.pay').click();
        const isAnswered = 'resolves' in answer || 'rejects' in answer;
        while (isAnswered && /^(tokenizing|delivering)$/.test(button.state)) {
          await turn();
        }
        await turn();
        expect(['closed', 'refused', 'tokenizing']).to.include(button.state);
        if (button.state === 'closed') {
          expect(await result).to.have.property('paid');
          expect(submits).to.have.length(1);
        } else {
          expect(submits).to.have.length(0);
          button.close();
          expect(await result).to.deep.equal({closed: 'page'});
        }
        const texts = JSON.stringify([answer, 'card'], (_, value: unknown) => posted(value));
        for (const [name, value] of submits.flat()) {
          expect(value, name).not.to.equal('');
          expect(texts.includes(JSON.stringify(value)), name).to.be.true;
        }
        const names = submits.flat().map(([name]) => name);
        expect(new Set(names).size).to.equal(names.length);
        expect(errors.every(error => error instanceof PayError)).to.be.true;
      }),
      {numRuns: 50, timeout: 5000},
    );
  });
});
