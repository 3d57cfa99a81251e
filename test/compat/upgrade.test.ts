import {expect, fixture, html} from '@open-wc/testing';
import {configurations, upgradeScripts} from '../../src/compat/upgrade.js';
import {
  closeDialogs,
  isOpen,
  legacyButton,
  legacyDialog,
  listenToConsole,
  scriptTag,
} from '../helpers/legacy-page.js';
import {textOf} from '../helpers/mount-button.js';
import {StubGateway} from '../helpers/stub-gateway.js';
import {turn} from '../helpers/turn.js';

const gateway = new StubGateway();

async function pageOf(...content: Node[]): Promise<HTMLElement> {
  const page = await fixture<HTMLElement>(html`<div></div>`);
  page.append(...content);
  upgradeScripts(gateway);
  return page;
}

const buttonsIn = (page: Element) => page.querySelectorAll('.stripe-button-el').length;

describe('upgradeScripts()', () => {
  let warnings: ReturnType<typeof listenToConsole>;
  beforeEach(() => (warnings = listenToConsole('warn')));
  afterEach(() => {
    closeDialogs();
    warnings.restore();
  });

  it('gives every tag one button, however often it runs', async () => {
    const page = await pageOf(scriptTag(), scriptTag({class: 'btn stripe-button other1'}));
    upgradeScripts(gateway);
    expect(buttonsIn(page)).to.equal(2);
  });

  it('leaves false friends alone', async () => {
    const link = Object.assign(document.createElement('a'), {className: 'stripe-button'});
    const loader = scriptTag({class: 'other', classname: 'stripe-button'});
    const comment = document.createComment(scriptTag().outerHTML);
    expect(buttonsIn(await pageOf(link, loader, comment))).to.equal(0);
  });

  it('finds tags in shadow roots', async () => {
    const outer = document.createElement('div');
    const inner = document.createElement('div');
    outer.attachShadow({mode: 'open'}).append(inner);
    const root = inner.attachShadow({mode: 'open'});
    root.append(scriptTag());
    await pageOf(outer);
    expect(root.querySelectorAll('.stripe-button-el')).to.have.lengthOf(1);
    expect(root.adoptedStyleSheets).to.have.lengthOf(1);
  });

  it('replaces a button that a copied page brought along', async () => {
    const page = await pageOf(scriptTag());
    const copy = page.cloneNode(true) as HTMLElement;
    page.replaceWith(copy);
    upgradeScripts(gateway);
    expect(buttonsIn(copy)).to.equal(1);
    legacyButton(copy).click();
    await legacyDialog();
    copy.remove();
  });

  it('puts a button back that was morphed away, and none that the page has removed', async () => {
    const page = await pageOf(scriptTag());
    const script = page.querySelector('script')!;
    legacyButton(page).remove();
    await turn();
    expect(buttonsIn(page)).to.equal(0);
    script.className = 'stripe-button';
    await turn();
    expect([buttonsIn(page), script.className]).to.deep.equal([1, 'stripe-button active']);
    script.className = 'stripe-button';
    await turn();
    expect(buttonsIn(page)).to.equal(1);
  });

  it('makes a new button where a morph has made another one of it', async () => {
    const page = await pageOf(scriptTag());
    const other = legacyButton(page);
    other.className = 'cancel';
    page.querySelector('script')!.className = 'stripe-button';
    page.append(other);
    await turn();
    other.click();
    expect(await isOpen()).to.be.false;
    legacyButton(page).click();
    await legacyDialog();
  });

  it('lets pages change options as checkout.js did', async () => {
    const page = await pageOf(scriptTag({'data-amount': '100'}));
    const configuration = Object.values(configurations).at(-1) as {amount: unknown};
    expect(configuration.amount).to.equal('100');
    configuration.amount = 2500;
    expect(Object.keys(configuration)).to.include('panelLabel');
    legacyButton(page).click();
    expect(textOf(await legacyDialog(), '.pay')).to.equal('Pay $25.00');
    configuration.amount = undefined;
    closeDialogs();
    legacyButton(page).click();
    expect(textOf(await legacyDialog(), '.pay')).to.equal('Pay');
  });

  it('warns of a form that would show the token, and of a secret key', async () => {
    const form = document.createElement('form');
    form.append(scriptTag({'data-key': 'sk_live_secret'}));
    const page = await pageOf(form);
    expect(buttonsIn(page)).to.equal(1);
    expect(warnings.said.join()).to.include('data-key is secret');
    form.replaceChildren(scriptTag());
    upgradeScripts(gateway);
    expect(warnings.said.join()).to.include('method="post"');
    expect(warnings.said.join()).not.to.include('sk_live_secret');
  });
});
