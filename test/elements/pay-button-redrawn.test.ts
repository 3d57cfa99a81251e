import {expect, fixture, html} from '@open-wc/testing';
import {PayButton} from '../../src/elements/pay-button.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {
  catchSubmits,
  focusBeside,
  mountButton,
  next,
  openDialog,
  part,
  textOf,
  untilReady,
  useStub,
} from '../helpers/mount-button.js';
import {opened} from '../helpers/open-dialog.js';
import type {StubGateway} from '../helpers/stub-gateway.js';
import {turn} from '../helpers/turn.js';

/** A node as the page's server would draw it again. */
function drawn<N extends Element>(node: N): N {
  const copy = node.cloneNode(true) as N;
  for (const hidden of copy.querySelectorAll('[type=hidden]')) hidden.remove();
  // Only the opened button makes tokens. None may ask for Stripe.js.
  const button = copy instanceof PayButton ? copy : copy.querySelector('pay-button');
  if (button) useStub(button);
  return copy;
}

async function pay(gateway: StubGateway): Promise<void> {
  const dialog = await openDialog();
  await untilReady(dialog);
  gateway.completeCard();
  part(dialog, '.pay').click();
  gateway.succeed();
}

describe('<pay-button>, drawn anew while its dialog is open', () => {
  const address = location.href;
  afterEach(() => history.replaceState(null, '', address));

  it('hands the dialog over to the new button of the same form', async () => {
    const {form, button, gateway, dialog} = await opened();
    const submits = catchSubmits(form);
    const again = drawn(button);
    button.replaceWith(again);
    await turn();
    expect([again.state, dialog.isConnected]).to.deep.equal([button.state, true]);
    const result = again.open();
    const closed = next(again, 'pay-close');
    await pay(gateway);
    expect((await closed).reason).to.equal('paid');
    expect(await result).to.have.nested.property('paid.product.id', 'tok_stub');
    expect(submits).to.have.lengthOf(1);
    expect([again.state, button.state]).to.deep.equal(['closed', 'closed']);
  });

  it('keeps what the customer has typed for the next opening', async () => {
    const {button, dialog} = await opened({'data-email': ''});
    const email = part<HTMLInputElement>(dialog, '#email');
    email.value = 'ada@example.com';
    email.dispatchEvent(new InputEvent('input'));
    const again = drawn(button);
    button.replaceWith(again);
    await turn();
    again.close();
    void again.open();
    await next(again, 'pay-opened');
    expect(part<HTMLInputElement>(await openDialog(), '#email').value).to.equal('ada@example.com');
  });

  it('gives the focus to the new button', async () => {
    const {button} = await opened();
    const again = drawn(button);
    button.replaceWith(again);
    await turn();
    again.close();
    expect(focusBeside(again) === again).to.be.true;
  });

  it('puts the payment into a form that a listener has drawn anew', async () => {
    const {form, button, gateway} = await opened();
    const again = drawn(form);
    const submits = catchSubmits(again);
    button.addEventListener('pay-token', () => form.replaceWith(again));
    const closed = next(again.querySelector('pay-button')!, 'pay-close');
    await pay(gateway);
    expect((await closed).reason).to.equal('paid');
    expect(submits).to.have.lengthOf(1);
    expect(submits[0]?.filter(([name]) => name === 'stripe_token')).to.have.lengthOf(1);
  });

  const others: Record<string, (button: PayButton) => void> = {
    'of another amount': button => button.setAttribute('data-amount', '5'),
    'of another id': button => (button.id = 'other'),
    'of another form': button => button.closest('form')!.setAttribute('action', '/other'),
  };
  for (const [what, change] of Object.entries(others)) {
    it(`gives nothing to a new button ${what}`, async () => {
      const {form, gateway, dialog} = await opened();
      const warnings = listenToConsole('warn');
      const again = drawn(form);
      const other = again.querySelector('pay-button')!;
      change(other);
      const submits = catchSubmits(again);
      form.replaceWith(again);
      await turn();
      expect(other.state).to.equal('closed');
      await pay(gateway);
      while (dialog.checkout.state.name !== 'refused') await next(dialog.checkout, 'change');
      await dialog.updateComplete;
      warnings.restore();
      expect(textOf(dialog, '#form-message')).to.include('Nothing was charged');
      expect(submits).to.deep.equal([]);
    });
  }

  it('gives nothing to a button that was there before', async () => {
    const page = await fixture(html`
      <div>
        <form method="post" action="/charge"><pay-button data-key="pk_test_1"></pay-button></form>
        <form method="post" action="/charge"><pay-button data-key="pk_test_1"></pay-button></form>
      </div>
    `);
    const [first, second] = page.querySelectorAll('pay-button') as unknown as PayButton[];
    useStub(first);
    void first.open();
    await next(first, 'pay-opened');
    first.closest('form')!.remove();
    await turn();
    expect(first.state).not.to.equal('closed');
    expect(second.state).to.equal('closed');
    first.close();
  });

  it('submits by the slotted button that was drawn anew', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form method="post" action="/charge">
        <pay-button data-key="pk_test_1"
          ><button slot="button" name="plan" value="pro">Buy</button></pay-button
        >
      </form>
    `);
    const button = form.querySelector('pay-button')!;
    const gateway = useStub(button);
    form.querySelector('button')!.click();
    await next(button, 'pay-opened');
    await openDialog();
    button.replaceWith(drawn(button));
    await turn();
    const submit = next(form, 'submit');
    form.addEventListener('submit', event => event.preventDefault());
    await pay(gateway);
    expect((await submit).submitter === form.querySelector('button')).to.be.true;
  });

  it('opens although a menu takes the button away at the click', async () => {
    const {button} = await mountButton();
    const isOpen = next(button, 'pay-opened');
    void button.open();
    button.remove();
    await isOpen;
    button.close();
  });

  it('closes once the page has gone elsewhere', async () => {
    const {button} = await opened();
    const closed = next(button, 'pay-close');
    history.replaceState(null, '', '/elsewhere');
    button.remove();
    expect((await closed).reason).to.equal('page');
  });

  for (const type of ['popstate', 'hashchange']) {
    it(`takes ${type} for a navigation, unless the address is the same`, async () => {
      const {button} = await opened();
      const closed = next(button, 'pay-close');
      if (type === 'hashchange') {
        window.dispatchEvent(new HashChangeEvent(type));
        expect(button.state).to.equal('ready');
        history.replaceState(null, '', '#/elsewhere');
      }
      window.dispatchEvent(new Event(type));
      expect((await closed).reason).to.equal('page');
    });
  }

  it('asks for the card once more where the page throws the dialog out', async () => {
    const {button, gateway, dialog} = await opened();
    await untilReady(dialog);
    dialog.remove();
    await turn();
    expect(part(dialog, 'dialog').matches(':modal')).to.be.true;
    await untilReady(dialog);
    expect([gateway.calls.load, gateway.calls.destroy]).to.deep.equal([2, 1]);
    button.close();
  });
});

describe('<pay-button> in a popover', () => {
  it('shows it again when the dialog closes', async () => {
    const popover = await fixture<HTMLElement>(html`
      <div popover><pay-button data-key="pk_test_1"></pay-button></div>
    `);
    const button = popover.querySelector('pay-button')!;
    useStub(button);
    popover.showPopover();
    void button.open();
    await next(button, 'pay-opened');
    expect(popover.matches(':popover-open')).to.be.false;
    button.close();
    expect(popover.matches(':popover-open')).to.be.true;
    popover.hidePopover();
  });
});
