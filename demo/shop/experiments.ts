import Stripe from 'stripe';

/** One request, and what was answered. */
export interface Step {
  readonly request: string;
  readonly answer: string;
  readonly isRefused: boolean;
}

export interface Experiment {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly run: (bench: Bench) => Promise<void>;
}

/** Each charge of an experiment: $5.00. */
const price = {amount: 500, currency: 'usd'} as const;

/** A test card, sent as only a sandbox takes it from a server. */
const card = {number: '4242424242424242', exp_month: '12', exp_year: '2040', cvc: '123'};

/** What a visitor can try. Which of these can be paid with once, and which again? */
export const experiments: readonly Experiment[] = [
  {
    id: 'token',
    title: 'A token, twice',
    text: 'A token has no status and no usage. It works once, whatever is done with it.',
    run: async bench => {
      const token = await bench.token();
      await bench.charge({source: token});
      await bench.charge({source: token});
    },
  },
  {
    id: 'single-use-source',
    title: 'A single-use source, twice',
    text: 'It is charged once, without a customer, and is consumed by that.',
    run: async bench => {
      const source = await bench.source('single_use');
      await bench.charge({source});
      await bench.status(source);
      await bench.charge({source});
    },
  },
  {
    id: 'reusable-source',
    title: 'A reusable source, twice, without a customer',
    text: 'Reusable, but charged without being attached to a customer: that consumes it as well.',
    run: async bench => {
      const source = await bench.source('reusable');
      await bench.charge({source});
      await bench.status(source);
      await bench.charge({source});
    },
  },
  {
    id: 'attached-source',
    title: 'A reusable source, twice, attached to a customer',
    text: 'The customer keeps it, and it stays chargeable. This is what lets people pay again.',
    run: async bench => {
      const source = await bench.source('reusable');
      const customer = await bench.customer(source);
      await bench.charge({customer, source});
      await bench.status(source);
      await bench.charge({customer, source});
    },
  },
];

/** Sends the requests of an experiment, and keeps each with its answer. */
export class Bench {
  readonly steps: Step[] = [];
  readonly #stripe: Stripe;

  constructor(stripe: Stripe) {
    this.#stripe = stripe;
  }

  token(): Promise<string> {
    return this.#make('Make a token of a card', () => this.#stripe.tokens.create({card}));
  }

  async source(usage: 'reusable' | 'single_use'): Promise<string> {
    const token = await this.token();
    return this.#make(`Make a source of it, usage: ${usage}`, () =>
      this.#stripe.sources.create({type: 'card', token, usage}),
    );
  }

  customer(source: string): Promise<string> {
    return this.#make('Attach it to a new customer', () => this.#stripe.customers.create({source}));
  }

  async charge(payer: {readonly source: string; readonly customer?: string}): Promise<void> {
    await this.#send('Charge $5.00', () => this.#stripe.charges.create({...price, ...payer}));
  }

  async status(source: string): Promise<void> {
    await this.#send('Look at the source', () => this.#stripe.sources.retrieve(source));
  }

  /** Sends what has to succeed for the rest to make sense. */
  async #make(request: string, send: () => Promise<Answer>): Promise<string> {
    const made = await this.#send(request, send);
    if (!made) throw new Error(`Refused: ${request}`);
    return made.id;
  }

  async #send(request: string, send: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      const made = await send();
      const facts = [made.id, made.usage, made.status].filter(Boolean).join(' · ');
      this.steps.push({request, answer: facts, isRefused: false});
      return made;
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeError)) throw error;
      const {statusCode, rawType, code, message} = error;
      // No answer, after all the time that a visitor may have to wait: no further request.
      if (statusCode === undefined) throw error;
      const facts = [statusCode, rawType, code].filter(Boolean).join(' · ');
      this.steps.push({request, answer: `${facts}: ${message}`, isRefused: true});
      return undefined;
    }
  }
}

/** What is shown of an object, where it has it. */
interface Answer {
  readonly id: string;
  readonly status?: string | null;
  readonly usage?: string | null;
}
