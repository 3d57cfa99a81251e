import {expect} from '@open-wc/testing';
import {stripeGateway} from '../../src/gateways/stripe.js';
import {PageStripe, rejection, request} from '../helpers/page-stripe.js';

/** The next script that is put on the page, which is kept from it: what becomes of it is the test's to say. */
function nextScript(): Promise<HTMLScriptElement> {
  return new Promise(resolve => {
    document.head.append = script => {
      Reflect.deleteProperty(document.head, 'append');
      resolve(script as HTMLScriptElement);
    };
  });
}

describe('the script of Stripe.js', () => {
  afterEach(() => {
    Reflect.deleteProperty(window, 'Stripe');
  });

  // One test: a page that has it never asks for it again.
  it('comes from Stripe, once for all who wait for it, and anew where it has failed', async () => {
    const first = nextScript();
    const failed = rejection(stripeGateway.load(request));
    (await first).dispatchEvent(new Event('error'));
    expect(await failed).to.include({code: 'unreachable', audience: 'network'});

    const second = nextScript();
    const loads = [stripeGateway.load(request), stripeGateway.load(request)];
    const script = await second;
    expect(script).not.to.equal(await first);
    expect(script.src).to.equal('https://js.stripe.com/endive/stripe.js');
    const Stripe = Object.assign(() => new PageStripe(), {version: 'endive'});
    Object.assign(window, {Stripe});
    script.dispatchEvent(new Event('load'));
    expect(await Promise.all(loads)).to.have.length(2);
  });
});
