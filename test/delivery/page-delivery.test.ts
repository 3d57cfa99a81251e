import {expect, fixture, html} from '@open-wc/testing';
import type {DeliveryAnswer} from '../../src/checkout/delivery.js';
import {type CheckoutOptions, readOptions} from '../../src/checkout/options.js';
import type {Payment} from '../../src/checkout/payment.js';
import '../../src/index.js';
import {PageDelivery} from '../../src/delivery/page-delivery.js';
import {PaymentForm} from '../../src/delivery/payment-form.js';
import {getParts} from '../../src/loading/parts.js';
import {deferred} from '../helpers/deferred.js';
import {product, StubGateway} from '../helpers/stub-gateway.js';
import {turn} from '../helpers/turn.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {replacePart} from '../helpers/replace-part.js';

const payment: Payment = {
  product,
  email: undefined,
  billing: undefined,
  shipping: undefined,
  addressFields: [],
};

/** A page whose handler takes each submit over. */
async function takenOver() {
  const element = await fixture<HTMLFormElement>(html`<form method="post"></form>`);
  const posts: FormData[] = [];
  element.addEventListener('submit', event => {
    event.preventDefault();
    posts.push(new FormData(element));
  });
  const gateway = new StubGateway();
  const button = Object.assign(new EventTarget(), {gateway});
  const getForm = () => PaymentForm.of(element);
  const options = optionsWith({}, gateway);
  const delivery = new PageDelivery({button, options, getForm, submitter: undefined});
  const {signal} = new AbortController();
  const authenticate = () => Promise.reject(new Error('not asked for'));
  const deliver = (): Promise<DeliveryAnswer> => delivery.deliver(payment, {authenticate, signal});
  return {delivery, deliver, posts};
}

function optionsWith(attributes: Record<string, string>, gateway: StubGateway): CheckoutOptions {
  const element = document.createElement('div');
  element.setAttribute('data-key', 'pk_test_1');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return readOptions(element, gateway);
}

describe('PageDelivery', () => {
  it('has the page post the same credential again, and waits again, when the customer asks again', async () => {
    const {delivery, deliver, posts} = await takenOver();
    const first = deliver();
    await turn();
    await delivery.complete({status: 'unknown'});
    expect((await first).name).to.equal('unknown');
    const second = deliver();
    await turn();
    expect(posts.map(post => post.get('stripe_token'))).to.deep.equal(['tok_stub', 'tok_stub']);
    await delivery.complete({status: 'done'});
    expect(await second).to.deep.equal({name: 'paid', isLeaving: false});
  });

  it('takes the page’s answer where the form is reset before it is understood, as React does after an action', async () => {
    const {confirm} = getParts();
    const loading = deferred();
    const putBack = replacePart('confirm', () => loading.promise.then(confirm));
    const {delivery, deliver} = await takenOver();
    const answer = deliver();
    await turn();
    const completed = delivery.complete({status: 'refused', code: 'card_declined'});
    delivery.release();
    loading.resolve();
    await completed;
    putBack();
    expect((await answer).name).to.equal('refused');
  });

  it('takes the first answer that is one, where several come before it is known that the page has the credential', async () => {
    const {delivery, deliver} = await takenOver();
    const console = listenToConsole('warn');
    const answer = deliver();
    void delivery.complete('charged');
    void delivery.complete({status: 'refused', code: 'card_declined'});
    void delivery.complete({status: 'done'});
    expect((await answer).name).to.equal('refused');
    console.restore();
    expect(console.said.join()).to.include('complete()');
  });

  it('takes a reset for the end where the page has said nothing', async () => {
    const {delivery, deliver} = await takenOver();
    const answer = deliver();
    await turn();
    delivery.release();
    expect(await answer).to.deep.equal({name: 'handled'});
  });
});
