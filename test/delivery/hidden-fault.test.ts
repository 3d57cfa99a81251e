import {expect, fixture, html} from '@open-wc/testing';
import {render} from 'lit';
import {explainHiddenFault, hiddenFault, nameOf} from '../../src/delivery/hidden-fault.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {next} from '../helpers/mount-button.js';

describe('hiddenFault()', () => {
  const faults: readonly [novalidate: boolean, valid: boolean, seen: boolean, hidden: boolean][] = [
    [false, false, false, true],
    [false, false, true, false],
    [false, true, false, false],
    [false, true, true, false],
    [true, false, false, false],
    [true, false, true, false],
    [true, true, false, false],
    [true, true, true, false],
  ];
  for (const [novalidate, valid, seen, hidden] of faults) {
    it(`is there: ${hidden}, with novalidate ${novalidate}, valid ${valid}, seen ${seen}`, async () => {
      const form = await fixture<HTMLFormElement>(html`
        <form method="post" ?novalidate=${novalidate}>
          <input name="size" aria-label="Size" ?required=${!valid} ?hidden=${!seen} />
        </form>
      `);
      const field = form.querySelector('input')!;
      expect(hiddenFault(form)).to.equal(hidden ? field : undefined);
    });
  }

  /** A form around a box of this style. */
  async function formWith(content: unknown, style = '') {
    const form = await fixture<HTMLFormElement>(html`<form method="post"></form>`);
    const place = document.createElement('div');
    place.style.cssText = style;
    render(content, place);
    Node.prototype.appendChild.call(form, place);
    return {form, field: place.querySelector('input')};
  }

  const field = html`<input aria-label="Size" required />`;
  const details = (open: boolean) =>
    html`<details ?open=${open}>
      <summary>More</summary>
      ${field}
    </details>`;

  const hidden: Readonly<Record<string, [content: unknown, style?: string]>> = {
    'not displayed': [field, 'display: none'],
    'not visible': [field, 'visibility: hidden'],
    inert: [html`<div inert>${field}</div>`],
    'in closed details': [details(false)],
    'not rendered': [field, 'content-visibility: hidden'],
    'in a closed dialog': [html`<dialog>${field}</dialog>`],
    'collapsed by its height': [field, 'max-height: 0; overflow: hidden'],
    'collapsed by its width': [html`<p>${field}</p>`, 'width: 0; overflow-x: clip'],
    'scaled to nothing': [field, 'transform: scale(0)'],
  };
  for (const [place, content] of Object.entries(hidden)) {
    it(`is a field that is ${place}, unless another one can be seen`, async () => {
      const {form, field} = await formWith(...content);
      expect(hiddenFault(form)).to.equal(field);
      const seen = document.createElement('select');
      seen.required = true;
      Node.prototype.appendChild.call(form, seen);
      expect(hiddenFault(form)).to.equal(undefined);
    });
  }

  const shown: Readonly<Record<string, [content: unknown, style?: string]>> = {
    'in a box without a height of its own': [field, 'height: 0'],
    'in open details': [details(true)],
    'drawn by its label': [
      html`<label><input type="checkbox" required /> I agree</label>`,
      'opacity: 0',
    ],
    'to be scrolled to': [
      html`${Array.from({length: 30}, () => html`<p>More</p>`)}${field}`,
      'height: 40px; overflow: auto',
    ],
  };
  for (const [place, content] of Object.entries(shown)) {
    it(`is no field that is ${place}`, async () => {
      const {form, field} = await formWith(...content);
      expect(field?.checkValidity()).to.equal(false);
      expect(hiddenFault(form)).to.equal(undefined);
    });
  }
});

describe('explainHiddenFault()', () => {
  /** The words for a form that holds nothing but a step that is not displayed, and the merchant's warnings. */
  async function explain(step: unknown) {
    const form = await fixture<HTMLFormElement>(html`<form method="post"></form>`);
    const section = document.createElement('div');
    section.style.display = 'none';
    Node.prototype.appendChild.call(form, section);
    render(step, section);
    const shown: string[] = [];
    const warnings = listenToConsole('warn');
    explainHiddenFault(form, words => shown.push(words));
    warnings.restore();
    return {form, section, shown, said: warnings.said};
  }

  const named = {
    'its label': html`<label>Size <input name="a1" required /></label>`,
    'its label, without a list of options': html`<label
      >Size
      <select name="a2" required>
        <option value="">Choose</option>
        <option>XL</option>
      </select></label
    >`,
    'its ARIA label': html`<input name="a3" aria-label="Size" required />`,
    'its name': html`<input name="Size" required />`,
  };
  for (const [source, step] of Object.entries(named)) {
    it(`tells the customer what the browser would say, after ${source}`, async () => {
      const {section, shown} = await explain(step);
      const {validationMessage} = section.querySelector<HTMLInputElement>('[name]')!;
      expect(validationMessage).not.to.equal('');
      expect(shown).to.deep.equal([`Size: ${validationMessage}`]);
    });
  }

  it('tells the merchant the name of the field, and what to do', async () => {
    const {said} = await explain(html`<input name="vat_number" aria-label="VAT" required />`);
    expect(said).to.have.lengthOf(1);
    expect(said[0]).to.include('"vat_number"').and.to.include('disabled');
  });

  it('takes its words back as soon as something is typed into the form', async () => {
    const {form, section, shown} = await explain(
      html`<input name="a4" aria-label="VAT" required />`,
    );
    const typed = next(form, 'input');
    section.querySelector('input')!.dispatchEvent(new Event('input', {bubbles: true}));
    await typed;
    expect(shown).to.have.lengthOf(2);
    expect(shown[1]).to.equal('');
  });

  it('says nothing of a form whose fault can be seen', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form method="post"><input aria-label="Size" required /></form>
    `);
    const shown: string[] = [];
    explainHiddenFault(form, words => shown.push(words));
    expect(shown).to.deep.equal(['']);
  });
});

describe('nameOf()', () => {
  it('is the name, else the tag', () => {
    const input = document.createElement('input');
    expect(nameOf(input)).to.equal('input');
    input.name = 'city';
    expect(nameOf(input)).to.equal('city');
  });
});
