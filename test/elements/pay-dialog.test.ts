import {expect, nextFrame} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {DeliveryAnswer} from '../../src/checkout/delivery.js';
import type {PayDialog} from '../../src/elements/pay-dialog.js';
import {PayError} from '../../src/errors.js';
import {closeDialogs, listenToConsole} from '../helpers/legacy-page.js';
import {
  focusBeside,
  mountButton,
  next,
  openDialog,
  part,
  textOf,
  trigger,
} from '../helpers/mount-button.js';
import {delivered, opened} from '../helpers/open-dialog.js';
import {resizeWindow} from '../helpers/resize-window.js';
import {declined, StubGateway} from '../helpers/stub-gateway.js';

function shown(dialog: PayDialog, selector: string): boolean {
  return dialog.shadowRoot!.querySelector(selector) !== null;
}

/** Colours are what they are to be only when the dialog has faded in. */
async function fadedIn(dialog: PayDialog): Promise<void> {
  const animations = part(dialog, 'dialog').getAnimations();
  await Promise.all(animations.map(animation => animation.finished));
}

/** Which input has the focus: one of ours by id, or a card field by label. */
function focused(dialog: PayDialog): string | null | undefined {
  const inner = dialog.shadowRoot!.activeElement;
  return inner?.id || document.activeElement?.getAttribute('aria-label') || inner?.localName;
}

describe('<pay-dialog>', () => {
  afterEach(closeDialogs);

  it('says who is paid, for what and how much', async () => {
    const {dialog} = await opened({
      'data-name': 'eee',
      'data-description': 'Widget',
      'data-amount': '999',
      'data-currency': 'jpy',
    });
    expect(textOf(dialog, 'h2')).to.equal('eee');
    expect(textOf(dialog, 'header p')).to.equal('Widget');
    expect(textOf(dialog, '.pay')).to.equal('Pay ¥999');
    expect(part(dialog, 'dialog').getAttribute('aria-label')).to.equal('eee, ¥999');
  });

  const labels: readonly [panelLabel: string, amount: string | undefined, text: string][] = [
    ['Give {{amount}} now', '999', 'Give $9.99 now'],
    ['Give', '999', 'Give $9.99'],
    ['Give', undefined, 'Give'],
  ];
  for (const [panelLabel, amount, text] of labels) {
    it(`labels its button ${text} for ${panelLabel}`, async () => {
      const attributes = {'data-panel-label': panelLabel, ...(amount && {'data-amount': amount})};
      const {dialog} = await opened(attributes);
      expect(textOf(dialog, '.pay')).to.equal(text);
    });
  }

  it('marks a test key, and a live one not', async () => {
    const {button, dialog} = await opened();
    expect(textOf(dialog, '.test')).to.contain('Test mode');
    button.close();
    button.setAttribute('data-key', 'pk_live_1');
    void button.open();
    await next(button, 'pay-opened');
    expect(shown(await openDialog(), '.test')).to.be.false;
  });

  it('8. hides an image that does not load', async () => {
    const {dialog} = await opened({'data-image': 'data:image/png;base64,broken'});
    const image = part<HTMLImageElement>(dialog, 'img');
    if (!image.hidden) await next(image, 'error');
    expect(image.offsetParent).to.equal(null);
    expect(image.getBoundingClientRect().width).to.equal(0);
  });

  it('mounts the card in the light DOM, outside every form of the page', async () => {
    const {gateway} = await opened();
    const input = gateway.inputs.get('number')!;
    expect(input.getRootNode()).to.equal(document);
    expect(input.form?.parentNode).to.equal(document.querySelector('pay-dialog'));
  });

  it('asks for e-mail address and postal code only where told to', async () => {
    const {button, dialog} = await opened();
    expect(shown(dialog, '#email') || shown(dialog, '#postalCode')).to.be.false;
    button.close();
    button.setAttribute('data-email', 'ada@example.com');
    button.setAttribute('data-zip-code', 'true');
    void button.open();
    await next(button, 'pay-opened');
    const second = await openDialog();
    expect(part<HTMLInputElement>(second, '#email')).to.include({
      value: 'ada@example.com',
      type: 'email',
      autocomplete: 'email',
    });
    expect(part<HTMLInputElement>(second, '#postalCode').autocomplete).to.equal('postal-code');
  });

  it('labels every input visibly', async () => {
    const {dialog} = await opened({'data-email': '', 'data-zip-code': ''});
    const texts = [...dialog.shadowRoot!.querySelectorAll('label')].map(label => label.textContent);
    expect(texts).to.deep.equal(['Email', 'Card number', 'Expiry', 'Security code', 'Postal code']);
  });

  it('goes into a card field when its label is clicked', async () => {
    const {dialog} = await opened();
    [...dialog.shadowRoot!.querySelectorAll('label')].at(-1)!.click();
    expect(focused(dialog)).to.equal('cvc');
  });

  describe('focus', () => {
    // The one thing that may have it, and still be nobody's choice, is the heading, which had it at first.
    const places: readonly [place: string, goesToCard: boolean][] = [
      ['h2', true],
      ['dialog', true],
      ['nothing', true],
      ['#email', false],
      ['.close', false],
      ['cvc', false],
    ];
    for (const [place, goesToCard] of places) {
      it(`goes to the card when that is ready: ${goesToCard}, from ${place}`, async () => {
        const gateway = new StubGateway();
        gateway.ready = false;
        const {dialog} = await opened({'data-email': 'ada@example.com'}, gateway);
        if (place === 'nothing') (dialog.shadowRoot!.activeElement as HTMLElement).blur();
        else if (place === 'cvc') gateway.inputs.get('cvc')?.focus();
        else part(dialog, place).focus();
        for (const field of gateway.inputs.keys()) gateway.say({type: 'ready', field});
        await dialog.updateComplete;
        expect(focused(dialog) === 'number').to.equal(goesToCard);
      });
    }

    it('goes to the card number once it is there', async () => {
      const gateway = new StubGateway({loads: false});
      const {dialog} = await opened({}, gateway);
      expect(focused(dialog)).to.equal('h2');
      const ready = next(dialog.checkout, 'change');
      gateway.succeedLoading();
      await ready;
      await dialog.updateComplete;
      expect(focused(dialog)).to.equal('number');
    });

    it('goes to an empty e-mail address at once, and stays there', async () => {
      const {dialog} = await opened({'data-email': ''});
      expect(dialog.checkout.state.name).to.equal('ready');
      expect(focused(dialog)).to.equal('email');
    });

    it('goes back to the button', async () => {
      const {button} = await mountButton();
      trigger(button).focus();
      trigger(button).click();
      await next(button, 'pay-opened');
      const closed = next(button, 'pay-close');
      await sendKeys({press: 'Escape'});
      expect((await closed).reason).to.equal('escape');
      expect(focusBeside(button)).to.equal(button);
    });
  });

  const lasting: readonly [DeliveryAnswer, state: string, what: string][] = [
    [{name: 'leaving'}, 'leaving', 'the browser leaves'],
    [{name: 'paid', isLeaving: true}, 'done', 'the browser goes to the receipt'],
  ];
  for (const [answer, state, what] of lasting) {
    it(`stays up while ${what}, however often Escape is pressed`, async () => {
      const {checkout, dialog} = await delivered(answer);
      // Chromium closes a dialog at the second Escape without asking.
      for (let presses = 0; presses < 3; presses++) await sendKeys({press: 'Escape'});
      part(dialog, '.close').click();
      expect(checkout.state.name).to.equal(state);
      const modal = part<HTMLDialogElement>(dialog, 'dialog');
      // The event by which it notices may still be on its way.
      if (!modal.open) await next(modal, 'close');
      expect(modal.matches(':modal')).to.be.true;
    });
  }

  it('closes by its button', async () => {
    const {button, dialog} = await opened();
    const closed = next(button, 'pay-close');
    part(dialog, '.close').click();
    expect((await closed).reason).to.equal('button');
    expect(document.querySelector('pay-dialog')).to.equal(null);
  });

  it('pays at Enter in a field of ours', async () => {
    const {dialog, gateway} = await opened({'data-email': ''});
    gateway.completeCard();
    await sendKeys({type: 'ada@example.com'});
    await sendKeys({press: 'Enter'});
    expect(gateway.calls.tokenize).to.equal(1);
    expect(textOf(await openDialog(), '.pay')).to.equal('Paying…');
    expect(part(dialog, '.pay').getAttribute('aria-disabled')).to.equal('true');
  });

  it('pays when a card field submits the form around it, unseen by the page', async () => {
    const {gateway} = await opened();
    gateway.completeCard();
    let seen = 0;
    const see = () => seen++;
    document.addEventListener('submit', see);
    gateway.inputs.get('cvc')!.form!.requestSubmit();
    document.removeEventListener('submit', see);
    expect(gateway.calls.tokenize).to.equal(1);
    expect(seen).to.equal(0);
  });

  it('says at each field what is wrong, and goes to the first', async () => {
    const {dialog} = await opened({'data-email': '', 'data-zip-code': ''});
    part(dialog, '.pay').click();
    await nextFrame();
    const messages = [...dialog.shadowRoot!.querySelectorAll('.message')].map(p => p.textContent);
    expect(messages).to.have.lengthOf(5);
    expect(part(dialog, '#email').getAttribute('aria-invalid')).to.equal('true');
    expect(part(dialog, '#email').getAttribute('aria-describedby')).to.equal('email-message');
    expect(textOf(dialog, '[role=alert]')).to.equal(messages.join(' '));
    expect(focused(dialog)).to.equal('email');
  });

  it('takes back what it said about a field that is being changed', async () => {
    const {dialog} = await opened({'data-email': ''});
    part(dialog, '.pay').click();
    await nextFrame();
    const spoken = textOf(dialog, '[role=alert]');
    part(dialog, '#email').focus();
    await sendKeys({type: 'a'});
    await dialog.updateComplete;
    expect(shown(dialog, '#email-message')).to.be.false;
    expect(shown(dialog, '#number-message')).to.be.true;
    // Said once: what is still wrong is not said again.
    expect(textOf(dialog, '[role=alert]')).to.equal(spoken);
  });

  it('41. shows a refused card at its number, in words that help', async () => {
    const {button, dialog, gateway} = await opened();
    gateway.completeCard();
    part(dialog, '.pay').click();
    gateway.refuse(declined());
    await next(button, 'pay-error');
    await nextFrame();
    expect(textOf(dialog, '#number-message')).to.equal('Your card was declined. Try another card.');
    expect(textOf(dialog, '[role=alert]')).to.equal('Your card was declined. Try another card.');
    expect(focused(dialog)).to.equal('number');
  });

  it('passes on the provider’s words for a refusal that it does not know', async () => {
    const {button, dialog, gateway} = await opened();
    gateway.completeCard();
    part(dialog, '.pay').click();
    gateway.refuse(new PayError('new_code', 'customer', 'Ask your bank.', {field: 'number'}));
    await next(button, 'pay-error');
    await dialog.updateComplete;
    expect(textOf(dialog, '#number-message')).to.equal('Ask your bank.');
  });

  it('keeps a merchant’s error from the customer', async () => {
    const {button, dialog, gateway} = await opened();
    gateway.completeCard();
    part(dialog, '.pay').click();
    const errors = listenToConsole('error');
    gateway.refuse(new PayError('internal', 'merchant', 'No such account acct_1.'));
    await next(button, 'pay-error');
    await dialog.updateComplete;
    errors.restore();
    expect(errors.said).to.deep.equal(['No such account acct_1.']);
    expect(textOf(dialog, '#form-message')).to.equal(
      'This shop’s payment is not set up correctly. Nothing was charged.',
    );
  });

  it('38. offers to try again when the provider does not come', async () => {
    const gateway = new StubGateway({loads: false});
    const {button, dialog} = await opened({}, gateway);
    const told = next(button, 'pay-error');
    gateway.failLoading(new PayError('unreachable', 'network', 'No answer.'));
    await told;
    await dialog.updateComplete;
    expect(textOf(dialog, '#form-message')).to.contain('No connection.');
    expect(textOf(dialog, '.pay')).to.equal('Try again');
    part(dialog, '.pay').click();
    const ready = next(dialog.checkout, 'change');
    gateway.succeedLoading();
    await ready;
    await dialog.updateComplete;
    expect(textOf(dialog, '.pay')).to.equal('Pay');
    expect(gateway.calls.load).to.equal(2);
  });

  it('is accessible in every state', async () => {
    const {button, dialog, gateway} = await opened({
      'data-name': 'eee',
      'data-description': 'Widget',
      'data-amount': '999',
      'data-email': '',
      'data-zip-code': '',
    });
    await fadedIn(dialog);
    await expect(dialog).to.be.accessible();
    part(dialog, '.pay').click();
    await nextFrame();
    await expect(dialog).to.be.accessible();
    part<HTMLInputElement>(dialog, '#email').value = 'ada@example.com';
    part<HTMLInputElement>(dialog, '#postalCode').value = '94107';
    gateway.completeCard();
    part(dialog, '.pay').click();
    await dialog.updateComplete;
    expect(button.state).to.equal('tokenizing');
    await expect(dialog).to.be.accessible();
  });

  it('fits a phone of 334 px without scrolling sideways', async () => {
    await resizeWindow(334, 640);
    const {dialog} = await opened({'data-name': 'A'.repeat(10_000), 'data-amount': '999999999999'});
    const box = part(dialog, 'dialog');
    expect(box.scrollWidth).to.equal(box.clientWidth);
    expect(box.getBoundingClientRect().width).to.be.at.most(334);
    expect(part(dialog, 'h2').getBoundingClientRect().height).to.be.below(60);
  });

  it('22. is seen on a page that hides everything', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('body * { display: none !important; visibility: hidden !important }');
    const {button} = await mountButton();
    document.adoptedStyleSheets = [sheet];
    try {
      void button.open();
      await next(button, 'pay-opened');
      const dialog = await openDialog();
      expect(part(dialog, '.pay').checkVisibility({visibilityProperty: true})).to.be.true;
      const card = document.querySelector('pay-dialog > form > div')!;
      expect(card.checkVisibility({visibilityProperty: true})).to.be.true;
    } finally {
      document.adoptedStyleSheets = [];
    }
  });

  it('leaves no copy of itself behind where a page restores a copy of its nodes', async () => {
    const {button} = await mountButton();
    void button.open();
    await next(button, 'pay-opened');
    const copy = (await openDialog()).cloneNode(true) as PayDialog;
    button.close();
    document.body.append(copy);
    expect(copy.isConnected).to.be.false;
  });
});
