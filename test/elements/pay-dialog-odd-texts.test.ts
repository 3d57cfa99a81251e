import {expect} from '@open-wc/testing';
import {part, textOf} from '../helpers/mount-button.js';
import {opened} from '../helpers/open-dialog.js';
import {resizeWindow} from '../helpers/resize-window.js';

/** A picture of that many pixels each way, as a page might give it. */
function picture(size: number): string {
  const canvas = Object.assign(document.createElement('canvas'), {width: size, height: size});
  canvas.getContext('2d')!.fillRect(0, 0, size, size);
  return canvas.toDataURL('image/png');
}

describe('<pay-dialog> with odd texts and pictures', () => {
  afterEach(() => document.querySelectorAll('pay-button').forEach(button => button.close()));

  const names: Record<string, string> = {
    markup: '<img src=x onerror="window.wasRun = true">',
    'a right-to-left override': 'Shop \u202e99.9$ yaP',
    '10 kB': 'Shop'.repeat(2500),
    emoji: '👩‍👩‍👧‍👦 🏳️‍🌈 Shop',
    'a lone surrogate': 'Shop \ud83d',
  };
  for (const [what, name] of Object.entries(names)) {
    it(`7. shows ${what} in a name as text, apart from the amount and in its place`, async () => {
      await resizeWindow(400, 640);
      const {dialog} = await opened({'data-name': name, 'data-amount': '999'});
      const title = part(dialog, 'h2');
      expect(title.textContent).to.equal(name);
      expect(title.children).to.have.lengthOf(0);
      expect('wasRun' in window).to.be.false;
      expect(getComputedStyle(title).unicodeBidi).to.equal('isolate');
      expect(title.getBoundingClientRect().height).to.be.below(60);
      expect(part(dialog, 'dialog').scrollWidth).to.equal(part(dialog, 'dialog').clientWidth);
      expect(textOf(dialog, '.amount')).to.equal('$9.99');
      expect(textOf(dialog, '.pay')).to.equal('Pay $9.99');
    });
  }

  it('8. shows a picture of any size in its place', async () => {
    const {dialog} = await opened({'data-image': picture(4000)});
    const image = part<HTMLImageElement>(dialog, 'img');
    await image.decode();
    const {width, height} = image.getBoundingClientRect();
    expect([width, height]).to.deep.equal([48, 48]);
  });

  it('10. asks for the e-mail address where the one that was given is malformed', async () => {
    const {dialog} = await opened({'data-email': 'ada@'});
    const input = part<HTMLInputElement>(dialog, '#email');
    expect(input.value).to.equal('');
    expect(dialog.shadowRoot!.activeElement).to.equal(input);
  });

  it('22. lies over what a page puts on top of everything', async () => {
    const overlay = document.createElement('div');
    Object.assign(overlay.style, {position: 'fixed', inset: '0', zIndex: '2147483647'});
    document.body.append(overlay);
    const {dialog, gateway} = await opened();
    const isHit = (element: Element) => {
      const {left, top, width, height} = element.getBoundingClientRect();
      const root = element.getRootNode() as Document | ShadowRoot;
      return element.contains(root.elementFromPoint(left + width / 2, top + height / 2));
    };
    const hits = [part(dialog, '.pay'), part(dialog, '.close'), ...gateway.inputs.values()];
    expect(hits.map(isHit)).to.deep.equal([true, true, true, true, true]);
    overlay.remove();
  });
});
