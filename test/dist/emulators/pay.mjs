// Pays in an emulator of the DOM, as a merchant's unit test does: `node pay.mjs happy-dom`.

const url = 'https://shop.example/';
const windows = {
  async 'happy-dom'() {
    const {Window} = await import('happy-dom');
    return new Window({url});
  },
  async jsdom() {
    const {JSDOM} = await import('jsdom');
    return new JSDOM('', {url, pretendToBeVisual: true}).window;
  },
};

const [, , name, hasModals] = process.argv;
const window = await windows[name]();
// Node's own of these would not go with the emulator's nodes.
const both = /^(window|document|navigator|FormData|Event|EventTarget|CustomEvent|Abort\w+)$/;
for (const key of Object.getOwnPropertyNames(window)) {
  if (key in globalThis && !both.test(key)) continue;
  Object.defineProperty(globalThis, key, {
    configurable: true,
    writable: true,
    value: window[key],
  });
}
globalThis.window = window;

if (hasModals) {
  const {prototype} = window.HTMLDialogElement;
  prototype.showModal = function () {
    this.open = true;
  };
  prototype.close = function () {
    this.open = false;
  };
}

const {harness, installFakeStripe, testCards} = await import('pay-button/testing');
await import('pay-button');
installFakeStripe();

const {document} = window;
document.body.innerHTML = `<form action="/charge" method="post">
  <pay-button data-key="pk_test_1" data-amount="999"></pay-button>
</form>`;
const button = document.querySelector('pay-button');
await button.updateComplete;
const label = button.shadowRoot.querySelector('button').textContent.trim();
const customer = harness(button);
const opened = await customer.open().catch(String);
const result = {label, opened};
if (opened === 'ready') {
  await customer.fill(testCards.visa);
  result.paid = await customer.pay();
  const posted = await customer.submitted;
  result.token = /^tok_/.test(posted.get('stripe_token'));
}
console.log(JSON.stringify(result));
process.exit(0);
