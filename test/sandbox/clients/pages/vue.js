// A page as its own documentation writes it: nothing here knows of the sandbox.
import {createApp, h, ref} from 'vue';
import {StripeElement, StripeElements} from 'vue-stripe-js';

const elements = ref();
const card = ref();
const product = ref('');

async function pay(event) {
  event.preventDefault();
  const {token, error} = await elements.value.instance.createToken(card.value.stripeElement);
  product.value = error?.code ?? token.id;
}

createApp(() =>
  h('form', {onSubmit: pay}, [
    h(
      StripeElements,
      {stripeKey: 'pk_test_vue', ref: elements},
      {
        default: group =>
          h(StripeElement, {
            type: 'card',
            elements: group.elements,
            options: {hidePostalCode: true},
            ref: card,
          }),
      },
    ),
    h('button', 'Pay'),
    h('output', product.value),
  ]),
).mount('main');
