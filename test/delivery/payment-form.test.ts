import {expect, fixture, html} from '@open-wc/testing';
import {problemIn} from '../../src/checkout/failures.js';
import type {PayError} from '../../src/errors.js';
import {PaymentForm} from '../../src/delivery/payment-form.js';
import {listenToConsole} from '../helpers/legacy-page.js';

/** What the form would post. */
function posted(form: HTMLFormElement): [string, FormDataEntryValue][] {
  return [...new FormData(form)];
}

/** Where a submit of the form ends. */
function rootOf(form: HTMLFormElement): Node {
  return Node.prototype.getRootNode.call(form);
}

function preventDefault(event: Event): void {
  event.preventDefault();
}

/** A form whose fields hide none of its members on any kind of page: for scripts of the page, which use them. */
async function bareForm(attributes: Record<string, string> = {}): Promise<HTMLFormElement> {
  const place = await fixture(html`<div></div>`);
  const form = document.createElement('form');
  for (const [name, value] of Object.entries(attributes)) form.setAttribute(name, value);
  place.append(form);
  return form;
}

function refusal(form: HTMLFormElement): PayError | undefined {
  try {
    PaymentForm.of(form).assertPostable();
    return undefined;
  } catch (error) {
    return error as PayError;
  }
}

describe('PaymentForm', () => {
  it('is one for each form', async () => {
    const form = await fixture<HTMLFormElement>(html`<form method="post"></form>`);
    expect(PaymentForm.of(form)).to.equal(PaymentForm.of(form));
    expect(PaymentForm.of(form)).not.to.equal(PaymentForm.of(document.createElement('form')));
  });

  describe('write()', () => {
    it('adds hidden fields in their order, after those of the page', async () => {
      const form = await fixture<HTMLFormElement>(html`
        <form method="post"><input name="size" value="L" /></form>
      `);
      PaymentForm.of(form).write([
        ['stripe_token', 'tok_1'],
        ['stripe_email', 'ada@example.com'],
      ]);
      expect(posted(form)).to.deep.equal([
        ['size', 'L'],
        ['stripe_token', 'tok_1'],
        ['stripe_email', 'ada@example.com'],
      ]);
      expect(form.querySelectorAll('input[type=hidden][autocomplete=off]')).to.have.lengthOf(2);
    });

    it('21. replaces what it wrote, and hidden fields of that name that others wrote', async () => {
      const form = await fixture<HTMLFormElement>(html`
        <form method="post">
          <input type="hidden" name="stripe_token" value="tok_old" />
          <input type="hidden" name="stripe_token" value="tok_older" />
        </form>
      `);
      const paymentForm = PaymentForm.of(form);
      paymentForm.write([['stripe_token', 'tok_1']]);
      paymentForm.write([['stripe_token', 'tok_2']]);
      expect(posted(form)).to.deep.equal([['stripe_token', 'tok_2']]);
    });
  });

  describe('clear()', () => {
    it('takes our fields out and leaves those of the page', async () => {
      const form = await fixture<HTMLFormElement>(html`
        <form method="post"><input name="size" value="L" /></form>
      `);
      const paymentForm = PaymentForm.of(form);
      paymentForm.write([['stripe_token', 'tok_1']]);
      expect(paymentForm.hasPayment).to.be.true;
      paymentForm.clear();
      expect(paymentForm.hasPayment).to.be.false;
      expect(posted(form)).to.deep.equal([['size', 'L']]);
    });

    it('36. happens by itself when the page comes back from the back/forward cache', async () => {
      const form = await fixture<HTMLFormElement>(html`<form method="post"></form>`);
      const paymentForm = PaymentForm.of(form);
      paymentForm.write([['stripe_token', 'tok_1']]);
      window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: false}));
      expect(paymentForm.hasPayment).to.be.true;
      window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
      expect(posted(form)).to.deep.equal([]);
    });
  });

  describe('submit()', () => {
    it('is a real submit, which says that the browser is leaving', async () => {
      // In a frame, since it is that document which leaves.
      const frame = await fixture<HTMLIFrameElement>(html`<iframe></iframe>`);
      const form = frame.contentDocument!.createElement('form');
      form.method = 'post';
      form.action = '/no-content';
      frame.contentDocument!.body.append(form);
      let seen = 0;
      form.addEventListener('submit', () => seen++);
      expect(PaymentForm.of(form).submit()).to.equal('leaving');
      expect(seen).to.equal(1);
    });

    it('says that the browser stays when the page prevents it', async () => {
      const form = await fixture<HTMLFormElement>(html`<form method="post"></form>`);
      form.addEventListener('submit', event => event.preventDefault());
      expect(PaymentForm.of(form).submit()).to.equal('prevented');
    });

    it('says that the browser stays when the answer goes elsewhere', async () => {
      const page = await fixture(html`
        <div>
          <form method="post" action="/no-content" target="elsewhere"></form>
          <iframe name="elsewhere"></iframe>
        </div>
      `);
      expect(PaymentForm.of(page.querySelector('form')!).submit()).to.equal('elsewhere');
    });

    it('does not submit a form that is not valid', async () => {
      const form = await fixture<HTMLFormElement>(html`
        <form method="post"><input name="size" required /></form>
      `);
      let seen = 0;
      form.addEventListener('submit', () => seen++);
      expect(PaymentForm.of(form).checkValidity()).to.be.false;
      expect(PaymentForm.of(form).submit()).to.equal('prevented');
      expect(seen).to.equal(0);
    });
  });

  describe('post()', () => {
    it('submits past the page’s handlers and validation', async () => {
      const page = await fixture(html`
        <div>
          <form method="post" action="/no-content" target="elsewhere">
            <input name="size" required />
          </form>
          <iframe name="elsewhere"></iframe>
        </div>
      `);
      const form = page.querySelector('form')!;
      let heard = 0;
      form.addEventListener('submit', () => heard++);
      const posted = new Promise(resolve => {
        form.addEventListener('formdata', resolve, {once: true});
      });
      expect(PaymentForm.of(form).post()).to.be.false;
      await posted;
      expect(heard).to.equal(0);
    });
  });

  describe('a form that a script may handle', () => {
    it('is submitted where a script does', async () => {
      const form = await bareForm();
      form.addEventListener('submit', preventDefault);
      expect(PaymentForm.of(form).submit()).to.equal('prevented');
    });

    for (const action of ['', 'javascript:void 0']) {
      it(`is stopped where none does, with the action "${action}"`, async () => {
        const form = await bareForm({action});
        let isPrevented: boolean | undefined;
        // After our own listener there.
        const look = (event: Event) => queueMicrotask(() => (isPrevented = event.defaultPrevented));
        form.addEventListener('submit', look);
        const problem = problemIn(() => void PaymentForm.of(form).submit());
        await Promise.resolve();
        expect(problem?.code).to.equal('form_method');
        expect(isPrevented).to.equal(true);
      });
    }

    it('is posted while our fields are in it, so that no token gets into the address', async () => {
      const form = await bareForm();
      const paymentForm = PaymentForm.of(form);
      paymentForm.write([['stripe_token', 'tok_1']], true);
      expect(form.method).to.equal('post');
      paymentForm.write([['stripe_token', 'tok_2']], true);
      expect(form.method).to.equal('post');
      paymentForm.clear();
      expect(form.hasAttribute('method')).to.equal(false);
    });

    it('is posted where its submit button says so', async () => {
      const form = await bareForm();
      const button = document.createElement('button');
      button.setAttribute('formmethod', 'post');
      form.append(button);
      form.addEventListener('submit', preventDefault);
      const paymentForm = PaymentForm.of(form);
      paymentForm.write([['stripe_token', 'tok_1']], true);
      const problem = problemIn(() => paymentForm.assertPostable(button));
      expect(problem).to.equal(undefined);
    });

    it('gives the token to a script that makes up its data during the event', async () => {
      const form = await bareForm();
      let names: string[] = [];
      form.addEventListener('submit', event => {
        names = posted(form).map(([name]) => name);
        event.preventDefault();
      });
      const paymentForm = PaymentForm.of(form);
      paymentForm.write([['stripe_token', 'tok_1']]);
      paymentForm.submit();
      expect(names).to.deep.equal(['stripe_token']);
      expect(posted(form)).to.deep.equal([['stripe_token', 'tok_1']]);
    });
  });

  describe('isTaken', () => {
    const reads: readonly [what: string, read: (form: HTMLFormElement) => unknown][] = [
      ['FormData', form => new FormData(form)],
      ['the value of our field', form => form.querySelector('input')!.value],
      [
        'every control’s value',
        form => Array.from(form.elements, element => 'value' in element && element.value),
      ],
    ];
    for (const [what, read] of reads) {
      it(`is true once the page has read ${what}, until the field goes`, async () => {
        const form = await bareForm({method: 'post'});
        const paymentForm = PaymentForm.of(form);
        paymentForm.write([['stripe_token', 'tok_1']]);
        expect(paymentForm.isTaken).to.equal(false);
        read(form);
        expect(paymentForm.isTaken).to.equal(true);
        paymentForm.clear();
        expect(paymentForm.isTaken).to.equal(false);
      });
    }

    it('posts what a script of the page has written into our field', async () => {
      const form = await bareForm({method: 'post'});
      PaymentForm.of(form).write([['stripe_token', 'tok_1']]);
      const input = form.querySelector('input')!;
      input.value = 'tok_2';
      expect(input.value).to.equal('tok_2');
      expect(posted(form)).to.deep.equal([['stripe_token', 'tok_2']]);
    });
  });

  describe('hasInvalidField', () => {
    const fields: readonly [what: string, markup: Partial<HTMLInputElement>, invalid: boolean][] = [
      ['a field that is required and empty', {required: true}, true],
      ['a field that a script has marked', {ariaInvalid: 'true'}, true],
      ['a field that a script has checked', {ariaInvalid: 'false'}, false],
      ['a field that may be empty', {}, false],
    ];
    for (const [what, markup, invalid] of fields) {
      it(`is ${invalid} with ${what}, in a form that the browser does not validate`, () => {
        const form = document.createElement('form');
        form.noValidate = true;
        const input = document.createElement('input');
        Object.assign(input, markup);
        form.append(input);
        expect(PaymentForm.of(form).hasInvalidField).to.equal(invalid);
        expect(PaymentForm.of(form).checkValidity()).to.equal(true);
      });
    }
  });

  describe('action()', () => {
    it('is the page’s own address without an action, whatever a <base> says', async () => {
      const frame = await fixture<HTMLIFrameElement>(
        html`<iframe src="/no-such-page?x=1"></iframe>`,
      );
      const isThere = () =>
        frame.contentDocument?.readyState === 'complete' &&
        frame.contentDocument.URL.endsWith('/no-such-page?x=1');
      // It may have come while the fixture was drawn.
      while (!isThere()) {
        await new Promise(resolve => frame.addEventListener('load', resolve, {once: true}));
      }
      const page = frame.contentDocument!;
      page.head.append(Object.assign(page.createElement('base'), {href: '/app/'}));
      const form = page.createElement('form');
      page.body.append(form);
      const paymentForm = PaymentForm.of(form);
      expect(paymentForm.action()?.pathname).to.equal('/no-such-page');
      form.setAttribute('action', '');
      expect(paymentForm.action()?.pathname).to.equal('/no-such-page');
      form.setAttribute('action', 'charge');
      expect(paymentForm.action()?.pathname).to.equal('/app/charge');
      const button = page.createElement('button');
      button.setAttribute('formaction', 'other');
      expect(paymentForm.action(button)?.pathname).to.equal('/app/other');
    });
  });

  describe('onSubmit()', () => {
    it('hears every submit that the page has not stopped, until it is told to stop', async () => {
      const form = await fixture<HTMLFormElement>(html`
        <form method="post"><button>Save</button></form>
      `);
      rootOf(form).addEventListener('submit', preventDefault);
      let heard = 0;
      const stop = PaymentForm.of(form).onSubmit(() => heard++);
      form.requestSubmit();
      form.requestSubmit(form.querySelector('button'));
      expect(heard).to.equal(2);

      form.addEventListener('submit', preventDefault, {capture: true});
      form.requestSubmit();
      form.removeEventListener('submit', preventDefault, {capture: true});
      stop();
      form.requestSubmit();
      rootOf(form).removeEventListener('submit', preventDefault);
      expect(heard).to.equal(2);
    });
  });

  describe('a submit button of the page’s own', () => {
    const buttons: readonly [formmethod: string | null, posts: boolean][] = [
      [null, true],
      ['post', true],
      ['get', false],
      ['dialog', false],
      ['nonsense', false],
    ];
    for (const [formmethod, posts] of buttons) {
      it(`30. with formmethod="${formmethod}" ${posts ? 'sends' : 'does not send'} the token`, async () => {
        const form = await fixture<HTMLFormElement>(html`
          <form method="post" action="/charge"><button>Save</button></form>
        `);
        const button = form.querySelector('button')!;
        if (formmethod !== null) button.setAttribute('formmethod', formmethod);
        PaymentForm.of(form).write([['stripe_token', 'tok_1']]);
        let names: string[] = [];
        const keep = (event: Event) => {
          event.preventDefault();
          names = posted(form).map(([name]) => name);
        };
        rootOf(form).addEventListener('submit', keep, {once: true});
        button.click();
        expect(names).to.deep.equal(posts ? ['stripe_token'] : []);
      });
    }
  });

  describe('a form whose fields hide its own members', () => {
    const names = ['submit', 'requestSubmit', 'reportValidity', 'appendChild', 'method', 'action'];
    names.push('elements', 'getAttribute', 'target', 'baseURI', 'addEventListener');

    it('17. is checked, written and submitted all the same', async () => {
      const form = await fixture<HTMLFormElement>(html`
        <form method="post" action="/charge">
          ${names.map(name => html`<input name=${name} value="x" />`)}
        </form>
      `);
      const paymentForm = PaymentForm.of(form);
      paymentForm.assertPostable();
      expect(paymentForm.reportValidity()).to.be.true;
      paymentForm.write([['stripe_token', 'tok_1']]);
      let data: [string, FormDataEntryValue][] = [];
      const keep = (event: Event) => {
        event.preventDefault();
        data = posted(event.target as HTMLFormElement);
      };
      rootOf(form).addEventListener('submit', keep, {once: true});
      paymentForm.submit();
      expect(data.at(-1)).to.deep.equal(['stripe_token', 'tok_1']);
      expect(data).to.have.lengthOf(names.length + 1);
    });
  });

  describe('hasPayment', () => {
    const payments: readonly [written: boolean, posted: boolean, has: boolean][] = [
      [false, false, false],
      [false, true, false],
      [true, false, true],
      [true, true, false],
    ];
    for (const [written, isPosted, has] of payments) {
      it(`is ${has} where one was written ${written}, posted ${isPosted}`, async () => {
        const page = await fixture(html`
          <div>
            <form method="post" action="/no-content" target="elsewhere"></form>
            <iframe name="elsewhere"></iframe>
          </div>
        `);
        const form = PaymentForm.of(page.querySelector('form')!);
        if (written) form.write([['stripe_token', 'tok_1']]);
        if (isPosted) form.post();
        expect(form.hasPayment).to.equal(has);
      });
    }
  });

  describe('hasSubmitButton', () => {
    const controls: readonly [tag: string, type: string | undefined, submits: boolean][] = [
      ['button', undefined, true],
      ['button', 'submit', true],
      ['button', 'button', false],
      ['button', 'reset', false],
      ['input', 'submit', true],
      ['input', 'image', true],
      ['input', 'button', false],
      ['input', undefined, false],
      ['select', undefined, false],
      ['output', undefined, false],
    ];
    for (const [tag, type, submits] of controls) {
      // A form's `elements` leave images out.
      const expected = submits && type !== 'image';
      it(`is ${expected} with <${tag}${type ? ` type="${type}"` : ''}>`, async () => {
        const form = await fixture<HTMLFormElement>(html`<form method="post"></form>`);
        const control = document.createElement(tag);
        if (type) control.setAttribute('type', type);
        form.append(control);
        expect(PaymentForm.of(form).hasSubmitButton).to.equal(expected);
      });
    }
  });

  describe('assertPostable()', () => {
    // Before the others, since it is said once a page.
    it('31. lets a form pass that posts to another site, with one warning', async () => {
      const warnings = listenToConsole('warn');
      const form = await fixture<HTMLFormElement>(html`<form method="post" action="/x"></form>`);
      expect(refusal(form)).to.equal(undefined);
      expect(warnings.said).to.deep.equal([]);
      form.action = 'https://pay.example/charge';
      expect([refusal(form), refusal(form)]).to.deep.equal([undefined, undefined]);
      warnings.restore();
      expect(warnings.said).to.deep.equal(['pay-button: the form posts to another site.']);
    });

    const bases: readonly [base: string, action: string, passes: boolean][] = [
      ['https://shop.example/', 'https://pay.example/', true],
      ['https://shop.example/', 'http://pay.example/', false],
      ['https://shop.example/', '/charge', true],
      ['http://shop.example/', 'https://pay.example/', true],
      ['http://shop.example/', 'http://pay.example/', true],
      ['http://shop.example/', '/charge', true],
      ['https://shop.example/', 'data:text/html,x', false],
      ['http://shop.example/', 'data:text/html,x', false],
    ];
    for (const [base, action, passes] of bases) {
      it(`31. lets a form pass: ${passes}, from ${base} to ${action}`, () => {
        const page = document.implementation.createHTMLDocument();
        page.head.append(Object.assign(page.createElement('base'), {href: base}));
        const form = Object.assign(page.createElement('form'), {method: 'post', action});
        page.body.append(form);
        expect(refusal(form)?.code).to.equal(passes ? undefined : 'form_action');
      });
    }

    it('lets a form pass that posts to this site', async () => {
      const form = await fixture<HTMLFormElement>(html`<form method="POST" action="/x"></form>`);
      expect(refusal(form)).to.equal(undefined);
    });

    it('lets a form pass without an action', async () => {
      const form = await fixture<HTMLFormElement>(html`<form method="post"></form>`);
      expect(refusal(form)).to.equal(undefined);
    });

    for (const method of ['get', 'dialog', '', 'GET']) {
      it(`30. refuses the method ${JSON.stringify(method)}`, async () => {
        const form = await fixture<HTMLFormElement>(html`<form method=${method}></form>`);
        expect(refusal(form)).to.include({code: 'form_method', audience: 'merchant'});
      });
    }

    it('30. refuses a form without a method, which gets', async () => {
      const form = await fixture<HTMLFormElement>(html`<form></form>`);
      expect(refusal(form)?.message).to.contain('method="post"').and.contain('no method');
    });

    const scripted: readonly [method: string | null, action: string | null, code?: string][] = [
      [null, null],
      [null, 'javascript:throw new Error()'],
      ['post', 'javascript:throw new Error()'],
      ['get', null, 'form_method'],
      ['dialog', null, 'form_method'],
      [null, 'mailto:a@b.example', 'form_action'],
      ['post', 'mailto:a@b.example', 'form_action'],
    ];
    for (const [method, action, code] of scripted) {
      it(`${code ? 'refuses' : 'allows'} method ${method}, action ${action} where a script may handle the submit`, () => {
        const form = document.createElement('form');
        if (method !== null) form.setAttribute('method', method);
        if (action !== null) form.setAttribute('action', action);
        const warnings = listenToConsole('warn');
        const problem = problemIn(() => PaymentForm.of(form).assertPostable(undefined, true));
        warnings.restore();
        expect(problem?.code).to.equal(code);
      });
    }

    it('looks at what the submit button says first', () => {
      const form = document.createElement('form');
      form.method = 'post';
      const button = document.createElement('button');
      button.formMethod = 'get';
      const problem = problemIn(() => PaymentForm.of(form).assertPostable(button));
      expect(problem?.code).to.equal('form_method');
    });

    for (const [action, found] of [
      ['javascript:alert(1)', 'javascript:'],
      ['mailto:a@b.example', 'mailto:'],
      ['https://', 'malformed'],
    ] as const) {
      it(`31. refuses the action ${action}, and says what is expected`, async () => {
        const form = await fixture<HTMLFormElement>(html`<form method="post"></form>`);
        form.setAttribute('action', action);
        const error = refusal(form);
        expect(error).to.include({code: 'form_action', audience: 'merchant'});
        expect(error?.message).to.contain('must be an https: address').and.contain(`is ${found}.`);
      });
    }
  });
});
