// The live button of the front page, on the test kit's fake of Stripe: nothing leaves the page.
import {installFakeStripe} from 'pay-button/testing';

installFakeStripe();

const output = document.querySelector('.try output');

addEventListener('pay-opened', () => output.replaceChildren());
addEventListener('pay-token', ({payment}) => {
  const token = document.createElement('code');
  token.textContent = payment.product.id;
  output.replaceChildren(token, ` ${output.dataset.means}`);
});
