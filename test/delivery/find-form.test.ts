import {expect, fixture, html} from '@open-wc/testing';
import {enclosingForm, findForm} from '../../src/delivery/find-form.js';
import {pagePolicy} from '../helpers/page-policy.js';

describe('enclosingForm()', () => {
  it('finds the form through nested shadow roots', async () => {
    const form = await fixture<HTMLFormElement>(html`<form><div></div></form>`);
    const outer = form.querySelector('div')!.attachShadow({mode: 'open'});
    const inner = outer.appendChild(document.createElement('div')).attachShadow({mode: 'closed'});
    const button = inner.appendChild(document.createElement('button'));
    expect(enclosingForm(button)).to.equal(form);
  });

  it('finds none where there is none', () => {
    expect(enclosingForm(document.createElement('button'))).to.equal(undefined);
  });
});

describe('findForm()', () => {
  /** Only a parsed page has such forms. */
  function parsedPage(markup: string): Document {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const page = frame.contentDocument!;
    page.open();
    page.write(pagePolicy.createHTML(markup));
    page.close();
    return page;
  }
  afterEach(() => document.querySelector('iframe')?.remove());

  it('finds a form that the parser has cut off in a table', () => {
    const page = parsedPage(
      '<table><form id="pay"><tr><td><input name="order"><b></b></td></tr></form></table>',
    );
    const form = page.querySelector('form')!;
    expect(form.querySelector('input')).to.equal(null);
    expect(findForm(page.querySelector('b')!)).to.equal(form);
  });

  it('tells two such forms of one table apart', () => {
    const row = (order: number) =>
      `<form id="f${order}"><tr><td><b></b></td><td><input value="${order}"></td></tr></form>`;
    const page = parsedPage(`<table>${row(7)}${row(8)}</table>`);
    const forms = [...page.querySelectorAll('b')].map(element => findForm(element)?.id);
    expect(forms).to.deep.equal(['f7', 'f8']);
  });

  it('finds such a form around a table within the table', () => {
    const page = parsedPage(
      '<table><form id="pay"><tr><td><table><tr><td><b></b></td></tr></table></td></tr></form></table>' +
        '<table><tr><td><b></b></td></tr></table>',
    );
    const [inner, other] = page.querySelectorAll('b');
    expect([findForm(inner)?.id, findForm(other)?.id]).to.deep.equal(['pay', undefined]);
  });

  it('leaves alone a form elsewhere in the table', () => {
    const page = parsedPage(
      '<table><tr><td><form><input name="search"></form></td><td><b></b></td></tr></table>',
    );
    expect(findForm(page.querySelector('b')!)).to.equal(undefined);
  });
});
