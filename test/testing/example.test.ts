import {expect, fixture, html} from '@open-wc/testing';
import 'pay-button';
import {harness, installFakeStripe, testCards, type FakeStripe} from 'pay-button/testing';

describe('the checkout page', () => {
  let stripe: FakeStripe;
  beforeEach(() => {
    stripe = installFakeStripe();
  });
  afterEach(() => stripe.restore());

  const page = () =>
    fixture<HTMLFormElement>(html`
      <form action="/charge" method="post">
        <pay-button data-key="pk_test_123" data-amount="999" data-currency="jpy"></pay-button>
      </form>
    `);

  it('posts a token', async () => {
    const form = await page();
    const pay = harness(form.querySelector('pay-button')!);
    await pay.open();
    await pay.fill(testCards.visa);
    await pay.pay();
    const posted = await pay.submitted;
    expect(posted.get('stripe_token')).to.match(/^tok_/);
  });

  it('tells the customer that the card was declined', async () => {
    const form = await page();
    const pay = harness(form.querySelector('pay-button')!);
    await pay.open();
    await pay.fill(testCards.visa);
    stripe.declineNext('card_declined');
    expect(await pay.pay()).to.equal('refused');
    await pay.dialog!.updateComplete;
    expect(pay.dialog!.shadowRoot!.textContent).to.include('Your card was declined.');
    await pay.close();
  });

  it('shows that it is paying until Stripe answers', async () => {
    const form = await page();
    const pay = harness(form.querySelector('pay-button')!);
    await pay.open();
    await pay.fill(testCards.visa);
    stripe.hold();
    const called = stripe.nextCall('createToken');
    const paying = pay.pay();
    await called;
    expect(form.querySelector('pay-button')!.state).to.equal('tokenizing');
    stripe.release();
    await paying;
    await pay.submitted;
  });
});
