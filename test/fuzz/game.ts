import {expect} from '@open-wc/testing';
import type {PayDialog} from '../../src/elements/pay-dialog.js';
import type {PayResult} from '../../src/checkout/payment.js';
import {PayError} from '../../src/errors.js';
import {deferred} from '../helpers/deferred.js';
import {declined, product, StubGateway} from '../helpers/stub-gateway.js';
import {turn} from '../helpers/turn.js';

/** What can happen to a button and its dialog, in any order. */
export const deeds = [
  'open',
  'click',
  'ready',
  'complete',
  'complain',
  'pay',
  'enter',
  'makeToken',
  'refuse',
  'failFields',
  'failLoading',
  'load',
  'escapeInField',
  'escape',
  'pressClose',
  'close',
  'hidePage',
  'showPage',
  'answer',
  'refuseInShop',
  'loseAnswer',
  'askBank',
  'sayCharged',
  'sayRefused',
  'sayUnknown',
  'sayNonsense',
  'agree',
  'disagree',
  'changeAmount',
  'breakKey',
  'mendKey',
  'disable',
  'move',
  'remove',
  'insert',
  'reset',
  'submit',
  'holdOpening',
  'letOpen',
  'openAgainWhenClosed',
  'keepToken',
] as const;

/** A page with two forms, its customer, a gateway, a shop's server and a bank. */
export class Game implements Record<(typeof deeds)[number], () => void> {
  readonly #gateway = new StubGateway({loads: false});
  readonly #page = document.createElement('div');
  readonly #forms = [form(), form()];
  readonly #button = document.createElement('pay-button');
  readonly #fetch = window.fetch.bind(window);
  readonly #frame = window.requestAnimationFrame.bind(window);
  /** Each of them settles at the end, if it was not refused at once. */
  readonly #results: Promise<PayResult | PayError>[] = [];
  readonly #made: string[] = [];
  /** The credential of each post. */
  readonly #posted: string[] = [];
  /** The credential that was posted last, while it may be charged. */
  #pending: string | undefined;
  /** What was seen where an error would get lost. */
  readonly #faults: string[] = [];
  readonly #dialogs = new Set<PayDialog>();
  readonly #observer = new MutationObserver(records => this.#count(records));
  #closings = 0;
  #held = deferred();
  #holds = false;
  #answers: ((answer: object | undefined) => void)[] = [];

  constructor(confirm: 'navigate' | 'fetch') {
    this.#gateway.ready = false;
    this.#gateway.succeedLoading();
    this.#button.gateway = this.#gateway;
    this.#button.setAttribute('data-key', 'pk_test_1');
    this.#button.setAttribute('data-confirm', confirm);
    this.#button.addEventListener('pay-close', () => {
      this.#closings++;
      this.#pending = undefined;
    });
    this.#button.addEventListener('pay-error', ({error}) => {
      if (!(error instanceof PayError)) this.#faults.push(String(error));
    });
    this.#button.addEventListener('pay-open', event => {
      if (this.#holds) event.waitUntil(this.#held.promise);
    });
    for (const form of this.#forms) {
      form.addEventListener('submit', event => {
        // The dialog's question to the page is none of the browser's.
        if (!event.isTrusted) return;
        event.preventDefault();
        const data = new FormData(form);
        // The page may submit by itself, with what is there.
        if (this.#button.state === 'delivering' && data.has('stripe_token')) this.#post(data);
      });
    }
    // Frames come as fast as the game goes.
    window.requestAnimationFrame = draw => {
      void turn().then(() => draw(0));
      return 0;
    };
    window.fetch = (_, init) => this.#receive(init?.body as URLSearchParams);
    this.#page.append(...this.#forms);
    this.#forms[0]?.append(this.#button);
    document.body.append(this.#page);
    this.#observer.observe(document.documentElement, {childList: true});
  }

  open() {
    this.#results.push(
      this.#button.open().catch((error: unknown) => {
        if (!(error instanceof PayError)) this.#faults.push(String(error));
        return error as PayError;
      }),
    );
  }

  click() {
    this.#button.shadowRoot?.querySelector('button')?.click();
  }

  ready() {
    for (const field of this.#gateway.inputs.keys()) this.#gateway.say({type: 'ready', field});
  }

  complete() {
    this.#gateway.completeCard();
  }

  complain() {
    const error = {code: 'invalid_number', message: 'Wrong.'};
    this.#gateway.say({type: 'change', field: 'number', complete: false, error});
  }

  pay() {
    this.#find('.pay')?.click();
  }

  /** In a field of the provider's. */
  enter() {
    this.#dialog?.querySelector('form')?.requestSubmit();
  }

  makeToken() {
    const id = `tok_${this.#made.length}`;
    this.#made.push(id);
    this.#gateway.succeed({...product, id});
  }

  refuse() {
    this.#gateway.refuse(declined());
  }

  failFields() {
    this.#gateway.say({type: 'failed', cause: new Error('frame')});
  }

  failLoading() {
    this.#gateway.failLoading(new PayError('unreachable', 'network', 'No answer.'));
  }

  load() {
    this.#gateway.succeedLoading();
  }

  escapeInField() {
    this.#gateway.say({type: 'escape', field: 'number'});
  }

  escape() {
    this.#find('dialog')?.dispatchEvent(new Event('cancel', {cancelable: true}));
  }

  pressClose() {
    this.#find('.close')?.click();
  }

  close() {
    this.#button.close();
  }

  hidePage() {
    window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
  }

  showPage() {
    window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
  }

  answer() {
    this.#answers.shift()?.({status: 'done'});
  }

  refuseInShop() {
    if (this.#answers.length) this.#pending = undefined;
    this.#answers.shift()?.({status: 'refused', code: 'insufficient_funds'});
  }

  loseAnswer() {
    this.#answers.shift()?.(undefined);
  }

  askBank() {
    this.#answers.shift()?.({status: 'action_required', client_secret: 'pi_1_secret_2'});
  }

  agree() {
    this.#gateway.authenticated(`pi_${this.#made.length}`);
  }

  /** The page says what became of a payment that it has taken over. */
  sayCharged() {
    void this.#button.complete({status: 'done'});
  }

  sayRefused() {
    if (this.#button.state === 'delivering') this.#pending = undefined;
    void this.#button.complete({status: 'refused', code: 'insufficient_funds'});
  }

  sayUnknown() {
    void this.#button.complete({status: 'unknown'});
  }

  sayNonsense() {
    void this.#button.complete({status: 'paid'} as never);
  }

  disagree() {
    if (this.#button.state === 'authenticating') this.#pending = undefined;
    this.#gateway.notAuthenticated(declined());
  }

  changeAmount() {
    this.#button.setAttribute('data-amount', String(100 + this.#posted.length));
  }

  breakKey() {
    this.#button.setAttribute('data-key', 'sk_test_1');
  }

  mendKey() {
    this.#button.setAttribute('data-key', 'pk_test_1');
    this.#button.disabled = false;
  }

  disable() {
    this.#button.disabled = true;
  }

  move() {
    const [first, second] = this.#forms;
    (first?.contains(this.#button) ? second : first)?.append(this.#button);
  }

  remove() {
    this.#button.remove();
  }

  insert() {
    this.#forms[0]?.prepend(this.#button);
  }

  reset() {
    this.#forms[0]?.reset();
  }

  submit() {
    this.#forms[0]?.requestSubmit();
  }

  /** The page has something to look up before the dialog opens. */
  holdOpening() {
    this.#holds = true;
  }

  letOpen() {
    this.#holds = false;
    this.#held.resolve();
    this.#held = deferred();
  }

  openAgainWhenClosed() {
    this.#button.addEventListener('pay-close', () => this.open(), {once: true});
  }

  /** Here, the page submits. */
  keepToken() {
    this.#button.addEventListener('pay-token', event => event.preventDefault(), {once: true});
  }

  /** As a customer goes about it, so that many games get as far as to a payment. */
  async fillIn() {
    this.open();
    await this.settle();
    this.ready();
    this.complete();
    this.pay();
    await this.settle();
  }

  async settle() {
    await this.#button.updateComplete;
    for (let time = 0; time < 4; time++) await turn();
  }

  check() {
    expect(this.#faults).to.deep.equal([]);
    const open = document.querySelectorAll('pay-dialog').length;
    expect(open, 'dialogs').to.be.at.most(1);
    expect(this.#button.state === 'closed', this.#button.state).to.equal(open === 0);
    for (const form of this.#forms) {
      const names = [...new FormData(form)].map(([name]) => name);
      expect(new Set(names).size, names.join()).to.equal(names.length);
    }
  }

  /** All that is under way comes to its end. */
  async end() {
    this.letOpen();
    await this.settle();
    this.check();
    this.#button.remove();
    await this.settle();
    // The dialog outlives its button, and a listener of the page may open the next one.
    while (this.#dialog) {
      this.#button.close();
      await this.settle();
    }
    while (this.#answers.length) {
      this.loseAnswer();
      await this.settle();
    }
    this.check();
    const results = await Promise.all(this.#results);
    for (const result of results) {
      if ('paid' in result) expect(this.#made).to.include(result.paid.product.id);
      if ('handled' in result) expect(this.#made).to.include(result.handled.product.id);
    }
    this.#count(this.#observer.takeRecords());
    expect(this.#closings, 'closings').to.equal(this.#dialogs.size);
  }

  restore() {
    this.#observer.disconnect();
    window.fetch = this.#fetch;
    window.requestAnimationFrame = this.#frame;
    this.#page.remove();
    for (const {checkout} of document.querySelectorAll('pay-dialog')) checkout.close('page');
  }

  get #dialog(): PayDialog | null {
    return document.querySelector('pay-dialog');
  }

  #find(selector: string): HTMLElement | null | undefined {
    return this.#dialog?.shadowRoot?.querySelector<HTMLElement>(selector);
  }

  #count(records: MutationRecord[]): void {
    for (const node of records.flatMap(({addedNodes}) => [...addedNodes])) {
      if (node instanceof HTMLElement && node.localName === 'pay-dialog') {
        this.#dialogs.add(node as PayDialog);
      }
    }
  }

  /** The shop's server gets a request. */
  async #receive(body: URLSearchParams): Promise<Response> {
    this.#post(body);
    const answer = await new Promise<object | undefined>(resolve => this.#answers.push(resolve));
    if (!answer) throw new TypeError('Failed to fetch');
    return Response.json(answer);
  }

  #post(body: FormData | URLSearchParams): void {
    const {state} = this.#button;
    const fields = [...body];
    const names = fields.map(([name]) => name).join();
    const id = fields[0]?.[1] as string;
    if (state !== 'delivering') this.#faults.push(`posted while ${state}`);
    if (!/^stripe_(token|payment_intent),stripe_token_type$/.test(names)) this.#faults.push(names);
    // The same may be posted again, to ask what became of it; after the bank's question by its payment's id.
    const isSame = id === this.#pending || id.startsWith('pi_');
    if (this.#pending && !isSame)
      this.#faults.push(`${id} posted while ${this.#pending} may be charged`);
    this.#pending = id;
    this.#posted.push(id);
  }
}

function form(): HTMLFormElement {
  return Object.assign(document.createElement('form'), {method: 'post', action: '/no-content'});
}
