import type {StripeError} from '@stripe/stripe-js';
import {expect} from '@open-wc/testing';
import {payErrorFrom} from '../../src/gateways/stripe-errors.js';

describe('payErrorFrom', () => {
  const rows: readonly [error: StripeError, code: string, audience: string, field: string][] = [
    [{type: 'card_error', code: 'card_declined'}, 'card_declined', 'customer', 'number'],
    [{type: 'card_error', code: 'expired_card'}, 'expired_card', 'customer', 'expiry'],
    [{type: 'card_error', code: 'incorrect_cvc'}, 'incorrect_cvc', 'customer', 'cvc'],
    [{type: 'card_error', code: 'incorrect_zip'}, 'incorrect_zip', 'customer', 'postalCode'],
    [{type: 'card_error', code: 'from_the_future'}, 'from_the_future', 'customer', 'number'],
    [{type: 'card_error'}, 'card_declined', 'customer', 'number'],
    [
      {type: 'validation_error', code: 'incomplete_expiry'},
      'incomplete_expiry',
      'customer',
      'expiry',
    ],
    [{type: 'api_connection_error'}, 'unreachable', 'network', 'form'],
    [{type: 'rate_limit_error'}, 'rate_limit', 'network', 'form'],
    [{type: 'api_error'}, 'provider_failed', 'network', 'form'],
    [{type: 'authentication_error'}, 'provider_refused', 'merchant', 'form'],
    [{type: 'invalid_request_error'}, 'provider_refused', 'merchant', 'form'],
    [{type: 'idempotency_error'}, 'provider_refused', 'merchant', 'form'],
  ];
  for (const [cause, code, audience, field] of rows) {
    it(`41. makes ${cause.type} ${cause.code ?? ''} ${code} for the ${audience}`, () => {
      const error = payErrorFrom({...cause, message: 'In words.'});
      expect(error).to.include({code, audience, field, message: 'In words.'});
      expect(error.cause).to.deep.include(cause);
    });
  }

  it('keeps what Stripe says, and not the objects that it speaks of', () => {
    const said = {type: 'card_error', code: 'card_declined', decline_code: 'lost_card'} as const;
    const objects = {
      payment_intent: {client_secret: 'pi_1_secret_1'},
      payment_method: {id: 'pm_1'},
    };
    const {cause} = payErrorFrom({...said, ...objects} as unknown as StripeError);
    expect(cause).to.deep.equal(said);
  });
});
