import type {Stripe, StripeCardNumberElement} from '@stripe/stripe-js';
import {attributeError, errorCodes, PayError} from '../errors.js';
import {getParts} from '../loading/parts.js';
import type {
  CardDetails,
  CardEvent,
  CardField,
  CardForm,
  CardLook,
  CardPlaces,
  CardRequest,
  CardSummary,
  Gateway,
  Product,
} from './gateway.js';
import {isBanksNo, payErrorFrom, refusal} from './stripe-errors.js';
import {stripeFor} from './stripe-loader.js';
import {
  type Answer,
  type CardParts,
  createToken,
  type Made,
  type PartsMaker,
  type ProductsPart,
  splitCard,
} from './stripe-parts.js';

declare module '../loading/parts.js' {
  interface Parts {
    readonly products: () => Promise<ProductsPart>;
  }
}

/** Stripe, through Stripe.js and its Elements. */
export const stripeGateway: Gateway = {
  name: 'Stripe',

  isTestKey(key) {
    if (/(sk|rk|whsec)_/.test(key)) {
      throw attributeError(
        errorCodes.secretKey,
        'data-key',
        'your publishable key (pk_…), not a secret one, which everyone can see on this page: roll it now in ' +
          'the Stripe Dashboard',
      );
    }
    if (!/^pk_(test|live)_\w+$/.test(key)) {
      // Without what was found: it may hold a secret all the same.
      throw attributeError(errorCodes.invalidKey, 'data-key', 'a publishable key (pk_test_…)');
    }
    return key.startsWith('pk_test_');
  },

  fieldsFor: create => (create === 'confirmation-token' ? ['card'] : ['number', 'expiry', 'cvc']),

  async load(request) {
    stripeGateway.isTestKey(request.key);
    const [stripe, makeParts] = await Promise.all([stripeFor(request), partsFor(request)]);
    return new StripeCardForm(stripe, request, makeParts);
  },

  refusal,
};

/** What most pages never make is loaded by those that do. */
async function partsFor({create}: CardRequest): Promise<PartsMaker> {
  if (create === 'token') return splitCard(createToken);
  const {makers, paymentElement} = await getParts()
    .products()
    .catch((cause: unknown) => {
      const message = 'The part that makes this credential did not come.';
      throw new PayError(errorCodes.unreachable, 'network', message, {cause});
    });
  const make = makers[create];
  return make ? splitCard(make) : paymentElement;
}

class StripeCardForm implements CardForm {
  readonly #stripe: Stripe;
  readonly #request: CardRequest;
  readonly #makeParts: PartsMaker;
  #parts: CardParts | undefined;

  constructor(stripe: Stripe, request: CardRequest, makeParts: PartsMaker) {
    this.#stripe = stripe;
    this.#request = request;
    this.#makeParts = makeParts;
  }

  mount(places: CardPlaces, look: CardLook, listener: (event: CardEvent) => void): void {
    this.#parts = this.#makeParts(this.#stripe, this.#request, look);
    for (const [field, place] of Object.entries(places) as [CardField, HTMLElement][]) {
      // The elements have the same events, but their types are overloads that do not unite.
      const element = this.#parts.elements[field] as StripeCardNumberElement;
      for (const type of ['ready', 'focus', 'blur', 'escape'] as const) {
        // One for each type, but these do not unite either.
        element.on(type as 'ready', () => listener({type, field}));
      }
      element.on('change', ({complete, error}) =>
        listener({type: 'change', field, complete, error}),
      );
      // Expiry and security code do not have it.
      if (field === 'number' || field === 'card') {
        element.on('loaderror', ({error}) => listener({type: 'failed', cause: error}));
      }
      element.mount(place);
    }
  }

  restyle(look: CardLook): void {
    this.#parts?.restyle(look);
  }

  focus(field: CardField): void {
    this.#parts?.elements[field]?.focus();
  }

  async tokenize(details: CardDetails): Promise<Product> {
    const {create} = this.#request;
    const {made, raw, error}: Answer = (await this.#parts?.make(details).catch(failed)) ?? {};
    if (error) throw payErrorFrom(error);
    const {id, type = 'card', card}: Partial<Made> = made ?? {};
    if (raw && isText(id) && isText(type)) {
      return {kind: create, id, type, card: summaryOf(card), raw};
    }
    const message = `Stripe answered without a ${create}.`;
    throw new PayError(errorCodes.providerFailed, 'network', message);
  }

  async authenticate(clientSecret: string): Promise<string> {
    const [id = ''] = clientSecret.split('_secret_');
    try {
      const {error} = await this.#stripe.handleNextAction({clientSecret});
      if (error && isBanksNo(error)) throw payErrorFrom(error);
      if (error) console.warn(`pay-button: Stripe could not ask the bank: ${error.message}`);
    } catch (cause) {
      if (cause instanceof PayError) throw cause;
      // Requests were lost, or Stripe.js refuses to ask: the payment may have been confirmed elsewhere meanwhile.
      // Without the objects that Stripe may attach: an intent brings its client's secret along.
      console.warn(`pay-button: Stripe could not ask the bank: ${String(cause)}`);
    }
    return id;
  }

  destroy(): void {
    const {elements = {}} = this.#parts ?? {};
    this.#parts = undefined;
    for (const element of Object.values(elements)) {
      try {
        element.destroy();
      } catch {
        // Stripe.js destroys elements itself where loading failed, and throws when asked again.
      }
    }
  }
}

/** What is posted has to be a text. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** Stripe.js rejects, instead of resolving to an error, where its frames are gone. */
function failed(cause: unknown): never {
  throw new PayError(errorCodes.providerFailed, 'network', 'Stripe.js failed.', {cause});
}

function summaryOf(card: Made['card']): CardSummary | undefined {
  const {brand, last4, exp_month, exp_year} = card ?? {};
  if (!brand || !last4 || !exp_month || !exp_year) return undefined;
  return {brand, last4, expMonth: exp_month, expYear: exp_year};
}
