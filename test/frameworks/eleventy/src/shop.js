// Also runs where there is no basket: each page of the site has it.
const button = document.querySelector('pay-button');
if (button) {
  // What the page was built with.
  const price = Number(button.dataset.amount);
  let quantity = 1;

  document.querySelector('#more').addEventListener('click', () => {
    quantity++;
    document.querySelector('output').value = quantity;
    button.dataset.amount = quantity * price;
    const input = document.querySelector('[name=quantity]');
    if (input) input.value = quantity;
  });
  document.querySelector('#agreed').addEventListener('change', event => {
    button.disabled = !event.target.checked;
  });
  button.addEventListener('pay-token', event => note(`token: ${event.payment.product.id}`));
  button.addEventListener('pay-close', event => note(`closed: ${event.reason}`));
}

function note(text) {
  const item = document.createElement('li');
  item.textContent = text;
  document.querySelector('ul').append(item);
}
