import {expect, nextFrame} from '@open-wc/testing';
import {next, part} from '../helpers/mount-button.js';
import {opened} from '../helpers/open-dialog.js';

describe('the page behind the dialog', () => {
  let filler: HTMLElement;
  beforeEach(() => {
    filler = document.createElement('div');
    filler.style.blockSize = '3000px';
    document.body.append(filler);
    window.scrollTo(0, 500);
  });
  afterEach(() => {
    document.querySelectorAll('pay-button').forEach(button => button.close());
    filler.remove();
    window.scrollTo(0, 0);
  });

  it('neither scrolls nor jumps while it is open, and is as before when it has closed', async () => {
    const sheets = document.adoptedStyleSheets.length;
    const {top, left} = filler.getBoundingClientRect();
    const {button} = await opened();
    const root = getComputedStyle(document.documentElement);
    expect(root.overflowY).to.equal('hidden');
    expect(filler.getBoundingClientRect()).to.include({top, left});
    const closed = next(button, 'pay-close');
    button.close();
    await closed;
    expect(root.overflowY).not.to.equal('hidden');
    expect(filler.getBoundingClientRect()).to.include({top, left});
    expect(document.adoptedStyleSheets.length).to.equal(sheets);
  });

  it('keeps what it adopted meanwhile', async () => {
    const {button} = await opened();
    const own = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, own];
    button.close();
    expect(document.adoptedStyleSheets).to.include(own);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== own);
  });
});

describe('an on-screen keyboard', () => {
  afterEach(() => document.querySelectorAll('pay-button').forEach(button => button.close()));

  /** The part of the window that a keyboard leaves, or that a customer has zoomed into. */
  function resize(height: number, scale = 1): void {
    const shown = {height, scale, offsetTop: 0};
    for (const [name, value] of Object.entries(shown)) {
      Object.defineProperty(visualViewport!, name, {value, configurable: true});
    }
    visualViewport!.dispatchEvent(new Event('resize'));
  }

  afterEach(() => {
    for (const name of ['height', 'scale', 'offsetTop']) {
      delete (visualViewport as unknown as Record<string, unknown>)[name];
    }
  });

  it('does not cover the pay button', async () => {
    const {dialog} = await opened({'data-email': '', 'data-zip-code': ''});
    resize(innerHeight - 250);
    // By then, Firefox and WebKit have brought the focused input into sight.
    await nextFrame();
    await nextFrame();
    const pay = part(dialog, '.pay');
    pay.scrollIntoView({block: 'end'});
    expect(pay.getBoundingClientRect().bottom).to.be.at.most(innerHeight - 250);
    expect(part(dialog, 'dialog').getBoundingClientRect().bottom).to.be.at.most(innerHeight - 250);
  });

  it('is not taken for one that a customer has zoomed in', async () => {
    const {dialog} = await opened();
    const {top, height} = part(dialog, 'dialog').getBoundingClientRect();
    resize(innerHeight / 4, 4);
    expect(part(dialog, 'dialog').getBoundingClientRect()).to.include({top, height});
  });
});
