import {expect} from '@open-wc/testing';
import type {CardForm} from '../../src/gateways/gateway.js';
import {stripeGateway} from '../../src/gateways/stripe.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {PageStripe, rejection, request} from '../helpers/page-stripe.js';
import {turn} from '../helpers/turn.js';
import {pagePolicy} from '../helpers/page-policy.js';

/** The next script that is put on the page, which is kept from it. */
function nextScript(): Promise<HTMLScriptElement> {
  return new Promise(resolve => {
    document.head.append = script => {
      Reflect.deleteProperty(document.head, 'append');
      resolve(script as HTMLScriptElement);
    };
  });
}

const stripeJs = () => Object.assign(() => new PageStripe(), {version: 'endive'});

/** Runs as a script of the page runs: the browser tells then which one it is. */
function runAs(script: HTMLScriptElement, run: () => void): void {
  const own = Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript')!;
  const getter = {configurable: true, get: () => script};
  Object.defineProperty(Document.prototype, 'currentScript', getter);
  run();
  Object.defineProperty(Document.prototype, 'currentScript', own);
}

/** A tag of Stripe's on the page, which asks nothing of the network: its type comes first. */
function pageTag(type: string): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = 'text/plain';
  script.src = pagePolicy.createScriptURL('https://js.stripe.com/v3/');
  document.body.append(script);
  script.type = type;
  return script;
}

describe('a page where something looks like Stripe.js', () => {
  let warnings: ReturnType<typeof listenToConsole>;
  beforeEach(() => (warnings = listenToConsole('warn')));
  afterEach(() => {
    warnings.restore();
    document.querySelectorAll('script[src*="js.stripe.com"]').forEach(script => script.remove());
    Reflect.deleteProperty(window, 'Stripe');
  });

  // One test: a page that has loaded it never asks for it again.
  it('keeps it, and has Stripe.js beside it', async () => {
    const old = Object.assign(() => undefined, {setPublishableKey: () => {}});
    Object.assign(window, {Stripe: old});
    const consent = pageTag('text/plain');
    const failing = pageTag('text/javascript');
    const blocked = nextScript();
    const failed = rejection(stripeGateway.load(request));
    await turn();
    failing.dispatchEvent(new Event('error'));
    const tag = await blocked;
    tag.dispatchEvent(new Event('error'));
    expect(await failed).to.include({code: 'unreachable'});
    expect(window.Stripe).to.equal(old);
    expect([consent.isConnected, failing.isConnected]).to.deep.equal([true, true]);
    expect(warnings.said.join()).to.match(/window\.Stripe.*type="text\/plain".*type="text\/java/);

    const second = nextScript();
    const loads: Promise<CardForm>[] = [stripeGateway.load(request), stripeGateway.load(request)];
    const script = await second;
    runAs(script, () => {
      expect(window.Stripe).to.equal(undefined);
      Object.assign(window, {Stripe: stripeJs()});
    });
    expect(window.Stripe).to.equal(old);
    script.dispatchEvent(new Event('load'));
    expect(await Promise.all(loads)).to.have.length(2);
    expect(window.Stripe).to.equal(old);

    Object.assign(window, {Stripe: stripeJs()});
    await stripeGateway.load(request);
    expect(warnings.said).to.have.length(3);
  });
});
