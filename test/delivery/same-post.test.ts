import {expect, fixture, html} from '@open-wc/testing';
import {render, type TemplateResult} from 'lit';
import {PaymentForm} from '../../src/delivery/payment-form.js';
import {charsetProblem, requestFor, send} from '../../src/delivery/post-form.js';

interface Posted {
  readonly method: string;
  readonly url: string;
  readonly type: string;
  readonly accept: string;
  /** A character a byte. */
  readonly body: string;
}

/** A form in a page of its own, in a frame. */
async function formWith(fields: TemplateResult, attributes: Record<string, string> = {}) {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe></iframe>`);
  const page = frame.contentDocument!;
  const element = page.createElement('form');
  element.method = 'post';
  element.action = '/echo?x=1#part';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  render(fields, element);
  page.body.append(element);
  return element;
}

/** Returns what the browser posts by itself. */
async function posted(form: HTMLFormElement, submitter?: HTMLElement): Promise<Posted> {
  const frame = form.ownerDocument.createElement('iframe');
  frame.name = 'answer';
  form.ownerDocument.body.append(frame);
  if (!submitter?.hasAttribute('formtarget')) form.target = 'answer';
  const answered = new Promise(resolve => {
    frame.addEventListener('load', () => {
      if (frame.contentDocument!.URL !== 'about:blank') resolve(undefined);
    });
  });
  form.requestSubmit(submitter);
  await answered;
  return JSON.parse(frame.contentDocument!.body.textContent) as Posted;
}

/** Boundaries are made up anew each time. */
function withoutBoundary({method, url, type, body}: Posted) {
  const boundary = /boundary=(.+)/.exec(type)?.[1];
  const hide = (text: string) => (boundary ? text.replaceAll(boundary, '…') : text);
  // `fetch()` names the encoding of a plain post, which browsers leave out.
  const bare = hide(type).replace(/;charset=UTF-8$/i, '');
  return {method, url, type: bare, body: hide(body)};
}

const fields = html`
  <input name="order" value="17" />
  <input name="größe" value="L & M" />
  <textarea name="note">
one
two</textarea>
  <input type="hidden" name="_charset_" />
  <input name="comment" value="שלום" dirname="comment.dir" dir="rtl" />
  <input type="checkbox" name="gift" checked /><input type="checkbox" name="no" />
  <select name="size" multiple>
    <option selected>S</option>
    <option selected>M</option>
  </select>
  <input type="file" name="photo" />
  <input name="off" value="x" disabled /><input value="without a name" />
  <button name="action" value="pay">Pay</button>
  <button name="action" value="save" formaction="/echo?saved" formenctype="multipart/form-data">
    Save
  </button>
`;

const encodings = [
  undefined,
  'multipart/form-data',
  'text/plain',
  'nonsense',
  'MULTIPART/FORM-DATA',
];

describe('requestFor()', () => {
  for (const enctype of encodings) {
    for (const place of [undefined, 0, 1]) {
      const which = place === undefined ? 'no button' : `button ${place}`;
      it(`posts what the browser posts, with enctype ${enctype} and ${which}`, async () => {
        const form = await formWith(fields, enctype ? {enctype} : {});
        const button = place === undefined ? undefined : form.querySelectorAll('button')[place];
        const native = await posted(form, button);
        const response = await send(requestFor(PaymentForm.of(form), button));
        const ours = (await response.json()) as Posted;
        expect(withoutBoundary(ours)).to.deep.equal(withoutBoundary(native));
        expect(ours.accept).to.equal('application/json');
      });
    }
  }

  it('posts line ends as CRLF, whatever they were', async () => {
    const form = await formWith(html`<input type="hidden" name="a" />`);
    form.querySelector('input')!.value = 'one\rtwo\nthree\r\nfour';
    const native = await posted(form);
    const ours = (await (await send(requestFor(PaymentForm.of(form)))).json()) as Posted;
    expect(native.body).to.equal('a=one%0D%0Atwo%0D%0Athree%0D%0Afour');
    expect(ours.body).to.equal(native.body);
  });
});

describe('charsetProblem()', () => {
  const charsets: readonly [accept: string | undefined, problem: string | undefined][] = [
    [undefined, undefined],
    ['utf-8', undefined],
    ['UTF8', undefined],
    ['iso-8859-1, utf-8', undefined],
    ['Shift_JIS', 'Shift_JIS'],
    ['windows-1252 iso-8859-1', 'windows-1252'],
  ];
  for (const [accept, problem] of charsets) {
    it(`is ${problem ?? 'none'} with accept-charset ${accept}, in a page of UTF-8`, () => {
      const form = document.createElement('form');
      if (accept) form.setAttribute('accept-charset', accept);
      const said = charsetProblem(PaymentForm.of(form));
      if (problem) expect(said).to.include(problem).and.include('data-confirm="fetch"');
      else expect(said).to.equal(undefined);
    });
  }
});
