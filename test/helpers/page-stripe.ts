import {stripeGateway} from '../../src/gateways/stripe.js';
import type {CardEvent, CardRequest} from '../../src/gateways/gateway.js';

type Handler = (event: Record<string, unknown>) => void;

export const request: CardRequest = {
  key: 'pk_test_1',
  account: undefined,
  locale: 'en',
  create: 'token',
  usage: undefined,
  amount: undefined,
  currency: 'usd',
  billingAddress: false,
  zipCode: false,
};

export const look = {
  color: 'rgb(1, 2, 3)',
  placeholderColor: '#666',
  errorColor: '#f00',
  fontFamily: 'serif',
  fontSize: '16px',
};

/** Just enough of Stripe.js for one gateway; the real shape is tested against the sandbox. */
export class PageStripe {
  readonly handlers: Record<string, Record<string, Handler>> = {};
  /** The options of each element, and of their group. */
  readonly created: Record<string, Record<string, unknown>> = {};
  readonly updated: [type: string, options: unknown][] = [];
  readonly destroyed: string[] = [];
  /** What was asked for, by method. */
  readonly asked: [method: string, data: unknown][] = [];
  answer: () => Promise<unknown> = () => Promise.resolve({});
  submitted: object = {};
  createSource?: (element: unknown, data: unknown) => Promise<unknown>;

  elements(options: Record<string, unknown>) {
    this.created['group'] = options;
    return {
      create: (type: string, options: Record<string, unknown>) => this.#create(type, options),
      submit: () => Promise.resolve(this.submitted),
      update: (options: unknown) => this.updated.push(['group', options]),
    };
  }

  createToken(_element: unknown, data: unknown) {
    return this.#ask('createToken', data);
  }

  createPaymentMethod({billing_details}: {billing_details: unknown}) {
    return this.#ask('createPaymentMethod', billing_details);
  }

  createConfirmationToken({params}: {params: unknown}) {
    return this.#ask('createConfirmationToken', params);
  }

  handleNextAction(data: unknown) {
    return this.#ask('handleNextAction', data);
  }

  #ask(method: string, data: unknown) {
    this.asked.push([method, data]);
    return this.answer();
  }

  #create(type: string, options: Record<string, unknown>) {
    const handlers: Record<string, Handler> = (this.handlers[type] = {});
    this.created[type] = options;
    return {
      on: (name: string, handler: Handler) => (handlers[name] = handler),
      mount: () => {},
      focus: () => {},
      update: (options: unknown) => this.updated.push([type, options]),
      destroy: () => {
        if (this.destroyed.includes(type)) throw new Error('Destroyed already.');
        this.destroyed.push(type);
      },
    };
  }
}

/** The page's own Stripe.js: is used as it is, so that nothing is fetched. */
export async function mounted(page: PageStripe, wanted: Partial<CardRequest> = {}) {
  const calls: unknown[][] = [];
  const Stripe = (...parameters: unknown[]) => {
    calls.push(parameters.filter(parameter => parameter !== undefined));
    return page;
  };
  Object.assign(window, {Stripe: Object.assign(Stripe, {version: 'endive'})});
  const asked = {...request, ...wanted};
  const card = await stripeGateway.load(asked);
  const events: CardEvent[] = [];
  const places = stripeGateway
    .fieldsFor(asked.create)
    .map(field => [field, document.createElement('div')] as const);
  card.mount(Object.fromEntries(places), look, event => events.push(event));
  return {card, events, calls};
}

/** What a promise is rejected with; nothing where it is not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}
