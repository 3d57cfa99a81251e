import {expect} from '@open-wc/testing';
import {installFakeStripe, testCards, type FakeStripe} from '../../src/testing/index.js';
import {cardForm, pageStripe} from './page.js';

describe('payment intents of the fake', () => {
  let fake: FakeStripe;
  beforeEach(() => {
    fake = installFakeStripe();
  });
  afterEach(() => fake.restore());

  it('are what the test says', async () => {
    const secret = fake.addPaymentIntent({id: 'pi_1', amount: 999, currency: 'jpy'});
    const {paymentIntent} = await pageStripe().retrievePaymentIntent(secret);
    expect(paymentIntent).to.deep.include({id: 'pi_1', amount: 999, currency: 'jpy'});
  });

  it('are captured later where the merchant wants that', async () => {
    const secret = fake.addPaymentIntent({capture_method: 'manual'});
    const {paymentIntent} = await pageStripe().confirmCardPayment(secret, {
      payment_method: 'pm_card_visa',
    });
    expect(paymentIntent?.status).to.equal('requires_capture');
  });

  for (const status of ['succeeded', 'canceled', 'requires_capture', 'processing'] as const) {
    it(`cannot be paid when they are ${status}`, async () => {
      const {error} = await pageStripe().confirmCardPayment(fake.addPaymentIntent({status}));
      expect(error?.code).to.equal('payment_intent_unexpected_state');
      expect(error?.payment_intent?.status).to.equal(status);
    });
  }

  it('are put back by the refusal of a card that is typed in', async () => {
    const {stripe, card} = await cardForm();
    await fake.fillCard(testCards.visa);
    const secret = fake.addPaymentIntent();
    fake.declineNext('insufficient_funds');
    const {error} = await stripe.confirmCardPayment(secret, {payment_method: {card}});
    expect(error).to.deep.include({type: 'card_error', decline_code: 'insufficient_funds'});
    expect(error?.payment_intent?.status).to.equal('requires_payment_method');
    expect(error?.payment_intent?.last_payment_error?.decline_code).to.equal('insufficient_funds');
    const again = await stripe.confirmCardPayment(secret, {payment_method: {card}});
    expect(again.paymentIntent?.status).to.equal('succeeded');
  });

  it('need a payment method', async () => {
    const {error} = await pageStripe().confirmCardPayment(fake.addPaymentIntent());
    expect(error?.message).to.include('missing a payment method');
  });

  it('are paid with a payment method made before', async () => {
    const {stripe, card} = await cardForm();
    await fake.fillCard(testCards.declined);
    const {paymentMethod} = await stripe.createPaymentMethod({type: 'card', card});
    const {error} = await stripe.confirmCardPayment(fake.addPaymentIntent(), {
      payment_method: paymentMethod?.id ?? '',
    });
    expect(error).to.deep.include({decline_code: 'generic_decline'});
    expect(error?.payment_method?.id).to.equal(paymentMethod?.id);
  });

  it('are not paid with a payment method that there is not', async () => {
    const {error} = await pageStripe().confirmCardPayment(fake.addPaymentIntent(), {
      payment_method: 'pm_nothing',
    });
    expect(error?.message).to.equal("No such PaymentMethod: 'pm_nothing'");
  });

  for (const [outcome, status] of [
    ['complete', 'succeeded'],
    ['fail', 'requires_payment_method'],
  ] as const) {
    it(`are ${status} after handleNextAction, when the customer’s part is: ${outcome}`, async () => {
      const clientSecret = fake.addPaymentIntent({status: 'requires_action'});
      fake.requireAuthentication(outcome);
      await pageStripe().handleNextAction({clientSecret});
      const {paymentIntent} = await pageStripe().retrievePaymentIntent(clientSecret);
      expect(paymentIntent?.status).to.equal(status);
    });
  }

  it('go back to the server after handleNextAction where that confirms', async () => {
    const clientSecret = fake.addPaymentIntent({
      status: 'requires_action',
      confirmation_method: 'manual',
    });
    const {paymentIntent} = await pageStripe().handleNextAction({clientSecret});
    expect(paymentIntent?.status).to.equal('requires_confirmation');
  });

  it('ask any card for authentication that the test wants asked', async () => {
    fake.requireAuthentication('fail');
    const {error} = await pageStripe().confirmCardPayment(fake.addPaymentIntent(), {
      payment_method: 'pm_card_visa',
    });
    expect(error?.code).to.equal('payment_intent_authentication_failure');
  });

  it('send the browser on after confirmPayment, which the fake only notes', async () => {
    const secret = fake.addPaymentIntent({id: 'pi_1'});
    const stripe = pageStripe();
    const elements = stripe.elements({clientSecret: secret});
    const container = document.body.appendChild(document.createElement('div'));
    elements.create('payment').mount(container);
    await fake.fillCard();
    await elements.submit();
    const redirected = fake.nextRedirect();
    void stripe.confirmPayment({
      elements,
      confirmParams: {return_url: 'https://shop.example/done?order=1'},
    });
    expect(await redirected).to.equal(
      'https://shop.example/done?order=1&payment_intent=pi_1&payment_intent_client_secret=pi_1_secret_fake&redirect_status=succeeded',
    );
    container.remove();
  });

  it('send the browser to the bank where the server gave a return URL', async () => {
    const url = 'https://bank.example/ask';
    const clientSecret = fake.addPaymentIntent({
      status: 'requires_action',
      next_action: {
        type: 'redirect_to_url',
        redirect_to_url: {url, return_url: 'https://shop.example/done'},
      },
    });
    const redirected = fake.nextRedirect();
    void pageStripe().handleNextAction({clientSecret});
    expect(await redirected).to.equal(url);
    const {paymentIntent} = await pageStripe().retrievePaymentIntent(clientSecret);
    expect(paymentIntent?.status).to.equal('requires_action');
  });

  it('are answered in place where no redirect is needed', async () => {
    const clientSecret = fake.addPaymentIntent();
    const {paymentIntent} = await pageStripe().confirmPayment({
      clientSecret,
      confirmParams: {payment_method: 'pm_card_visa'},
      redirect: 'if_required',
    });
    expect(paymentIntent?.status).to.equal('succeeded');
  });
});
