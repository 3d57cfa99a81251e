import {expect} from '@open-wc/testing';
import {resetMouse, sendKeys, sendMouse} from '@web/test-runner-commands';
import {next, part, untilReady} from '../helpers/mount-button.js';
import {opened} from '../helpers/open-dialog.js';

/** Types of events that a browser dispatches for what people do, by their standards. */
const types = {
  'UI Events':
    'click auxclick dblclick contextmenu mousedown mouseup mousemove mouseover mouseout wheel',
  focus: 'focusin focusout',
  keys: 'keydown keypress keyup beforeinput input compositionstart compositionupdate compositionend',
  'Pointer Events': 'pointerdown pointermove pointerup pointercancel pointerover pointerout',
  'capture of the pointer': 'gotpointercapture lostpointercapture',
  'Touch Events': 'touchstart touchmove touchend touchcancel',
  'Clipboard API': 'copy cut paste',
  'drag and drop': 'drag dragstart dragenter dragover dragleave dragend drop',
  forms: 'change reset submit select selectstart',
  motion: 'transitionstart transitionend animationstart animationend',
  'engines alone':
    'textInput DOMMouseScroll MozMousePixelScroll gesturestart gesturechange gestureend',
};

describe('events of the dialog', () => {
  let page: AbortController;
  beforeEach(() => (page = new AbortController()));
  afterEach(() => resetMouse());
  afterEach(() => {
    page.abort();
    document.querySelectorAll('pay-button').forEach(button => button.close());
  });

  async function openedWithEmail() {
    const mounted = await opened({'data-email': ''});
    await untilReady(mounted.dialog);
    return {...mounted, email: part<HTMLInputElement>(mounted.dialog, '#email')};
  }

  /** Listens as scripts of pages do, which take all elements' events for their own. */
  function listen(names: string, listener: (event: Event) => void, capture = false): void {
    const {signal} = page;
    for (const target of [window, document, document.documentElement, document.body]) {
      for (const type of names.split(' ')) {
        target.addEventListener(type, listener, {signal, capture, passive: false});
      }
    }
  }

  function dispatch(target: EventTarget, type: string): Event {
    const event = new Event(type, {bubbles: true, composed: true, cancelable: true});
    target.dispatchEvent(event);
    return event;
  }

  for (const [kind, names] of Object.entries(types)) {
    it(`end there: ${kind}`, async () => {
      const {email, gateway} = await openedWithEmail();
      const seen: string[] = [];
      listen(names, ({type}) => seen.push(type));
      const inside: string[] = [];
      for (const type of names.split(' ')) {
        email.addEventListener(type, () => inside.push(type), {once: true});
        dispatch(email, type);
        // Inputs of providers lie in the page's own tree.
        dispatch(gateway.inputs.get('number')!, type);
      }
      expect(seen).to.deep.equal([]);
      expect(inside).to.deep.equal(names.split(' '));
    });
  }

  it('are not spoiled by listeners that capture', async () => {
    const {email} = await openedWithEmail();
    const names = Object.values(types).join(' ');
    const seen = new Set<string>();
    const {signal} = page;
    for (const type of names.split(' ')) {
      const spoil = (event: Event) => {
        seen.add(event.type);
        event.preventDefault();
        event.stopPropagation();
        event.stopImmediatePropagation();
      };
      document.addEventListener(type, spoil, {signal, capture: true, passive: false});
      let arrived: Event | undefined;
      email.addEventListener(type, event => (arrived = event), {once: true});
      const event = dispatch(email, type);
      expect(event.defaultPrevented, type).to.equal(false);
      expect(arrived, type).to.equal(event);
    }
    expect([...seen]).to.deep.equal(names.split(' '));
  });

  it('can be prevented within the dialog', async () => {
    const {email, gateway} = await openedWithEmail();
    for (const target of [email, gateway.inputs.get('number')!]) {
      target.addEventListener('keydown', event => event.preventDefault(), {once: true});
      expect(dispatch(target, 'keydown').defaultPrevented).to.equal(true);
    }
  });

  it('let people type, paste and pay where the page handles every key and click', async () => {
    const {dialog, email, gateway} = await openedWithEmail();
    const names = Object.values(types).join(' ');
    const spoil = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    listen(names, spoil);
    document.addEventListener('keydown', spoil, {capture: true, signal: page.signal});
    document.addEventListener('click', spoil, {capture: true, signal: page.signal});
    email.focus();
    await sendKeys({type: 's/?b@example.com'});
    expect(email.value).to.equal('s/?b@example.com');
    gateway.completeCard();
    const pay = part(dialog, '.pay');
    pay.scrollIntoView();
    const {left, top} = pay.getBoundingClientRect();
    await sendMouse({type: 'click', position: [Math.ceil(left) + 9, Math.ceil(top) + 9]});
    expect(gateway.calls.tokenize).to.equal(1);
  });

  it('close it at Escape, whatever the page does with that key', async () => {
    const {button, email} = await openedWithEmail();
    const seen: string[] = [];
    listen('keydown keyup', event => {
      seen.push(event.type);
      event.preventDefault();
    });
    document.addEventListener('keydown', event => event.preventDefault(), {
      capture: true,
      signal: page.signal,
    });
    email.focus();
    const closed = next(button, 'pay-close');
    await sendKeys({down: 'Escape'});
    expect((await closed).reason).to.equal('escape');
    expect(seen).to.deep.equal([]);
    await sendKeys({up: 'Escape'});
  });

  it('stay there after a click beside the fields', async () => {
    const {dialog} = await openedWithEmail();
    const foot = part(dialog, '.foot');
    foot.scrollIntoView();
    const {left, top} = foot.getBoundingClientRect();
    await sendMouse({type: 'click', position: [Math.ceil(left) + 3, Math.ceil(top) + 3]});
    const seen: string[] = [];
    listen('keydown', ({type}) => seen.push(type));
    await sendKeys({press: 'a'});
    expect(document.activeElement).to.equal(dialog);
    expect(seen).to.deep.equal([]);
  });

  it('leave those of the page alone', async () => {
    const {button} = await openedWithEmail();
    const seen: string[] = [];
    listen('keydown', event => {
      seen.push(event.type);
      event.preventDefault();
    });
    expect(
      dispatch(document.body.appendChild(document.createElement('p')), 'keydown').defaultPrevented,
    ).to.equal(true);
    expect(seen).to.have.lengthOf(4);
    dispatch(button, 'keydown');
    expect(seen).to.have.lengthOf(8);
  });

  it('let pages hear of what their policy refuses', async () => {
    const {dialog, email} = await openedWithEmail();
    const type = 'securitypolicyviolation';
    const heard = next(dialog.parentElement!, type);
    // It violates nothing, so that the listeners of the tests must not hear of it.
    dialog.parentElement!.addEventListener(type, event => event.stopPropagation(), {once: true});
    const event = dispatch(email, type);
    expect(await heard).to.equal(event);
  });

  it('are listened to on the page only while it is open', async () => {
    const listening = new Set<string>();
    const own = EventTarget.prototype.addEventListener.bind(window);
    const add: typeof own = (type, listener, options) => {
      const {signal} = options as AddEventListenerOptions;
      listening.add(type);
      signal?.addEventListener('abort', () => listening.delete(type));
      own(type, listener, options);
    };
    Object.defineProperty(window, 'addEventListener', {value: add, configurable: true});
    try {
      const {button} = await openedWithEmail();
      expect([...listening]).to.include('keydown');
      const closed = next(button, 'pay-close');
      button.close();
      await closed;
      expect([...listening]).to.deep.equal([]);
    } finally {
      Reflect.deleteProperty(window, 'addEventListener');
    }
  });

  it('select text on pages that forbid it', async () => {
    const {dialog} = await openedWithEmail();
    const rule = new CSSStyleSheet();
    rule.replaceSync('* { -webkit-user-select: none; user-select: none }');
    document.adoptedStyleSheets.push(rule);
    const style = getComputedStyle(part(dialog, 'dialog'));
    const {userSelect = style.webkitUserSelect} = style;
    document.adoptedStyleSheets.pop();
    expect(userSelect).to.equal('text');
  });
});
