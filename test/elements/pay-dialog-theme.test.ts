import {expect} from '@open-wc/testing';
import {lookOf} from '../../src/elements/theme.js';
import {part} from '../helpers/mount-button.js';
import {pageStyle} from '../helpers/page-style.js';
import {opened, reopen} from '../helpers/open-dialog.js';

/** A system whose colour scheme the test chooses, and changes. */
function fakeScheme(dark: boolean) {
  const matchMedia = window.matchMedia.bind(window);
  const query = Object.assign(new EventTarget(), {matches: dark});
  window.matchMedia = text =>
    text === '(prefers-color-scheme: dark)' ? (query as MediaQueryList) : matchMedia(text);
  return {
    change(matches: boolean): void {
      query.matches = matches;
      query.dispatchEvent(new Event('change'));
    },
    restore: () => (window.matchMedia = matchMedia),
  };
}

/** WCAG's relative luminance of an opaque colour, by what a canvas paints. */
function luminance(color: string): number {
  const context = document.createElement('canvas').getContext('2d')!;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map(value => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe('the look of <pay-dialog>', () => {
  let scheme: ReturnType<typeof fakeScheme>;
  beforeEach(() => (scheme = fakeScheme(false)));
  afterEach(() => {
    scheme.restore();
    document.querySelectorAll('pay-button').forEach(button => button.close());
  });

  const themes: readonly [theme: string | undefined, systemIsDark: boolean, dark: boolean][] = [
    [undefined, false, false],
    [undefined, true, true],
    ['auto', true, true],
    ['light', true, false],
    ['light', false, false],
    ['dark', false, true],
    ['dark', true, true],
    ['mauve', true, true],
  ];
  for (const [theme, systemIsDark, dark] of themes) {
    const where = systemIsDark ? 'dark' : 'light';
    it(`is ${dark ? 'dark' : 'light'} for ${theme ?? 'nothing'} on a ${where} system`, async () => {
      scheme.change(systemIsDark);
      const {dialog} = await opened(theme ? {'data-theme': theme} : {});
      const {backgroundColor, colorScheme} = getComputedStyle(part(dialog, 'dialog'));
      expect(luminance(backgroundColor) < 0.2).to.equal(dark);
      expect(colorScheme).to.equal(dark ? 'dark' : 'light');
    });
  }

  const schemes: readonly [
    style: string,
    meta: string,
    theme: string | undefined,
    dark: boolean,
  ][] = [
    ['html { color-scheme: only light }', '', undefined, false],
    ['html { color-scheme: light only }', '', 'auto', false],
    ['body { color-scheme: only light }', '', undefined, false],
    ['', 'only light', undefined, false],
    ['', 'light only', 'dark', true],
    ['html { color-scheme: only light }', '', 'dark', true],
    ['html { color-scheme: light dark }', 'only light', undefined, true],
    ['html { color-scheme: only dark }', '', undefined, true],
    ['html { color-scheme: light }', '', undefined, true],
  ];
  for (const [style, meta, theme, dark] of schemes) {
    const page = [style, meta && `<meta content="${meta}">`].join(' ').trim();
    it(`is ${dark ? 'dark' : 'light'} for ${theme ?? 'nothing'} on a dark system and a page with ${page}`, async () => {
      scheme.change(true);
      const tag = document.createElement('meta');
      const said = [
        pageStyle(style),
        Object.assign(tag, {name: meta && 'color-scheme', content: meta}),
      ];
      document.head.append(...said);
      try {
        const {dialog} = await opened(theme ? {'data-theme': theme} : {});
        expect(getComputedStyle(part(dialog, 'dialog')).colorScheme).to.equal(
          dark ? 'dark' : 'light',
        );
      } finally {
        for (const element of said) element.remove();
      }
    });
  }

  it('follows the system while it is open, card fields and all', async () => {
    const {dialog, gateway} = await opened();
    const before = getComputedStyle(part(dialog, 'dialog')).color;
    scheme.change(true);
    await dialog.updateComplete;
    await Promise.resolve();
    const after = getComputedStyle(part(dialog, 'dialog')).color;
    expect(after).not.to.equal(before);
    expect(gateway.looks.map(({color}) => color)).to.deep.equal([before, after]);
  });

  it('takes over what is set for the button, from wherever it is set', async () => {
    const {button, form, gateway} = await opened();
    form.style.setProperty('--pay-text', 'rgb(1, 2, 3)');
    form.style.setProperty('--pay-font', 'monospace');
    button.style.setProperty('--pay-accent', 'rgb(90, 0, 90)');
    button.style.setProperty('--pay-radius', '0px');
    button.style.setProperty('--pay-muted', 'rgb(4, 5, 6)');
    button.style.setProperty('--pay-error', 'rgb(7, 8, 9)');
    const dialog = await reopen(button);
    expect(getComputedStyle(part(dialog, '.pay'))).to.include({
      backgroundColor: 'rgb(90, 0, 90)',
      borderTopLeftRadius: '0px',
    });
    await Promise.resolve();
    expect(gateway.looks.at(-1)).to.deep.equal({
      color: 'rgb(1, 2, 3)',
      placeholderColor: 'rgb(4, 5, 6)',
      errorColor: 'rgb(7, 8, 9)',
      fontFamily: 'monospace',
      fontSize: '16px',
    });
    expect(lookOf(part(dialog, 'dialog')).fontFamily).to.equal('monospace');
  });

  for (const accent of ['#ffe100', '#00c853', '#7b1fa2', '#757575', '#fff', '#000', '#e4572e']) {
    it(`writes so that it can be read on ${accent}`, async () => {
      const {button} = await opened();
      // Browsers without relative colours take white: the merchant chooses then.
      const canChoose = CSS.supports('color', 'color(from red xyz x y z)');
      button.style.setProperty('--pay-accent', accent);
      const inner = button.shadowRoot!.querySelector('button')!;
      const pay = part(await reopen(button), '.pay');
      for (const element of [inner, pay]) {
        const {color, backgroundColor} = getComputedStyle(element);
        if (canChoose) expect(contrast(color, backgroundColor)).to.be.at.least(4.5);
        else expect(luminance(color)).to.be.closeTo(1, 0.01);
      }
    });
  }

  it('gives its parts to the page’s own style sheet', async () => {
    const style = pageStyle('pay-dialog::part(pay) { letter-spacing: 3px }');
    document.head.append(style);
    const {dialog} = await opened();
    expect(getComputedStyle(part(dialog, '.pay')).letterSpacing).to.equal('3px');
    style.remove();
  });
});
