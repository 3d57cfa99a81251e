import {expect, fixture, html} from '@open-wc/testing';
import type {PayError} from '../../src/errors.js';
import {hiddenFault} from '../../src/form/hidden-fault.js';
import {PaymentForm} from '../../src/form/payment-form.js';
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
      expect(PaymentForm.of(form).submit()).to.be.true;
      expect(seen).to.equal(1);
    });

    it('says that the browser stays when the page prevents it', async () => {
      const form = await fixture<HTMLFormElement>(html`<form method="post"></form>`);
      form.addEventListener('submit', event => event.preventDefault());
      expect(PaymentForm.of(form).submit()).to.be.false;
    });

    it('says that the browser stays when the answer goes elsewhere', async () => {
      const page = await fixture(html`
        <div>
          <form method="post" action="/no-content" target="elsewhere"></form>
          <iframe name="elsewhere"></iframe>
        </div>
      `);
      expect(PaymentForm.of(page.querySelector('form')!).submit()).to.be.false;
    });

    it('does not submit a form that is not valid', async () => {
      const form = await fixture<HTMLFormElement>(html`
        <form method="post"><input name="size" required /></form>
      `);
      let seen = 0;
      form.addEventListener('submit', () => seen++);
      expect(PaymentForm.of(form).submit()).to.be.false;
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

  describe('hiddenFault', () => {
    const faults: readonly [novalidate: boolean, valid: boolean, seen: boolean, hidden: boolean][] =
      [
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
            <input name="size" ?required=${!valid} ?hidden=${!seen} />
          </form>
        `);
        expect(hiddenFault(form)).to.equal(hidden ? 'size' : undefined);
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
      expect(refusal(form)?.message).to.contain('method="post"').and.contain('"get"');
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
