const price = 1800;
const agreed = document.querySelector('#agreed');
let quantity = 1;

/** Puts in what the address names; what was there before is taken out. */
function goToView() {
  const template = document.querySelector(`template[data-view="${location.hash.slice(1)}"]`);
  document
    .querySelector('main')
    .replaceChildren(template ? document.importNode(template.content, true) : '');
  update();
}

function update() {
  document.querySelector('output').value = quantity;
  for (const button of document.querySelectorAll('pay-button')) {
    button.dataset.amount = quantity * price;
    button.disabled = !agreed.checked;
  }
  for (const input of document.querySelectorAll('[name=quantity]')) input.value = quantity;
}

function note(text) {
  const item = document.createElement('li');
  item.textContent = text;
  document.querySelector('ul').append(item);
}

document.querySelector('#more').addEventListener('click', () => {
  quantity++;
  update();
});
agreed.addEventListener('change', update);
addEventListener('hashchange', goToView);
addEventListener('pay-token', event => note(`token: ${event.payment.product.id}`));
addEventListener('pay-close', event => note(`closed: ${event.reason}`));
goToView();
