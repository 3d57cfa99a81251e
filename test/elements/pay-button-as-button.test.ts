import {expect, fixture, html} from '@open-wc/testing';
import {resetMouse, sendMouse} from '@web/test-runner-commands';
import type {PayButton} from '../../src/elements/pay-button.js';
import {
  catchSubmits,
  focusBeside,
  mountButton,
  next,
  openDialog,
  part,
  record,
  useStub,
} from '../helpers/mount-button.js';

describe('<pay-button>, used like a <button>', () => {
  // A pointer that is left above a button would have the next test's load its provider.
  afterEach(() => resetMouse());
  afterEach(() => document.querySelectorAll('pay-button').forEach(button => button.close()));

  async function mountWithin(page: Element) {
    const button = page.querySelector('pay-button')!;
    const gateway = useStub(button);
    await button.updateComplete;
    return {button, gateway};
  }

  /** Waits until the dialog is open, and closes it. */
  async function opens(button: PayButton, act: () => unknown): Promise<void> {
    const opened = next(button, 'pay-opened');
    await act();
    await opened;
    const closed = next(button, 'pay-close');
    button.close();
    await closed;
  }

  it('opens at its own click()', async () => {
    const {button} = await mountButton();
    const clicks = record(document, 'click');
    await opens(button, () => button.click());
    expect(clicks).to.have.lengthOf(1);
  });

  it('opens at a click event that a script dispatches on it', async () => {
    const {button} = await mountButton();
    await opens(button, () =>
      button.dispatchEvent(new MouseEvent('click', {bubbles: true, detail: 1})),
    );
  });

  it('opens at a click on its label, beside it or around it', async () => {
    const page = await fixture(html`
      <div>
        <label for="labelled">Pay now</label>
        <label
          ><span>Pay for all</span><pay-button id="labelled" data-key="pk_test_1"></pay-button
        ></label>
      </div>
    `);
    const {button} = await mountWithin(page);
    for (const words of page.querySelectorAll('label[for], span')) {
      await opens(button, async () => {
        const {left, top} = words.getBoundingClientRect();
        await sendMouse({type: 'click', position: [Math.ceil(left) + 2, Math.ceil(top) + 2]});
      });
    }
  });

  it('opens once at a click on the button inside, which is in a label', async () => {
    const page = await fixture(
      html`<label>Pay <pay-button data-key="pk_test_1"></pay-button></label>`,
    );
    const {button} = await mountWithin(page);
    const asked = record(button, 'pay-open');
    await opens(button, () => button.shadowRoot!.querySelector('button')!.click());
    expect(asked).to.have.lengthOf(1);
  });

  it('stays closed at a click beside the button inside, where the page has made it wider', async () => {
    const {button} = await mountButton();
    button.style.display = 'block';
    const asked = record(button, 'pay-open');
    const clicked = next(button, 'click');
    const {right, top, height} = button.getBoundingClientRect();
    await sendMouse({
      type: 'click',
      position: [Math.floor(right) - 2, Math.round(top + height / 2)],
    });
    await clicked;
    expect(asked).to.deep.equal([]);
  });

  it('does nothing at click() while it is disabled', async () => {
    const {button} = await mountButton({disabled: ''});
    const asked = record(button, 'pay-open');
    button.click();
    expect(asked).to.deep.equal([]);
  });

  for (const clicked of ['the slotted button', 'this element'] as const) {
    it(`posts name and value of a slotted button after a click on ${clicked}`, async () => {
      const form = await fixture<HTMLFormElement>(html`
        <form method="post" action="/charge">
          <pay-button data-key="pk_test_1">
            <span slot="button"
              ><button name="plan" value="pro"><b>Go pro</b></button></span
            >
          </pay-button>
        </form>
      `);
      const {button, gateway} = await mountWithin(form);
      const submitters: (HTMLElement | null)[] = [];
      form.addEventListener('submit', ({submitter}) => submitters.push(submitter));
      catchSubmits(form);
      if (clicked === 'this element') button.click();
      else form.querySelector('b')!.click();
      await next(button, 'pay-opened');
      const dialog = await openDialog();
      gateway.completeCard();
      part(dialog, '.pay').click();
      const closed = next(button, 'pay-close');
      gateway.succeed();
      await closed;
      expect(submitters).to.deep.equal([form.querySelector('button')]);
    });
  }

  it('posts nothing of a slotted button that submits nothing', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form method="post" action="/charge">
        <pay-button data-key="pk_test_1"
          ><button slot="button" type="button" formmethod="get">Go</button></pay-button
        >
      </form>
    `);
    const {button} = await mountWithin(form);
    await opens(button, () => button.click());
  });

  it('knows its form, and takes the id of another one', async () => {
    const page = await fixture(html`
      <div>
        <form method="post" action="/charge" id="first">
          <pay-button data-key="pk_test_1"></pay-button>
        </form>
        <form method="post" action="/charge" id="second"></form>
      </div>
    `);
    const {button} = await mountWithin(page);
    const [first, second] = page.querySelectorAll('form');
    expect(button.form).to.equal(first);
    button.form = 'second';
    expect(button.getAttribute('form')).to.equal('second');
    expect(button.form).to.equal(second);
    button.form = undefined;
    expect(button.hasAttribute('form')).to.equal(false);
    expect(button.form).to.equal(first);
    button.remove();
    await Promise.resolve();
    expect(button.form).to.equal(null);
  });

  it('hands the focus on to the button inside, ours or a slotted one', async () => {
    const page = await fixture(html`
      <div>
        <pay-button data-key="pk_test_1"></pay-button>
        <pay-button data-key="pk_test_1"
          ><span slot="button"><button>Go</button></span></pay-button
        >
      </div>
    `);
    const [ours, slotted] = [...page.querySelectorAll('pay-button')];
    for (const button of [ours, slotted]) {
      // The focus has the provider loaded.
      useStub(button);
      await button.updateComplete;
      button.focus();
      const focused = button === ours ? ours : page.querySelector('button');
      expect(focusBeside(button)).to.equal(focused);
    }
  });
});
