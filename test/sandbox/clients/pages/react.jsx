// A page as its own documentation writes it: nothing here knows of the sandbox.
import {
  CardCvcElement,
  CardElement,
  CardExpiryElement,
  CardNumberElement,
  Elements,
  PaymentElement,
  useElements,
  useStripe,
} from '@stripe/react-stripe-js';
import {loadStripe} from '@stripe/stripe-js/pure';
import {createRoot} from 'react-dom/client';

const form = new URLSearchParams(location.search).get('form');

function Pay({children, make}) {
  const stripe = useStripe();
  const elements = useElements();
  const pay = async event => {
    event.preventDefault();
    const {error, ...product} = await make(stripe, elements);
    document.querySelector('output').value = error?.code ?? Object.values(product)[0].id;
  };
  return (
    <form onSubmit={pay}>
      {children}
      <button disabled={!stripe}>Pay</button>
      <output />
    </form>
  );
}

const forms = {
  card: (
    <Pay make={(stripe, elements) => stripe.createToken(elements.getElement(CardElement))}>
      <CardElement options={{hidePostalCode: true}} />
    </Pay>
  ),
  split: (
    <Pay
      make={(stripe, elements) =>
        stripe.createPaymentMethod({type: 'card', card: elements.getElement(CardNumberElement)})
      }
    >
      <CardNumberElement options={{showIcon: true}} />
      <CardExpiryElement />
      <CardCvcElement />
    </Pay>
  ),
  payment: (
    <Pay
      make={async (stripe, elements) => {
        const {error} = await elements.submit();
        return error ? {error} : stripe.createConfirmationToken({elements});
      }}
    >
      <PaymentElement options={{layout: 'tabs'}} />
    </Pay>
  ),
};

createRoot(document.querySelector('main')).render(
  <Elements
    stripe={loadStripe('pk_test_react')}
    options={{mode: 'payment', amount: 1000, currency: 'usd'}}
  >
    {forms[form]}
  </Elements>,
);
