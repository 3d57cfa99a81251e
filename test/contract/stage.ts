/** Sets the page of a case up. It stands alone: its text is sent to the page. */
export function setUpStage(): void {
  const form = document.createElement('form');
  const containers = ['card', 'cardNumber', 'cardExpiry', 'cardCvc', 'payment', 'spare'];
  for (const id of containers) {
    form.append(Object.assign(document.createElement('div'), {id}));
  }
  form.append(Object.assign(document.createElement('input'), {name: 'owner', ariaLabel: 'Owner'}));
  form.addEventListener('submit', event => {
    event.preventDefault();
    window.contract.submits++;
    window.dispatchEvent(new Event('contract-seen'));
  });
  document.body.append(form);

  if (!window.Stripe) throw new Error('There is no Stripe.js on the page.');
  const stripe = window.Stripe('pk_test_contract');
  window.contract = {
    stripe,
    elements: stripe.elements({mode: 'payment', amount: 1000, currency: 'usd'}),
    seen: [],
    submits: 0,
    mount(type, options = {}) {
      // The five types have these events alike, but their overloads do not unite.
      const element = window.contract.elements.create(type as 'card', options);
      const common = ['ready', 'change', 'focus', 'blur', 'escape', 'loaderror'];
      for (const name of [...common, 'loaderstart']) {
        element.on(name as 'ready', event => {
          window.contract.seen.push({name, ...event});
          window.dispatchEvent(new Event('contract-seen'));
        });
      }
      element.mount(`#${type}`);
    },
  };
}
